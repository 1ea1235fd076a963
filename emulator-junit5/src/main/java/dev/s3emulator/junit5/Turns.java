package dev.s3emulator.junit5;

import org.jspecify.annotations.Nullable;

/**
 * Lets the tests that share a server and reset it run one after the other. JUnit's own locks do
 * that where the annotation stands on a class or a method (see {@link ServerLocks}); this does it
 * for fields, for registered extensions and for versions of JUnit whose locks cannot be computed.
 */
final class Turns {

  private @Nullable String holder;
  private @Nullable Thread thread;
  private int depth;

  /**
   * Waits until no other test has its turn.
   *
   * @param test the unique id of the test, which may take its turn again
   */
  synchronized void take(String test) {
    try {
      while (holder != null && !holder.equals(test)) {
        requireOtherThread();
        wait();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for an emulator.", interrupted);
    }
    holder = test;
    thread = Thread.currentThread();
    depth++;
  }

  /** Ends a turn of this test. */
  synchronized void give(String test) {
    if (test.equals(holder) && --depth == 0) {
      holder = null;
      thread = null;
      notifyAll();
    }
  }

  /** A pool that lets a waiting thread run another test would wait for itself. */
  private void requireOtherThread() {
    if (thread == Thread.currentThread()) {
      throw new IllegalStateException(
          "This test began on the thread of "
              + holder
              + ", which shares its emulator and waits for other work:"
              + " add @Execution(SAME_THREAD) to the class.");
    }
  }
}

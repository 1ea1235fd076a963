package dev.s3emulator.internal.http;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.XnioExecutor;
import org.xnio.XnioIoThread;

/**
 * Notices that a client lets the server wait for too long.
 *
 * <p>It is set only where the server really has to wait, and then once, not per byte: progress just
 * moves the time from which it counts. Safe for use by many threads.
 */
final class StallTimer implements Runnable {

  private final XnioIoThread thread;
  private final long limitNanos;
  private final Runnable stalled;

  private boolean waiting;
  private long since;
  private XnioExecutor.@Nullable Key key;

  /**
   * Makes a timer that does not run yet.
   *
   * @param stalled what to do, on the I/O thread
   */
  StallTimer(XnioIoThread thread, int limitMillis, Runnable stalled) {
    this.thread = thread;
    limitNanos = TimeUnit.MILLISECONDS.toNanos(limitMillis);
    this.stalled = stalled;
  }

  /** Starts to wait for the client, or starts over. */
  synchronized void await() {
    waiting = true;
    since = System.nanoTime();
    if (key == null) {
      schedule(limitNanos);
    }
  }

  /** Goes on without the client: it did its part. */
  synchronized void pause() {
    waiting = false;
  }

  /** Ends. */
  synchronized void stop() {
    waiting = false;
    if (key != null) {
      key.remove();
      key = null;
    }
  }

  @Override
  public void run() {
    synchronized (this) {
      key = null;
      if (!waiting) {
        return;
      }
      long left = limitNanos - (System.nanoTime() - since);
      if (left > 0) {
        schedule(left);
        return;
      }
      waiting = false;
    }
    stalled.run();
  }

  private void schedule(long nanos) {
    try {
      // Rounded up: a delay of zero would run at once, and in the caller's way.
      key = thread.executeAfter(this, nanos / 1_000_000 + 1, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closing) {
      key = null;
    }
  }
}

package dev.s3emulator.junit5;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Closes what was put on it, the last first, each also when another fails. */
final class ClosingStack implements AutoCloseable {

  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  synchronized void push(AutoCloseable resource) {
    open.push(resource);
  }

  /** Closes all; closing again does nothing. */
  @Override
  public synchronized void close() throws Exception {
    Exception failure = null;
    while (!open.isEmpty()) {
      failure = close(open.pop(), failure);
    }
    if (failure != null) {
      throw failure;
    }
  }

  private static @Nullable Exception close(AutoCloseable resource, @Nullable Exception earlier) {
    try {
      resource.close();
      return earlier;
    } catch (Exception failure) {
      if (earlier == null) {
        return failure;
      }
      earlier.addSuppressed(failure);
      return earlier;
    }
  }
}

package dev.s3emulator.store;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Asks for a garbage collection when the blobs of a store may have become many more than are in
 * use. They lie outside of the heap, so the collector does not feel their weight.
 *
 * <p>It asks when as many bytes have come since the last time as were there then, but not below
 * {@value #LEAST} bytes: so the space stays below twice of what is used, and asking costs little.
 */
final class GarbagePressure {

  static final long LEAST = 256L << 20;

  private final Runnable collection;
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong limit = new AtomicLong(LEAST);

  GarbagePressure(Runnable collection) {
    this.collection = collection;
  }

  /** A blob has come. */
  void add(long size) {
    long now = bytes.addAndGet(size);
    long asked = limit.get();
    if (now >= asked && limit.compareAndSet(asked, Math.addExact(now, Math.max(now, LEAST)))) {
      collection.run();
    }
  }

  /** A blob has gone. */
  void remove(long size) {
    long now = bytes.addAndGet(-size);
    // What is in use now sets when to ask next.
    limit.updateAndGet(asked -> Math.min(asked, now + Math.max(now, LEAST)));
  }
}

package dev.s3emulator;

import dev.s3emulator.internal.domain.S3State;

/**
 * Everything that a server held at one instant: its buckets with their objects, versions and
 * settings. Made by {@link S3EmulatorServer#snapshot}.
 *
 * <p>A snapshot is a reference to an immutable value: it costs nothing to take, and can be restored
 * any number of times. It keeps the bytes of its objects reachable as long as it lives. Immutable
 * and safe for use by many threads.
 *
 * <p>A snapshot of one server can be restored in another. With objects in memory, the default, both
 * may change independently and the first may be closed. With another {@link
 * dev.s3emulator.store.BlobStore} the contents still lie in the first server's store, which must
 * stay open.
 */
public final class S3Snapshot {

  private final S3State state;

  S3Snapshot(S3State state) {
    this.state = state;
  }

  S3State state() {
    return state;
  }

  /** Returns the names of the buckets. */
  @Override
  public String toString() {
    return "S3Snapshot" + state.buckets().keySet();
  }
}

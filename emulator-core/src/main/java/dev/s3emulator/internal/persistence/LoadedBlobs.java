package dev.s3emulator.internal.persistence;

import dev.s3emulator.store.BlobRef;
import dev.s3emulator.store.PersistentBlobStore;
import java.util.HashMap;
import java.util.Map;

/**
 * The blobs of a store. While a state is read there is one reference for each number, also for what
 * was deleted long ago: a second one would take the file away when it is collected.
 */
final class LoadedBlobs implements BlobTable {

  private final PersistentBlobStore store;
  private final Map<Long, BlobRef> read = new HashMap<>();

  LoadedBlobs(PersistentBlobStore store) {
    this.store = store;
  }

  @Override
  public long numberOf(BlobRef blob) {
    return store.numberOf(blob);
  }

  @Override
  public BlobRef find(long number, long size) {
    BlobRef blob = read.computeIfAbsent(number, unused -> store.refer(number, size));
    if (blob.size() != size || number <= 0 || size < 0) {
      throw new IllegalArgumentException("the blob " + number + " cannot be of this size");
    }
    return blob;
  }

  /** Lets go of what the state does not need. */
  void endReading() {
    read.clear();
  }
}

package dev.s3emulator.store;

/** The blob stores that come with the emulator. */
public final class BlobStores {

  private BlobStores() {}

  /** Returns a new store that keeps everything on the heap. */
  public static BlobStore inMemory() {
    return new InMemoryBlobStore();
  }
}

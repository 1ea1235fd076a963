package dev.s3emulator.store;

import java.nio.file.Path;

/** The blob stores that come with the emulator. */
public final class BlobStores {

  private BlobStores() {}

  /** Returns a new store that keeps everything on the heap. */
  public static BlobStore inMemory() {
    return new InMemoryBlobStore();
  }

  /** Returns whether a store is one of {@link #inMemory}. */
  public static boolean isInMemory(BlobStore store) {
    return store instanceof InMemoryBlobStore;
  }

  /**
   * Returns a store that keeps each blob as a file in a folder of any file system. Objects of any
   * size cost the heap no more than a few dozen bytes.
   *
   * <p>A file goes some time after the last state, snapshot and answer that need it. What is there
   * when the store is closed stays, see {@link PersistentBlobStore#retainOnly}.
   *
   * @param folder is made if it is missing; nobody else may use it meanwhile
   * @param durable whether a blob is forced to its medium before anything refers to it
   * @throws java.io.UncheckedIOException if the folder cannot be made or read
   */
  public static PersistentBlobStore inFolder(Path folder, boolean durable) {
    return new PathBlobStore(folder, durable);
  }
}

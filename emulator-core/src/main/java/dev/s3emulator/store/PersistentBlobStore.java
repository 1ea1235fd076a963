package dev.s3emulator.store;

import java.io.IOException;
import java.util.Map;

/**
 * A store whose blobs outlive the process that wrote them: each has a number, by which it is found
 * again.
 *
 * <p>Implementations are safe for use by many threads at once.
 */
public interface PersistentBlobStore extends BlobStore {

  /** Returns whether a blob is one of this store. */
  boolean holds(BlobRef blob);

  /**
   * Returns the number of a blob, which no other blob of this store ever had or will have.
   *
   * @throws IllegalArgumentException if the blob is none of this store
   */
  long numberOf(BlobRef blob);

  /**
   * Returns a reference to the blob of a number, without looking whether it is there. To be called
   * once for each number, before anything is written. The number is not given to a new blob any
   * more.
   *
   * @param size the number of bytes that it has
   */
  BlobRef refer(long number, long size);

  /**
   * Checks that blobs are there and removes all others. To be called before anything is written.
   *
   * @param blobs the blobs that something refers to, by their numbers; from now on each goes with
   *     the last reference to it
   * @return how many were removed
   * @throws IOException if one is missing or has another size, and then nothing was removed; or if
   *     one cannot be removed
   */
  int retainOnly(Map<Long, BlobRef> blobs) throws IOException;
}

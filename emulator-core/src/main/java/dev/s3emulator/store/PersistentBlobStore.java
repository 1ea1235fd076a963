package dev.s3emulator.store;

import java.io.IOException;
import java.util.function.LongPredicate;

/**
 * A store whose blobs outlive the process that wrote them: each has a number, by which it is found
 * again.
 *
 * <p>Implementations are safe for use by many threads at once.
 */
public interface PersistentBlobStore extends BlobStore {

  /**
   * Returns the number of a blob, which no other blob of this store ever had or will have.
   *
   * @throws IllegalArgumentException if the blob is none of this store
   */
  long numberOf(BlobRef blob);

  /**
   * Returns the blob of a number.
   *
   * @param size the number of bytes that it must have
   * @throws IOException if it is missing or has another size
   */
  BlobRef find(long number, long size) throws IOException;

  /**
   * Removes the blobs that nothing refers to. To be called before anything is written.
   *
   * @return how many were removed
   * @throws IOException if one cannot be removed
   */
  int sweep(LongPredicate isReferred) throws IOException;
}

package dev.s3emulator.internal.persistence;

import dev.s3emulator.store.BlobRef;

/** Contents by their numbers. */
interface BlobTable {

  /**
   * Returns the number of a content.
   *
   * @throws IllegalArgumentException if it is none of the table
   */
  long numberOf(BlobRef blob);

  /** Returns the content of a number, the same instance each time. */
  BlobRef find(long number, long size);
}

package dev.s3emulator.store;

import java.io.IOException;

/**
 * Keeps the bytes of objects. The state of the emulator refers to them by {@link BlobRef}.
 *
 * <p>Implementations are safe for use by many threads at once.
 */
public interface BlobStore extends AutoCloseable {

  /**
   * Starts a blob. Never blocks: whatever may is left to the writer.
   *
   * @param expectedSize the number of bytes that will come, or -1 when it is not known; a hint for
   *     the allocation, never a limit
   * @throws IOException if the medium cannot take a blob
   */
  BlobWriter newWriter(long expectedSize) throws IOException;

  /**
   * Returns whether reading or writing may block. The server does such work on worker threads; a
   * store that answers {@code false} is used on I/O threads.
   */
  boolean mayBlock();

  /** Releases what the store holds open. References that it gave out must no longer be read. */
  @Override
  void close();
}

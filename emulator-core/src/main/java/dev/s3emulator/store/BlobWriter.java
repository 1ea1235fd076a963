package dev.s3emulator.store;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Takes the bytes of one blob in order and ends in {@link #commit} or in {@link #close}, which
 * drops what was written.
 *
 * <p>A writer is used by one thread at a time.
 */
public interface BlobWriter extends AutoCloseable {

  /**
   * Appends the remaining bytes of {@code source}. The buffer is consumed and not kept: the caller
   * may reuse its memory.
   *
   * @throws IOException if the medium refuses the bytes
   * @throws IllegalStateException if the writer was committed or closed
   */
  void write(ByteBuffer source) throws IOException;

  /**
   * Ends the blob and returns the reference to it. Nothing can be written afterwards.
   *
   * @throws IOException if the medium cannot keep the blob
   * @throws IllegalStateException if the writer was committed or closed
   */
  BlobRef commit() throws IOException;

  /** Drops the bytes unless {@link #commit} was called; never fails. */
  @Override
  void close();
}

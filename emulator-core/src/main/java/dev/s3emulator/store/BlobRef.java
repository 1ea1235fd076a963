package dev.s3emulator.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.Optional;

/**
 * Immutable bytes that a {@link BlobStore} keeps.
 *
 * <p>The bytes live as long as somebody holds the reference: a state, a snapshot or a response that
 * is being sent. There is no delete; a store frees what can no longer be reached.
 *
 * <p>Implementations are safe for use by many threads at once.
 */
public interface BlobRef {

  /** Returns the number of bytes. */
  long size();

  /**
   * Copies bytes from {@code position} on into {@code target} until the target is full or the blob
   * ends.
   *
   * @return the number of bytes copied, or -1 when {@code position} is at or behind the end
   * @throws IOException if the store cannot read its medium
   */
  int read(long position, ByteBuffer target) throws IOException;

  /**
   * Returns the given range as read-only buffers when the bytes are in memory, so that a transport
   * can send them without a copy and without leaving its I/O thread.
   *
   * @return the buffers in order, or empty when reading the range may block
   */
  default Optional<List<ByteBuffer>> inMemory(long position, long length) {
    return Optional.empty();
  }

  /**
   * Looks whether the bytes can be read still. Asked before an answer that carries them begins,
   * since an answer that has begun can only be broken off. What is in memory always can.
   *
   * @throws IOException if they are gone or are others by now; its message says so in a sentence
   */
  default void requireReadable() throws IOException {}

  /**
   * Opens the file that holds exactly these bytes, if there is one, so that a transport can hand
   * them over without reading them itself. The caller closes it.
   *
   * @throws IOException if the file cannot be opened
   */
  default Optional<FileChannel> openFile() throws IOException {
    return Optional.empty();
  }
}

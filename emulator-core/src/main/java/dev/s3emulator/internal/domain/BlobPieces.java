package dev.s3emulator.internal.domain;

import dev.s3emulator.store.BlobRef;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;

/** Reads all bytes of a content, for what is done to it as a whole. */
public final class BlobPieces {

  private static final int PIECE = 128 * 1024;

  private BlobPieces() {}

  /** Takes the remaining bytes of a heap buffer, which is used again for the next ones. */
  @FunctionalInterface
  public interface Sink {

    /** Takes a piece. */
    void take(ByteBuffer piece) throws IOException;
  }

  /**
   * Hands over all bytes in order.
   *
   * @throws IOException if they cannot be read or taken
   */
  public static void forEach(BlobRef blob, Sink sink) throws IOException {
    Optional<FileChannel> file = blob.openFile();
    if (file.isEmpty()) {
      forEach(blob.size(), blob::read, sink);
      return;
    }
    // A file is opened once, not for every piece of it.
    try (FileChannel channel = file.get()) {
      forEach(blob.size(), (position, target) -> channel.read(target, position), sink);
    }
  }

  private static void forEach(long size, Source source, Sink sink) throws IOException {
    ByteBuffer piece = ByteBuffer.allocate((int) Math.min(size, PIECE));
    long position = 0;
    while (position < size) {
      piece.clear().limit((int) Math.min(piece.capacity(), size - position));
      int length = source.read(position, piece);
      if (length <= 0) {
        throw new EOFException("A content ends " + (size - position) + " bytes too early");
      }
      position += length;
      sink.take(piece.flip());
    }
  }

  /** Copies bytes from a position on, as {@link BlobRef#read} does. */
  @FunctionalInterface
  private interface Source {
    int read(long position, ByteBuffer target) throws IOException;
  }
}

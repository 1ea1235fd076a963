package dev.s3emulator.internal.persistence;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a file and checks each. Used by one thread at a time. */
final class LineReader implements Closeable {

  private static final int BUFFER = 256 * 1024;

  private final String file;
  private final InputStream bytes;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
  private final byte[] piece = new byte[BUFFER];
  private int at;
  private int end;
  private long position;
  private long number;

  LineReader(Path file) throws IOException {
    this(file.toString(), Files.newInputStream(file));
  }

  /**
   * Makes a reader.
   *
   * @param file what to call the file in messages
   */
  LineReader(String file, InputStream bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  /**
   * Returns the next line, without its line feed.
   *
   * @return null at the end, or if the last line has no end, see {@link #position}
   * @throws StorageException if it is not what was written
   */
  byte @Nullable [] next() throws IOException {
    line.reset();
    while (true) {
      if (at == end) {
        end = bytes.read(piece);
        at = 0;
        if (end <= 0) {
          end = 0;
          return null;
        }
      }
      int feed = indexOfFeed();
      line.write(piece, at, feed - at);
      at = feed;
      if (at < end) {
        at++;
        return whole();
      }
    }
  }

  private int indexOfFeed() {
    int index = at;
    while (index < end && piece[index] != '\n') {
      index++;
    }
    return index;
  }

  private byte[] whole() {
    byte[] read = line.toByteArray();
    number++;
    position += read.length + 1;
    if (!Lines.isWhole(read)) {
      throw damaged("its check sum is wrong");
    }
    return read;
  }

  /** Returns the position behind the last line that was read. */
  long position() {
    return position;
  }

  /** Returns how many lines were read. */
  long number() {
    return number;
  }

  StorageException damaged(String what) {
    return StorageException.damaged(file, Math.max(1, number), what);
  }

  StorageException otherVersion(long version) {
    return new StorageException(
        "The storage file "
            + file
            + " has version "
            + version
            + " of its format, and this emulator reads version "
            + LogFormat.VERSION
            + " only: use the emulator that wrote it, or another folder.");
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}

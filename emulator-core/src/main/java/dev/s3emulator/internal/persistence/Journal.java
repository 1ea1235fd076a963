package dev.s3emulator.internal.persistence;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The file to which records are appended. A record that cannot be written whole is taken back, and
 * if that fails as well, nothing more is written until it succeeds. Used under the lock of its
 * owner.
 */
final class Journal implements Closeable {

  private static final Logger LOG = System.getLogger(Journal.class.getName());

  private final Path file;
  private FileChannel channel;

  /** Behind the last record that was written whole. */
  private long end;

  private @Nullable IOException broken;

  private Journal(Path file, FileChannel channel, long end) {
    this.file = file;
    this.channel = channel;
    this.end = end;
  }

  /** Makes a journal, in the place of one that has not even its first line. */
  static Journal create(Path file, long number) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    Journal journal = new Journal(file, channel, 0);
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    Lines.append(header, LogFormat.header(StateFiles.JOURNAL, number), true);
    try {
      journal.append(header);
      return journal;
    } catch (IOException | RuntimeException failure) {
      journal.close();
      throw failure;
    }
  }

  /** Opens a journal to go on behind its last whole record; what follows that is cut off. */
  static Journal open(Path file, long end) throws IOException {
    return new Journal(file, openAt(file, end), end);
  }

  private static FileChannel openAt(Path file, long end) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
    try {
      channel.truncate(end).position(end);
      return channel;
    } catch (IOException | RuntimeException failure) {
      channel.close();
      throw failure;
    }
  }

  /**
   * Appends a record.
   *
   * @throws IOException if it cannot be written; then the journal is as before
   */
  void append(ByteArrayOutputStream record) throws IOException {
    // An interrupt closes a channel, and would have nothing to do with this record.
    boolean interrupted = Thread.interrupted();
    try {
      requireWhole();
      write(ByteBuffer.wrap(record.toByteArray()));
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void requireWhole() throws IOException {
    IOException cause = broken;
    if (cause == null) {
      if (!channel.isOpen()) {
        // An interrupt came while it was forced.
        channel = openAt(file, end);
      }
      return;
    }
    try {
      channel = openAt(file, end);
      broken = null;
    } catch (IOException still) {
      throw new IOException(
          "nothing can be written to " + file + " since a record could not be taken back", cause);
    }
  }

  private void write(ByteBuffer record) throws IOException {
    int length = record.remaining();
    try {
      while (record.hasRemaining()) {
        channel.write(record);
      }
      end += length;
    } catch (IOException | RuntimeException failure) {
      takeBack(failure);
      throw failure;
    }
  }

  private void takeBack(Exception failure) {
    boolean interrupted = Thread.interrupted();
    try {
      channel.close();
      channel = openAt(file, end);
    } catch (IOException | RuntimeException second) {
      failure.addSuppressed(second);
      broken = new IOException("Writing to " + file + " failed", failure);
      LOG.log(Level.ERROR, "A record that was not written whole cannot be taken back", second);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /**
   * Returns when every record is on its medium.
   *
   * @throws IOException if that cannot be known
   */
  void force() throws IOException {
    boolean interrupted = false;
    try {
      while (true) {
        // An interrupt of this thread, or of another one that forces, closes the channel.
        interrupted |= Thread.interrupted();
        try {
          openChannel().force(true);
          return;
        } catch (ClosedChannelException interruption) {
          LOG.log(Level.TRACE, "The journal was closed while it was forced", interruption);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Returns the number of bytes. */
  long size() {
    return end;
  }

  /** Returns what forces the bytes that are there now, opened again if an interrupt closed it. */
  FileChannel openChannel() throws IOException {
    requireWhole();
    return channel;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}

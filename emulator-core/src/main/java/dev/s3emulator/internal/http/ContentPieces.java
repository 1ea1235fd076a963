package dev.s3emulator.internal.http;

import dev.s3emulator.internal.protocol.ResponseBody;
import dev.s3emulator.store.BlobRef;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.xnio.channels.StreamSinkChannel;

/** Content that is sent bit by bit, as the client takes it. Used by one thread at a time. */
interface ContentPieces extends Closeable {

  /** Who loses his connection in the middle of an answer should find out why. */
  Logger LOG = System.getLogger(ContentPieces.class.getName());

  /** The JDK copies heap memory to the socket; larger pieces would be copied more than once. */
  int PIECE = 128 * 1024;

  /** Returns the pieces of content that is in memory. */
  static ContentPieces inMemory(List<ByteBuffer> buffers) {
    return new InMemory(buffers);
  }

  /**
   * Returns the pieces of content that has to be read, from its file if it is one.
   *
   * @throws IOException if its file cannot be opened
   */
  static ContentPieces stored(ResponseBody.Content content) throws IOException {
    Optional<FileChannel> file = content.blob().openFile();
    return file.isPresent() ? new InFile(file.get(), content) : new Stored(content);
  }

  /** Returns whether everything was sent. */
  boolean isSent() throws IOException;

  /**
   * Sends what the client takes now.
   *
   * @return the number of bytes, 0 if it takes nothing now
   */
  long sendTo(StreamSinkChannel channel) throws IOException;

  /** Returns whether the storage may make a thread wait. */
  boolean mayBlock();

  @Override
  void close() throws IOException;

  /** Buffers on the heap. */
  final class InMemory implements ContentPieces {
    private final Iterator<ByteBuffer> buffers;
    private ByteBuffer current = ByteBuffer.allocate(0);

    private InMemory(List<ByteBuffer> buffers) {
      this.buffers = buffers.iterator();
    }

    @Override
    public boolean isSent() {
      while (!current.hasRemaining()) {
        if (!buffers.hasNext()) {
          return true;
        }
        current = buffers.next();
      }
      return false;
    }

    @Override
    public long sendTo(StreamSinkChannel channel) throws IOException {
      int length = Math.min(PIECE, current.remaining());
      int sent = channel.write(current.slice(current.position(), length));
      current.position(current.position() + sent);
      return sent;
    }

    @Override
    public boolean mayBlock() {
      return false;
    }

    @Override
    public void close() {}
  }

  /**
   * A file, whose bytes the operating system hands over without showing them to us.
   *
   * <p>But for the first ones: Undertow sends the head of an answer together with the first bytes
   * of its body. If these come from a file, it takes them from where the file's own position is
   * instead of ours, and does not stop where it was told to. So they come from memory.
   */
  final class InFile implements ContentPieces {
    private static final int FIRST = 16 * 1024;

    private final FileChannel file;
    private final ByteBuffer first;
    private long position;
    private final long end;

    private InFile(FileChannel file, ResponseBody.Content content) throws IOException {
      this.file = file;
      position = content.position();
      end = position + content.length();
      first = ByteBuffer.allocate((int) Math.min(FIRST, content.length()));
      try {
        readFirst();
      } catch (IOException | RuntimeException failure) {
        file.close();
        throw failure;
      }
    }

    private void readFirst() throws IOException {
      if (file.size() < end) {
        throw new EOFException("The file of a blob is too short");
      }
      while (first.hasRemaining()) {
        int count = file.read(first, position);
        if (count < 0) {
          throw new EOFException("The file of a blob was cut off");
        }
        position += count;
      }
      first.flip();
    }

    @Override
    public boolean isSent() {
      return position == end && !first.hasRemaining();
    }

    @Override
    public long sendTo(StreamSinkChannel channel) throws IOException {
      if (first.hasRemaining()) {
        return channel.write(first);
      }
      long sent = channel.transferFrom(file, position, end - position);
      if (sent <= 0 && file.size() < end) {
        throw new EOFException("The file of a blob was cut off");
      }
      position += Math.max(0, sent);
      return Math.max(0, sent);
    }

    @Override
    public boolean mayBlock() {
      return true;
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }

  /** Any other blob, such as one of several parts. */
  final class Stored implements ContentPieces {
    private final BlobRef blob;
    private final ByteBuffer buffer;
    private long position;
    private long remaining;

    private Stored(ResponseBody.Content content) {
      blob = content.blob();
      position = content.position();
      remaining = content.length();
      buffer = ByteBuffer.allocate((int) Math.min(PIECE, remaining)).flip();
    }

    @Override
    public boolean isSent() {
      return remaining == 0 && !buffer.hasRemaining();
    }

    @Override
    public long sendTo(StreamSinkChannel channel) throws IOException {
      if (!buffer.hasRemaining()) {
        fill();
      }
      return channel.write(buffer);
    }

    private void fill() throws IOException {
      buffer.clear().limit((int) Math.min(buffer.capacity(), remaining));
      int count = read();
      if (count <= 0) {
        throw new EOFException("The blob ends " + remaining + " bytes early");
      }
      position += count;
      remaining -= count;
      buffer.flip();
    }

    private int read() throws IOException {
      try {
        return blob.read(position, buffer);
      } catch (IOException storage) {
        LOG.log(Level.ERROR, "Reading an object failed", storage);
        throw storage;
      }
    }

    @Override
    public boolean mayBlock() {
      return true;
    }

    @Override
    public void close() {}
  }
}

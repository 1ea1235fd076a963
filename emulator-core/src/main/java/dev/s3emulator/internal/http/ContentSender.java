package dev.s3emulator.internal.http;

import dev.s3emulator.internal.protocol.ResponseBody;
import dev.s3emulator.store.BlobRef;
import io.undertow.server.HttpServerExchange;
import java.io.EOFException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.xnio.ChannelListener;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSinkChannel;

/**
 * Sends the content of an object in pieces, without ever blocking a thread on the client.
 *
 * <p>What is in memory is sent from there on the I/O thread. What has to be read from storage is
 * read and sent by worker threads.
 */
final class ContentSender implements ChannelListener<StreamSinkChannel>, Runnable {

  private static final Logger LOG = System.getLogger(ContentSender.class.getName());

  /** The JDK copies heap memory to the socket; larger pieces would be copied more than once. */
  private static final int PIECE = 128 * 1024;

  private final HttpServerExchange exchange;
  private final StreamSinkChannel channel;
  private final Pieces pieces;
  private ByteBuffer piece = ByteBuffer.allocate(0);

  private ContentSender(HttpServerExchange exchange, Pieces pieces) {
    this.exchange = exchange;
    this.pieces = pieces;
    channel = exchange.getResponseChannel();
  }

  static void send(HttpServerExchange exchange, ResponseBody.Content content) {
    exchange.setResponseContentLength(content.length());
    Optional<List<ByteBuffer>> inMemory =
        content.blob().inMemory(content.position(), content.length());
    if (inMemory.isEmpty()) {
      new ContentSender(exchange, new StoredPieces(content)).start();
    } else if (content.length() <= PIECE) {
      exchange.getResponseSender().send(inMemory.get().toArray(new ByteBuffer[0]));
    } else {
      new ContentSender(exchange, new MemoryPieces(inMemory.get())).start();
    }
  }

  /** There is room to send. */
  @Override
  public void handleEvent(StreamSinkChannel sink) {
    if (pieces.mayBlock()) {
      sink.suspendWrites();
    }
    start();
  }

  private void start() {
    if (!pieces.mayBlock() || !exchange.isInIoThread()) {
      run();
      return;
    }
    try {
      exchange.dispatch(this);
    } catch (RejectedExecutionException closing) {
      close();
    }
  }

  @Override
  public void run() {
    try {
      while (fill()) {
        if (channel.write(piece) == 0) {
          channel.getWriteSetter().set(this);
          channel.resumeWrites();
          return;
        }
      }
      channel.suspendWrites();
      exchange.endExchange();
    } catch (IOException gone) {
      close();
    } catch (RuntimeException | Error defect) {
      LOG.log(Level.ERROR, "Sending an object failed", defect);
      close();
    }
  }

  /** Returns whether there is more to send. */
  private boolean fill() throws IOException {
    if (piece.hasRemaining()) {
      return true;
    }
    ByteBuffer next = null;
    try {
      next = pieces.next();
    } catch (IOException storage) {
      LOG.log(Level.ERROR, "Reading an object failed", storage);
      throw storage;
    }
    if (next == null) {
      return false;
    }
    piece = next;
    return true;
  }

  private void close() {
    IoUtils.safeClose(exchange.getConnection());
  }

  /** Gives content piece by piece; a piece must be used up before the next is asked for. */
  private interface Pieces {
    @Nullable ByteBuffer next() throws IOException;

    boolean mayBlock();
  }

  private static final class MemoryPieces implements Pieces {
    private final Iterator<ByteBuffer> buffers;
    private ByteBuffer current = ByteBuffer.allocate(0);

    MemoryPieces(List<ByteBuffer> buffers) {
      this.buffers = buffers.iterator();
    }

    @Override
    public @Nullable ByteBuffer next() {
      while (!current.hasRemaining()) {
        if (!buffers.hasNext()) {
          return null;
        }
        current = buffers.next();
      }
      int length = Math.min(PIECE, current.remaining());
      ByteBuffer next = current.slice(current.position(), length);
      current.position(current.position() + length);
      return next;
    }

    @Override
    public boolean mayBlock() {
      return false;
    }
  }

  private static final class StoredPieces implements Pieces {
    private final BlobRef blob;
    private final ByteBuffer buffer;
    private long position;
    private long remaining;

    StoredPieces(ResponseBody.Content content) {
      blob = content.blob();
      position = content.position();
      remaining = content.length();
      buffer = ByteBuffer.allocate((int) Math.min(PIECE, remaining));
    }

    @Override
    public @Nullable ByteBuffer next() throws IOException {
      if (remaining == 0) {
        return null;
      }
      buffer.clear().limit((int) Math.min(buffer.capacity(), remaining));
      int count = blob.read(position, buffer);
      if (count <= 0) {
        throw new EOFException("The blob ends " + remaining + " bytes early");
      }
      position += count;
      remaining -= count;
      return buffer.flip();
    }

    @Override
    public boolean mayBlock() {
      return true;
    }
  }
}

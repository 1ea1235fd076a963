package dev.s3emulator.internal.http;

import dev.s3emulator.internal.protocol.ResponseBody;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
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

  private final HttpServerExchange exchange;
  private final StreamSinkChannel channel;
  private final ContentPieces pieces;

  private ContentSender(HttpServerExchange exchange, ContentPieces pieces) {
    this.exchange = exchange;
    this.pieces = pieces;
    channel = exchange.getResponseChannel();
  }

  static void send(HttpServerExchange exchange, ResponseBody.Content content) {
    exchange.setResponseContentLength(content.length());
    Optional<List<ByteBuffer>> inMemory =
        content.blob().inMemory(content.position(), content.length());
    if (inMemory.isEmpty()) {
      sendStored(exchange, content);
    } else if (content.length() <= ContentPieces.PIECE) {
      exchange.getResponseSender().send(inMemory.get().toArray(new ByteBuffer[0]));
    } else {
      new ContentSender(exchange, ContentPieces.inMemory(inMemory.get())).start();
    }
  }

  /** The exchange is on a worker thread: the pipeline was told that the store may block. */
  private static void sendStored(HttpServerExchange exchange, ResponseBody.Content content) {
    try {
      new ContentSender(exchange, ContentPieces.stored(content)).start();
    } catch (IOException storage) {
      // The status is on its way, so the client can only be told by a connection that ends.
      LOG.log(Level.ERROR, "Reading an object failed", storage);
      IoUtils.safeClose(exchange.getConnection());
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
      while (!pieces.isSent()) {
        if (pieces.sendTo(channel) == 0) {
          channel.getWriteSetter().set(this);
          channel.resumeWrites();
          return;
        }
      }
      pieces.close();
      channel.suspendWrites();
      exchange.endExchange();
    } catch (IOException failure) {
      // The client is gone, or the storage is.
      LOG.log(Level.DEBUG, "Sending an object failed", failure);
      close();
    } catch (RuntimeException | Error defect) {
      LOG.log(Level.ERROR, "Sending an object failed", defect);
      close();
    }
  }

  private void close() {
    IoUtils.safeClose(pieces);
    IoUtils.safeClose(exchange.getConnection());
  }
}

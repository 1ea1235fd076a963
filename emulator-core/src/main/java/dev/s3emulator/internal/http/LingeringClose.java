package dev.s3emulator.internal.http;

import io.undertow.io.IoCallback;
import io.undertow.io.Sender;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.xnio.ChannelListener;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSourceChannel;
import org.xnio.conduits.StreamSinkConduit;

/**
 * Ends a connection whose client may still be sending.
 *
 * <p>Closing a socket with unread bytes resets it, and a reset can destroy the answer before the
 * client has read it. So only our side is closed, and what arrives is read for a while.
 */
final class LingeringClose implements IoCallback, ChannelListener<StreamSourceChannel> {

  private static final long SECONDS = 2;

  private final HttpServerExchange exchange;
  private final StreamSourceChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(16 * 1024);
  private boolean flushed;
  private long ignored;

  LingeringClose(HttpServerExchange exchange, StreamSourceChannel channel) {
    this.exchange = exchange;
    this.channel = channel;
  }

  /** The answer was written, and then flushed. */
  @Override
  public void onComplete(HttpServerExchange answered, Sender sender) {
    if (flushed) {
      linger();
    } else {
      flushed = true;
      sender.close(this);
    }
  }

  @Override
  public void onException(HttpServerExchange answered, Sender sender, IOException gone) {
    close();
  }

  private void linger() {
    try {
      HttpServerConnection connection = (HttpServerConnection) exchange.getConnection();
      StreamSinkConduit sink = connection.getOriginalSinkConduit();
      sink.terminateWrites();
      sink.flush();
    } catch (IOException gone) {
      close();
      return;
    }
    exchange.getIoThread().executeAfter(this::close, SECONDS, TimeUnit.SECONDS);
    channel.getReadSetter().set(this);
    channel.resumeReads();
  }

  @Override
  public void handleEvent(StreamSourceChannel source) {
    try {
      int count = source.read(buffer.clear());
      while (count > 0) {
        ignored += count;
        count = ignored > BodyReader.MAX_IGNORED ? -1 : source.read(buffer.clear());
      }
      if (count < 0) {
        close();
      }
    } catch (IOException gone) {
      close();
    }
  }

  private void close() {
    IoUtils.safeClose(exchange.getConnection());
  }
}

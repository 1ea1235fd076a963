package dev.s3emulator.internal.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.xnio.ChannelListener;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.conduits.ConduitStreamSourceChannel;

/**
 * Ends a connection whose client may still be sending.
 *
 * <p>Closing a socket with unread bytes resets it, and a reset can destroy the answer before the
 * client has read it. So only our side is closed, and what arrives is read for a while.
 */
final class LingeringClose implements ChannelListener<ConduitStreamSourceChannel> {

  private final StreamConnection connection;
  private final ByteBuffer buffer = ByteBuffer.allocate(16 * 1024);
  private long ignored;

  private LingeringClose(StreamConnection connection) {
    this.connection = connection;
  }

  /** Reads what still comes; our side is closed already. */
  static void start(StreamConnection connection, int millis) {
    LingeringClose ending = new LingeringClose(connection);
    try {
      connection.getIoThread().executeAfter(ending::close, millis, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closing) {
      ending.close();
      return;
    }
    connection.getSourceChannel().setReadListener(ending);
    connection.getSourceChannel().wakeupReads();
  }

  @Override
  public void handleEvent(ConduitStreamSourceChannel source) {
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
    IoUtils.safeClose(connection);
  }
}

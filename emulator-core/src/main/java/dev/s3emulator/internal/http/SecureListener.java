package dev.s3emulator.internal.http;

import io.undertow.connector.ByteBufferPool;
import io.undertow.protocols.ssl.UndertowXnioSsl;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.protocol.http.HttpOpenListener;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import org.xnio.ChannelListener;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Xnio;
import org.xnio.XnioWorker;
import org.xnio.channels.AcceptingChannel;
import org.xnio.ssl.SslConnection;

/** Accepts connections with TLS for a {@link UndertowTransport}, and closes them with it. */
final class SecureListener {

  /** A record of TLS with its header must fit into one buffer. */
  private static final int BUFFER_SIZE = 17 * 1024;

  private static final int BUFFERS_PER_THREAD = 12;

  private final ByteBufferPool records;
  private final HttpOpenListener connections;
  private final AcceptingChannel<SslConnection> listener;

  private SecureListener(
      ByteBufferPool records,
      HttpOpenListener connections,
      AcceptingChannel<SslConnection> listener) {
    this.records = records;
    this.connections = connections;
    this.listener = listener;
  }

  /**
   * Starts to accept connections.
   *
   * @param connections serves what {@code accept} hands over to it
   */
  static SecureListener start(
      SSLContext context,
      InetSocketAddress address,
      XnioWorker worker,
      HttpOpenListener connections,
      ChannelListener<AcceptingChannel<SslConnection>> accept,
      OptionMap socketOptions)
      throws IOException {
    ByteBufferPool records = new DefaultByteBufferPool(true, BUFFER_SIZE, -1, BUFFERS_PER_THREAD);
    UndertowXnioSsl ssl =
        new UndertowXnioSsl(
            Xnio.getInstance(SecureListener.class.getClassLoader()),
            OptionMap.EMPTY,
            records,
            context,
            new Handshakes(worker));
    try {
      AcceptingChannel<SslConnection> listener =
          ssl.createSslConnectionServer(worker, address, accept, socketOptions);
      listener.resumeAccepts();
      return new SecureListener(records, connections, listener);
    } catch (IOException | RuntimeException refused) {
      records.close();
      throw refused;
    }
  }

  int port() {
    return listener.getLocalAddress(InetSocketAddress.class).getPort();
  }

  /** Stops to accept connections; those that are open go on. */
  void stop() {
    IoUtils.safeClose(listener);
  }

  /** Closes all connections. */
  void closeConnections() {
    connections.closeConnections();
  }

  /** Frees the memory, when no thread uses it any more. */
  void release() {
    records.close();
  }

  /**
   * Does the arithmetic of handshakes on the worker's threads for tasks. Given the worker itself,
   * Undertow would do it on the I/O threads.
   */
  private record Handshakes(XnioWorker worker) implements Executor {
    @Override
    public void execute(Runnable task) {
      worker.execute(task);
    }
  }
}

package dev.s3emulator.internal.http;

import dev.s3emulator.internal.pipeline.RequestPipeline;
import io.undertow.UndertowOptions;
import io.undertow.connector.ByteBufferPool;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.HttpHandler;
import io.undertow.server.handlers.GracefulShutdownHandler;
import io.undertow.server.protocol.http.HttpOpenListener;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.Xnio;
import org.xnio.XnioWorker;
import org.xnio.channels.AcceptingChannel;

/**
 * Serves one {@link RequestPipeline} over HTTP/1.1.
 *
 * <p>Each transport has threads and buffers of its own, so that several run in one JVM and none
 * leaves anything behind. All threads are daemons: a server that nobody closed never keeps a JVM
 * alive. It sits on Undertow's listener rather than on its {@code Undertow} class, which logs every
 * start and stop, and logs connections that come while it stops as errors.
 */
public final class UndertowTransport implements AutoCloseable {

  private static final Logger LOG = System.getLogger(UndertowTransport.class.getName());

  private static final AtomicInteger INSTANCES = new AtomicInteger();

  private static final int CORES = Runtime.getRuntime().availableProcessors();
  private static final int BUFFER_SIZE = 16 * 1024;
  private static final int BUFFERS_PER_THREAD = 12;
  private static final int WORKER_KEEP_ALIVE_MILLIS = 10_000;

  /** How long a request that is running at {@link #close} may go on. */
  private static final long GRACE_MILLIS = 1_000;

  private static final long TERMINATION_SECONDS = 5;

  private static final OptionMap HTTP_OPTIONS =
      OptionMap.builder()
          // The pipeline decodes path and query itself, once, and needs the bytes as they came.
          .set(UndertowOptions.DECODE_URL, false)
          .set(UndertowOptions.ALLOW_UNESCAPED_CHARACTERS_IN_URL, true)
          // Makes what Undertow decodes in spite of DECODE_URL reversible, see RequestHeads.
          .set(UndertowOptions.URL_CHARSET, "ISO-8859-1")
          .set(UndertowOptions.DECODE_SLASH, true)
          // The pipeline answers for header sections above 8 KiB, and for bodies that are too
          // large.
          .set(UndertowOptions.MAX_HEADER_SIZE, 1 << 20)
          .set(UndertowOptions.MAX_HEADERS, 1 << 14)
          .set(UndertowOptions.MAX_PARAMETERS, 1 << 14)
          .set(UndertowOptions.MAX_ENTITY_SIZE, -1L)
          // The pipeline sends Date; HTTP/1.1 needs no Connection header to keep a connection.
          .set(UndertowOptions.ALWAYS_SET_DATE, false)
          .set(UndertowOptions.ALWAYS_SET_KEEP_ALIVE, false)
          .set(UndertowOptions.ENABLE_HTTP2, false)
          // Buffering the answers to pipelined requests would hold back "100 Continue".
          .set(UndertowOptions.BUFFER_PIPELINED_DATA, false)
          .getMap();

  private static final OptionMap SOCKET_OPTIONS =
      OptionMap.builder()
          .set(Options.TCP_NODELAY, true)
          .set(Options.BACKLOG, 1000)
          // Each connection costs some kilobytes of heap; more than these wait in the backlog.
          .set(Options.CONNECTION_HIGH_WATER, 10_000)
          .set(Options.CONNECTION_LOW_WATER, 9_900)
          // On Windows the option would let two servers share a port.
          .set(Options.REUSE_ADDRESSES, File.separatorChar == '/')
          .getMap();

  private final XnioWorker worker;
  private final ByteBufferPool buffers;
  private final Service service;
  private final GracefulShutdownHandler running;
  private final HttpOpenListener connections;
  private final AcceptingChannel<StreamConnection> listener;
  private final @Nullable SecureListener secureListener;
  private final AtomicBoolean closed = new AtomicBoolean();

  private UndertowTransport(
      XnioWorker worker,
      ByteBufferPool buffers,
      Service service,
      InetSocketAddress address,
      @Nullable SecurePort securePort)
      throws IOException {
    this.worker = worker;
    this.buffers = buffers;
    this.service = service;
    running = new GracefulShutdownHandler(service.handler());
    connections = newConnections();
    listener =
        worker.createStreamConnectionServer(
            address, channel -> accept(channel, connections, service), SOCKET_OPTIONS);
    secureListener = securePort == null ? null : listenSecurely(securePort, address);
    listener.resumeAccepts();
  }

  private HttpOpenListener newConnections() {
    HttpOpenListener served = new HttpOpenListener(buffers, service.limits().in(HTTP_OPTIONS));
    served.setRootHandler(running);
    return served;
  }

  private SecureListener listenSecurely(SecurePort port, InetSocketAddress plain)
      throws IOException {
    InetSocketAddress address = new InetSocketAddress(plain.getAddress(), port.number());
    HttpOpenListener served = newConnections();
    try {
      return SecureListener.start(
          port.context(),
          address,
          worker,
          served,
          channel -> accept(channel, served, service),
          SOCKET_OPTIONS);
    } catch (IOException refused) {
      IoUtils.safeClose(listener);
      throw cannotListen(plain.getHostString(), port.number(), refused);
    }
  }

  /**
   * Starts to listen.
   *
   * @param port the port, or 0 for any free one
   * @throws UncheckedIOException if the address cannot be used; the message says which and why
   */
  public static UndertowTransport start(RequestPipeline pipeline, String host, int port) {
    return start(pipeline, host, port, TransportLimits.DEFAULT);
  }

  /**
   * Starts to listen for HTTP, and for HTTPS on another port.
   *
   * @param securePort the port for HTTPS, or null for none
   * @throws UncheckedIOException if an address cannot be used; the message says which and why
   */
  public static UndertowTransport start(
      RequestPipeline pipeline, String host, int port, @Nullable SecurePort securePort) {
    PipelineHandler handler = new PipelineHandler(pipeline);
    return start(new Service(handler, handler, TransportLimits.DEFAULT), host, port, securePort);
  }

  static UndertowTransport start(
      RequestPipeline pipeline, String host, int port, TransportLimits limits) {
    PipelineHandler handler = new PipelineHandler(pipeline);
    return start(new Service(handler, handler, limits), host, port);
  }

  static UndertowTransport start(HttpHandler handler, String host, int port) {
    return start(handler, host, port, null);
  }

  static UndertowTransport start(
      HttpHandler handler, String host, int port, @Nullable SecurePort securePort) {
    Service service = new Service(handler, (head, on) -> new byte[0], TransportLimits.DEFAULT);
    return start(service, host, port, securePort);
  }

  static UndertowTransport start(Service service, String host, int port) {
    return start(service, host, port, null);
  }

  private static UndertowTransport start(
      Service service, String host, int port, @Nullable SecurePort securePort) {
    InetSocketAddress address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw cannotListen(host, port, new UnknownHostException("Unknown host"));
    }
    XnioWorker worker = null;
    ByteBufferPool buffers = new DefaultByteBufferPool(true, BUFFER_SIZE, -1, BUFFERS_PER_THREAD);
    try {
      worker = newWorker();
      return new UndertowTransport(worker, buffers, service, address, securePort);
    } catch (IOException refused) {
      release(worker, buffers);
      throw cannotListen(host, port, refused);
    } catch (RuntimeException refused) {
      release(worker, buffers);
      throw refused;
    }
  }

  private static void release(@Nullable XnioWorker worker, ByteBufferPool buffers) {
    if (worker != null) {
      worker.shutdownNow();
    }
    buffers.close();
  }

  /** XNIO comes here once more than there are connections, which after closing is no error. */
  private static void accept(
      AcceptingChannel<? extends StreamConnection> listener,
      HttpOpenListener connections,
      Service service) {
    try {
      StreamConnection connection = listener.accept();
      if (connection != null) {
        WireGuard.install(connection, service.refusals(), service.limits());
        connections.handleEvent(connection);
      }
    } catch (ClosedChannelException closed) {
      LOG.log(Level.TRACE, "Closed while accepting", closed);
    } catch (IOException refused) {
      LOG.log(Level.WARNING, "Cannot accept a connection", refused);
    }
  }

  private static XnioWorker newWorker() throws IOException {
    return Xnio.getInstance(UndertowTransport.class.getClassLoader())
        .createWorker(
            OptionMap.builder()
                .set(Options.WORKER_NAME, "s3-emulator-" + INSTANCES.incrementAndGet())
                .set(Options.WORKER_IO_THREADS, Math.min(2, CORES))
                // Threads for what may block or takes long are made when needed and go when idle.
                .set(Options.WORKER_TASK_CORE_THREADS, 0)
                .set(Options.WORKER_TASK_MAX_THREADS, Math.max(4, 2 * CORES))
                .set(Options.WORKER_TASK_KEEPALIVE, WORKER_KEEP_ALIVE_MILLIS)
                .set(Options.THREAD_DAEMON, true)
                .getMap());
  }

  private static UncheckedIOException cannotListen(String host, int port, IOException cause) {
    String shown = host.indexOf(':') < 0 ? host : "[" + host + "]";
    return new UncheckedIOException(
        "Cannot listen on " + shown + ":" + port + ": " + cause.getMessage(), cause);
  }

  /**
   * What is served.
   *
   * @param refusals answers what Undertow cannot read and {@code handler} therefore does not get
   */
  record Service(HttpHandler handler, WireGuard.Refusals refusals, TransportLimits limits) {}

  /** Returns the port that it listens on. */
  public int port() {
    return listener.getLocalAddress(InetSocketAddress.class).getPort();
  }

  /**
   * Returns the port that it listens on for HTTPS.
   *
   * @throws IllegalStateException if it was started without
   */
  public int securePort() {
    if (secureListener == null) {
      throw new IllegalStateException("This transport was started without HTTPS.");
    }
    return secureListener.port();
  }

  /**
   * Stops listening, lets running requests end for a short while, and ends all threads. Closing
   * twice does nothing.
   */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    IoUtils.safeClose(listener);
    if (secureListener != null) {
      secureListener.stop();
    }
    running.shutdown();
    try {
      running.awaitShutdown(GRACE_MILLIS);
      connections.closeConnections();
      if (secureListener != null) {
        secureListener.closeConnections();
      }
      worker.shutdown();
      if (!worker.awaitTermination(TERMINATION_SECONDS, TimeUnit.SECONDS)) {
        worker.shutdownNow();
      }
    } catch (InterruptedException interrupted) {
      worker.shutdownNow();
      Thread.currentThread().interrupt();
    } finally {
      buffers.close();
      if (secureListener != null) {
        secureListener.release();
      }
    }
  }
}

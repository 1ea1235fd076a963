package dev.s3emulator.benchmarks;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** An Undertow that reads each request to its end and gives a constant answer: what HTTP costs. */
final class BareServer implements AutoCloseable {

  private static final String ETAG = "\"d41d8cd98f00b204e9800998ecf8427e\"";
  private static final long MAX_COLLECTED = 1 << 20;
  private static final int IO_THREADS = Math.min(2, Runtime.getRuntime().availableProcessors());

  /** Undertow logs each start and stop, which would count against it. */
  private static final List<Logger> SILENT =
      List.of(Logger.getLogger("io.undertow"), Logger.getLogger("org.xnio"));

  static {
    SILENT.forEach(logger -> logger.setLevel(Level.OFF));
  }

  private final Undertow undertow;
  private final ByteBuffer body;

  private BareServer(ByteBuffer body) {
    this.body = body;
    undertow =
        Undertow.builder()
            .addHttpListener(0, "127.0.0.1", this::handle)
            .setIoThreads(IO_THREADS)
            .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, -1L)
            .build();
  }

  /** Starts a server that answers GET and POST with the body, HEAD with its length. */
  static BareServer start(byte[] body) {
    return start(ByteBuffer.wrap(body));
  }

  /** Starts a server whose body is large, and therefore better off the heap. */
  static BareServer start(ByteBuffer body) {
    BareServer server = new BareServer(body);
    server.undertow.start();
    return server;
  }

  int port() {
    InetSocketAddress address = (InetSocketAddress) undertow.getListenerInfo().get(0).getAddress();
    return address.getPort();
  }

  @Override
  public void close() {
    undertow.stop();
  }

  private void handle(HttpServerExchange exchange) {
    HttpString method = exchange.getRequestMethod();
    switch (method.toString()) {
      case "PUT" -> receive(exchange);
      case "POST" -> exchange.getRequestReceiver().receiveFullBytes((done, read) -> content(done));
      case "DELETE" -> exchange.setStatusCode(204).endExchange();
      case "HEAD" -> {
        exchange.setResponseContentLength(body.remaining());
        exchange.endExchange();
      }
      default -> content(exchange);
    }
  }

  /** A small body is collected, as most servers would do; a large one is only read. */
  private void receive(HttpServerExchange exchange) {
    if (exchange.getRequestContentLength() <= MAX_COLLECTED) {
      exchange.getRequestReceiver().receiveFullBytes((done, read) -> stored(done));
    } else {
      exchange
          .getRequestReceiver()
          .receivePartialBytes(
              (done, read, last) -> {
                if (last) {
                  stored(done);
                }
              });
    }
  }

  private void stored(HttpServerExchange exchange) {
    exchange.getResponseHeaders().put(Headers.ETAG, ETAG);
    exchange.endExchange();
  }

  private void content(HttpServerExchange exchange) {
    exchange.getResponseSender().send(body.duplicate());
  }
}

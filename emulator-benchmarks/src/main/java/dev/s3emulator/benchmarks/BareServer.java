package dev.s3emulator.benchmarks;

import io.undertow.Undertow;
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
  private static final int IO_THREADS = Math.min(2, Runtime.getRuntime().availableProcessors());

  /** Undertow logs each start and stop, which would count against it. */
  private static final List<Logger> SILENT =
      List.of(Logger.getLogger("io.undertow"), Logger.getLogger("org.xnio"));

  static {
    SILENT.forEach(logger -> logger.setLevel(Level.OFF));
  }

  private final Undertow undertow;
  private final byte[] body;

  private BareServer(byte[] body) {
    this.body = body;
    undertow =
        Undertow.builder()
            .addHttpListener(0, "127.0.0.1", this::handle)
            .setIoThreads(IO_THREADS)
            .build();
  }

  /** Starts a server that answers GET and POST with the body, HEAD with its length. */
  static BareServer start(byte[] body) {
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
      case "PUT" -> exchange.getRequestReceiver().receiveFullBytes((done, read) -> stored(done));
      case "POST" -> exchange.getRequestReceiver().receiveFullBytes((done, read) -> content(done));
      case "DELETE" -> exchange.setStatusCode(204).endExchange();
      case "HEAD" -> {
        exchange.setResponseContentLength(body.length);
        exchange.endExchange();
      }
      default -> content(exchange);
    }
  }

  private void stored(HttpServerExchange exchange) {
    exchange.getResponseHeaders().put(Headers.ETAG, ETAG);
    exchange.endExchange();
  }

  private void content(HttpServerExchange exchange) {
    exchange.getResponseSender().send(ByteBuffer.wrap(body));
  }
}

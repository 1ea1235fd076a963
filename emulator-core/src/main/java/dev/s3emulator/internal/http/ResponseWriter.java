package dev.s3emulator.internal.http;

import dev.s3emulator.internal.protocol.ResponseBody;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Response;
import io.undertow.io.IoCallback;
import io.undertow.io.Sender;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.SameThreadExecutor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.xnio.IoUtils;
import org.xnio.conduits.StreamSinkConduit;

/** Sends an answer. */
final class ResponseWriter {

  private static final int NOT_MODIFIED = 304;
  private static final int NO_CONTENT = 204;

  /** Header names in Undertow's form; only those of metadata are not a small fixed set. */
  private static final Map<String, HttpString> NAMES = new ConcurrentHashMap<>();

  private ResponseWriter() {}

  /** Sends the answer to a request whose body has ended. */
  static void send(HttpServerExchange exchange, S3Response response) {
    writeHead(exchange, response);
    ResponseBody body = response.body();
    if (isBodiless(response.status())) {
      sendWithoutLength(exchange);
    } else if (exchange.getRequestMethod().equals(Methods.HEAD)) {
      sendHead(exchange, body);
    } else if (body instanceof ResponseBody.Content content) {
      ContentSender.send(exchange, content);
    } else if (body instanceof ResponseBody.Bytes bytes) {
      exchange.getResponseSender().send(ByteBuffer.wrap(bytes.bytes()));
    } else {
      exchange.endExchange();
    }
  }

  /** Sends an answer while the client may still be sending, and ends the connection with it. */
  static void sendAndClose(HttpServerExchange exchange, S3Response response) {
    writeHead(exchange, response);
    exchange.setPersistent(false);
    // A refusal is an error document, or nothing when it answers HEAD.
    byte[] document =
        response.body() instanceof ResponseBody.Bytes bytes ? bytes.bytes() : new byte[0];
    exchange.setResponseContentLength(document.length);
    // Undertow ends an exchange whose handler returns; that would close the connection too soon.
    exchange.dispatch(
        SameThreadExecutor.INSTANCE,
        () -> exchange.getResponseSender().send(ByteBuffer.wrap(document), new LastAnswer()));
  }

  private static void writeHead(HttpServerExchange exchange, S3Response response) {
    exchange.setStatusCode(response.status());
    HeaderMap headers = exchange.getResponseHeaders();
    response
        .headers()
        .forEach(
            (name, value) -> {
              // Metadata that came another way than in a header may have any name.
              if (HeaderText.isName(name)) {
                headers.add(nameOf(name), HeaderText.of(value));
              }
            });
  }

  private static HttpString nameOf(String name) {
    HttpString known = NAMES.get(name);
    if (known != null) {
      return known;
    }
    return name.startsWith(S3Headers.META_PREFIX)
        ? new HttpString(name)
        : NAMES.computeIfAbsent(name, HttpString::new);
  }

  private static boolean isBodiless(int status) {
    return status == NO_CONTENT || status == NOT_MODIFIED;
  }

  private static void sendWithoutLength(HttpServerExchange exchange) {
    exchange.getResponseHeaders().remove(Headers.CONTENT_TYPE);
    if (!exchange.isPersistent()) {
      exchange.getResponseHeaders().put(Headers.CONNECTION, "close");
    }
    // Undertow decides about the framing here and writes the headers later.
    exchange.getResponseChannel();
    exchange.getResponseHeaders().remove(Headers.CONTENT_LENGTH);
    exchange.getResponseHeaders().remove(Headers.TRANSFER_ENCODING);
    exchange.endExchange();
  }

  /** Only the answer about an object tells the length that GET would send (protocol-notes 8). */
  private static void sendHead(HttpServerExchange exchange, ResponseBody body) {
    if (body instanceof ResponseBody.Content content) {
      exchange.setResponseContentLength(content.length());
    } else if (exchange.isHttp11()) {
      exchange.getResponseHeaders().put(Headers.TRANSFER_ENCODING, "chunked");
    }
    exchange.endExchange();
  }

  /** Ends our side of the connection when the answer is out. */
  private static final class LastAnswer implements IoCallback {
    private boolean flushed;

    /** The answer was written, and then flushed. */
    @Override
    public void onComplete(HttpServerExchange exchange, Sender sender) {
      if (!flushed) {
        flushed = true;
        sender.close(this);
        return;
      }
      try {
        HttpServerConnection connection = (HttpServerConnection) exchange.getConnection();
        StreamSinkConduit sink = connection.getOriginalSinkConduit();
        sink.terminateWrites();
        sink.flush();
        WireGuard.of(exchange).linger();
      } catch (IOException gone) {
        IoUtils.safeClose(exchange.getConnection());
      }
    }

    @Override
    public void onException(HttpServerExchange exchange, Sender sender, IOException gone) {
      IoUtils.safeClose(exchange.getConnection());
    }
  }
}

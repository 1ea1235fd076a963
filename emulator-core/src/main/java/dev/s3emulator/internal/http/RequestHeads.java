package dev.s3emulator.internal.http;

import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.S3Headers;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import io.undertow.util.ParserUtils;
import java.net.InetAddress;

/** Reads the head of a request from Undertow. */
final class RequestHeads {

  private RequestHeads() {}

  static RequestHead of(HttpServerExchange exchange) {
    InetAddress client = exchange.getSourceAddress().getAddress();
    return new RequestHead(
        exchange.getRequestMethod().toString(),
        rawPath(exchange),
        exchange.getQueryString(),
        headers(exchange),
        "https".equals(exchange.getRequestScheme()),
        client == null ? "" : client.getHostAddress());
  }

  private static Headers headers(HttpServerExchange exchange) {
    HeaderMap map = exchange.getRequestHeaders();
    Headers.Builder headers = Headers.builder();
    for (long at = map.fastIterateNonEmpty(); at != -1; at = map.fiNextNonEmpty(at)) {
      HeaderValues values = map.fiCurrent(at);
      String name = values.getHeaderName().toString();
      for (int i = 0; i < values.size(); i++) {
        headers.add(name, values.get(i));
      }
    }
    Headers sent = headers.build();
    return exchange.isHostIncludedInRequestURI()
        ? withHostOf(exchange.getRequestURI(), sent)
        : sent;
  }

  /**
   * Takes the host of an absolute target, as a proxy gets it, in the place of another one in the
   * header (RFC 9112, 3.2.2). The same name stays as it was sent, because it may be signed.
   */
  private static Headers withHostOf(String uri, Headers sent) {
    int from = uri.indexOf("://") < 0 ? 0 : uri.indexOf("://") + 3;
    int slash = uri.indexOf('/', from);
    String authority = uri.substring(from, slash < 0 ? uri.length() : slash);
    String header = sent.first(S3Headers.HOST);
    if (header != null && withoutPort(header).equalsIgnoreCase(withoutPort(authority))) {
      return sent;
    }
    return Headers.builder().addAll(sent).set(S3Headers.HOST, authority).build();
  }

  private static String withoutPort(String host) {
    int colon = host.lastIndexOf(':');
    return colon < 0 || host.indexOf(']', colon) >= 0 ? host : host.substring(0, colon);
  }

  private static String rawPath(HttpServerExchange exchange) {
    String uri = exchange.getRequestURI();
    return restored(exchange.isHostIncludedInRequestURI() ? pathOfAbsolute(uri) : uri);
  }

  /** Returns the path behind scheme and authority. */
  private static String pathOfAbsolute(String uri) {
    int authority = uri.indexOf("://");
    int slash = uri.indexOf('/', authority < 0 ? 0 : authority + 3);
    return slash < 0 ? "/" : uri.substring(slash);
  }

  /**
   * Undertow decodes a path whose last peculiar character is one that should have been escaped,
   * such as a raw byte above 127, even when told not to decode. As it reads bytes as ISO-8859-1,
   * they are still what was sent, but an escape before them is now the byte that it stood for. That
   * means the same, save for the percent sign, which would be taken for an escape once more.
   */
  private static String restored(String path) {
    for (int i = path.length() - 1; i >= 0; i--) {
      char c = path.charAt(i);
      if (c == '%') {
        return path;
      }
      if (c > 127 || !ParserUtils.isRequestTargetChar((byte) c)) {
        return path.replace("%", "%25");
      }
    }
    return path;
  }
}

package dev.s3emulator.internal.http;

import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.TlsSession;
import io.undertow.Version;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.SSLSessionInfo;
import io.undertow.util.HeaderMap;
import io.undertow.util.HeaderValues;
import java.net.InetAddress;
import java.util.BitSet;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/** Reads the head of a request from Undertow. */
final class RequestHeads {

  /**
   * Projects with Spring Boot 3 have Undertow 2.3, because its list of versions comes before ours.
   * That one leaves paths as they are.
   */
  private static final boolean LEAVES_PATHS = Version.getVersionString().startsWith("2.3.");

  /** What Undertow's parser takes for ordinary in a path. In 2.3 its own list is elsewhere. */
  private static final BitSet PATH_CHARACTERS =
      "!$%&'()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]_abcdefghijklmnopqrstuvwxyz~"
          .chars()
          .collect(BitSet::new, BitSet::set, BitSet::or);

  private RequestHeads() {}

  static RequestHead of(HttpServerExchange exchange) {
    InetAddress client = exchange.getSourceAddress().getAddress();
    return new RequestHead(
        exchange.getRequestMethod().toString(),
        rawPath(exchange),
        exchange.getQueryString(),
        headers(exchange),
        "https".equals(exchange.getRequestScheme()),
        client == null ? "" : client.getHostAddress(),
        tlsSession(exchange));
  }

  private static @Nullable TlsSession tlsSession(HttpServerExchange exchange) {
    SSLSessionInfo info = exchange.getConnection().getSslSessionInfo();
    SSLSession session = info == null ? null : info.getSSLSession();
    return session == null ? null : new TlsSession(session.getProtocol(), session.getCipherSuite());
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
    String path = exchange.isHostIncludedInRequestURI() ? pathOfAbsolute(uri) : uri;
    return LEAVES_PATHS ? path : restored(path);
  }

  /** Returns the path behind scheme and authority. */
  private static String pathOfAbsolute(String uri) {
    int authority = uri.indexOf("://");
    int slash = uri.indexOf('/', authority < 0 ? 0 : authority + 3);
    return slash < 0 ? "/" : uri.substring(slash);
  }

  /**
   * Undertow 2.4 decodes a path whose last peculiar character is one that should have been escaped,
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
      if (!PATH_CHARACTERS.get(c)) {
        return path.replace("%", "%25");
      }
    }
    return path;
  }
}

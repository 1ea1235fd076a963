package dev.s3emulator.internal.protocol;

import org.jspecify.annotations.Nullable;

/**
 * A request as the transport received it, before anything was decoded and without its body.
 *
 * @param method the method as sent
 * @param rawPath the path as sent, from the first slash up to the question mark, still encoded
 * @param rawQuery the query as sent without the question mark, empty when there is none
 * @param headers the headers; header bytes above 127 stand as ISO-8859-1 characters
 * @param secure whether it came over TLS
 * @param remoteAddress the client's IP address
 * @param tls how the connection is encrypted, or null when it is not or nobody asked
 */
public record RequestHead(
    String method,
    String rawPath,
    String rawQuery,
    Headers headers,
    boolean secure,
    String remoteAddress,
    @Nullable TlsSession tls) {

  /** Makes a head of which nobody asked how its connection is encrypted. */
  public RequestHead(
      String method,
      String rawPath,
      String rawQuery,
      Headers headers,
      boolean secure,
      String remoteAddress) {
    this(method, rawPath, rawQuery, headers, secure, remoteAddress, null);
  }

  /** Returns the head with these headers in the place of its own. */
  public RequestHead with(Headers others) {
    return new RequestHead(method, rawPath, rawQuery, others, secure, remoteAddress, tls);
  }

  /** Returns the announced length of the body, or -1 when there is none or it is not a number. */
  public long contentLength() {
    String value = headers.first("Content-Length");
    if (value == null || value.isEmpty() || value.length() > 18) {
      return -1;
    }
    long length = 0;
    for (int i = 0; i < value.length(); i++) {
      int digit = value.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      length = length * 10 + digit;
    }
    return length;
  }
}

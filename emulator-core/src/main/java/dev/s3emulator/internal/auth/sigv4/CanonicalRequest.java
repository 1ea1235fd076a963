package dev.s3emulator.internal.auth.sigv4;

import dev.s3emulator.internal.protocol.RequestHead;

/**
 * What a signature of Version 4 covers of a request (protocol-notes 1). Its characters are bytes.
 *
 * @param method the method as sent
 * @param path the path, encoded once
 * @param query the query, encoded and sorted
 * @param headers the signed headers
 * @param payloadHash the SHA-256 of the body in hex, or the literal in its place
 */
record CanonicalRequest(
    String method, String path, String query, CanonicalHeaders headers, String payloadHash) {

  static CanonicalRequest of(RequestHead head, SignedHeaders signed, String payloadHash) {
    return new CanonicalRequest(
        head.method(),
        UriEncoding.path(head.rawPath()),
        CanonicalQuery.of(head.rawQuery()).text(),
        CanonicalHeaders.of(head.headers(), signed),
        payloadHash);
  }

  /** Returns the text that is hashed. */
  String text() {
    StringBuilder text = new StringBuilder(512);
    text.append(method).append('\n').append(path).append('\n').append(query).append('\n');
    headers.appendTo(text);
    text.append('\n');
    headers.appendNamesTo(text);
    return text.append('\n').append(payloadHash).toString();
  }

  CanonicalRequest withMethod(String other) {
    return new CanonicalRequest(other, path, query, headers, payloadHash);
  }

  CanonicalRequest withPath(String other) {
    return new CanonicalRequest(method, other, query, headers, payloadHash);
  }

  CanonicalRequest withQuery(String other) {
    return new CanonicalRequest(method, path, other, headers, payloadHash);
  }

  CanonicalRequest withHeaders(CanonicalHeaders other) {
    return new CanonicalRequest(method, path, query, other, payloadHash);
  }

  CanonicalRequest withPayloadHash(String other) {
    return new CanonicalRequest(method, path, query, headers, other);
  }
}

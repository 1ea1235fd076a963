package dev.s3emulator.internal.auth.sigv2;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.s3emulator.internal.auth.sigv4.Hmac;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.protocol.QueryParameters;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.RequestTarget;
import dev.s3emulator.internal.protocol.S3Headers;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a signature of Version 2 covers (protocol-notes 4). Its characters are bytes.
 *
 * @param method the method
 * @param contentMd5 the value of Content-MD5, empty when there is none
 * @param contentType the value of Content-Type, empty when there is none
 * @param date the value of Date, nothing beside x-amz-date, or the end of a presigned URL
 * @param amzHeaders the headers of S3, each with its line feed
 * @param resource bucket, path and sub-resources
 */
public record StringToSign(
    String method,
    String contentMd5,
    String contentType,
    String date,
    String amzHeaders,
    String resource) {

  private static final String DIGEST = "SHA-1";
  private static final String AMZ = "x-amz-";

  /** boto3 sends {@code /bucket} in path style and signs {@code /bucket/}, to which S3 agrees. */
  private static final String BUCKET_ALONE = "/[^/?]+(\\?.*)?";

  /** Returns what a request signs that has its signature in a header. */
  public static StringToSign ofHeader(
      RequestHead head, RequestTarget target, QueryParameters query) {
    Headers headers = head.headers();
    String date =
        headers.contains(S3Headers.AMZ_DATE) ? "" : headers.get(S3Headers.DATE).orElse("");
    return of(head, headers, date, CanonicalResource.of(head, target, query));
  }

  /**
   * Returns what a presigned URL signs. Headers that the client moved into the query count as
   * headers.
   *
   * @param expires the parameter of this name, which stands in the place of the date
   */
  public static StringToSign ofQuery(
      RequestHead head, RequestTarget target, QueryParameters query, String expires) {
    Headers.Builder all = Headers.builder().addAll(head.headers());
    query.forEach(
        (parameter, value) -> {
          if (isSigned(parameter) && !head.headers().contains(parameter)) {
            all.add(parameter, new String(value.getBytes(UTF_8), ISO_8859_1));
          }
        });
    return of(head, all.build(), expires, CanonicalResource.of(head, target, query));
  }

  private static boolean isSigned(String name) {
    return name.regionMatches(true, 0, AMZ, 0, AMZ.length())
        || name.equalsIgnoreCase(S3Headers.CONTENT_MD5)
        || name.equalsIgnoreCase(S3Headers.CONTENT_TYPE);
  }

  private static StringToSign of(RequestHead head, Headers headers, String date, String resource) {
    return new StringToSign(
        head.method(),
        headers.get(S3Headers.CONTENT_MD5).orElse(""),
        headers.get(S3Headers.CONTENT_TYPE).orElse(""),
        date,
        amzHeaders(headers),
        resource);
  }

  private static String amzHeaders(Headers headers) {
    Map<String, String> sorted = new TreeMap<>();
    headers.forEach(
        (name, value) -> {
          if (name.regionMatches(true, 0, AMZ, 0, AMZ.length())) {
            sorted.merge(name.toLowerCase(Locale.ROOT), value.strip(), (a, b) -> a + "," + b);
          }
        });
    StringBuilder lines = new StringBuilder();
    sorted.forEach((name, value) -> lines.append(name).append(':').append(value).append('\n'));
    return lines.toString();
  }

  /** Returns the text that is signed. */
  public String text() {
    return method
        + "\n"
        + contentMd5
        + "\n"
        + contentType
        + "\n"
        + date
        + "\n"
        + amzHeaders
        + resource;
  }

  /** Returns whether a secret makes this signature. */
  public boolean isSignedWith(String secret, String signature) {
    return signature(secret).equals(signature)
        || (resource.matches(BUCKET_ALONE)
            && withResource(resource.replaceFirst("(?=\\?|$)", "/"))
                .signature(secret)
                .equals(signature));
  }

  /** Returns the signature that a secret makes. */
  String signature(String secret) {
    byte[] code = new Hmac(DIGEST, secret.getBytes(UTF_8)).sign(text().getBytes(ISO_8859_1));
    return Base64.getEncoder().encodeToString(code);
  }

  StringToSign withMethod(String other) {
    return new StringToSign(other, contentMd5, contentType, date, amzHeaders, resource);
  }

  StringToSign withContentMd5(String other) {
    return new StringToSign(method, other, contentType, date, amzHeaders, resource);
  }

  StringToSign withContentType(String other) {
    return new StringToSign(method, contentMd5, other, date, amzHeaders, resource);
  }

  StringToSign withAmzHeaders(String other) {
    return new StringToSign(method, contentMd5, contentType, date, other, resource);
  }

  StringToSign withResource(String other) {
    return new StringToSign(method, contentMd5, contentType, date, amzHeaders, other);
  }
}

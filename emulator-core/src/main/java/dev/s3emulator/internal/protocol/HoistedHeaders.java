package dev.s3emulator.internal.protocol;

import dev.s3emulator.internal.domain.S3Exception;
import java.util.Locale;
import java.util.Set;

/**
 * Headers that a presigned URL carries as query parameters, as some SDKs make them (protocol-notes
 * 3): routing and operations must see them as headers, the verification of the signature must not.
 */
public final class HoistedHeaders {

  private static final String PREFIX = "x-amz-";

  /** Parameters that are the signature. */
  private static final Set<String> SIGNATURE =
      Set.of(
          "x-amz-algorithm",
          "x-amz-credential",
          "x-amz-date",
          "x-amz-expires",
          "x-amz-signedheaders",
          "x-amz-signature",
          "x-amz-security-token");

  /** What Signature Version 2 signs besides; boto3 moves them into the URL. */
  private static final Set<String> SIGNED_BY_V2 = Set.of("content-md5", "content-type");

  private HoistedHeaders() {}

  /**
   * Returns the head with the hoisted headers of a presigned URL behind its own; any other head as
   * it is.
   *
   * @throws S3Exception InvalidRequest if a parameter contradicts the header of its name
   */
  public static RequestHead restore(RequestHead head, QueryParameters query) {
    boolean v4 = query.contains("X-Amz-Algorithm");
    if (!v4 && !query.contains("Signature")) {
      return head;
    }
    Headers.Builder all = Headers.builder().addAll(head.headers());
    query.forEach(
        (parameter, value) -> {
          String name = parameter.toLowerCase(Locale.ROOT);
          if (isHeader(name) || (!v4 && SIGNED_BY_V2.contains(name))) {
            add(all, name, value, head.headers());
          }
        });
    return head.with(all.build());
  }

  private static boolean isHeader(String name) {
    return name.startsWith(PREFIX) && !SIGNATURE.contains(name);
  }

  private static void add(Headers.Builder all, String name, String value, Headers sent) {
    String header = sent.first(name);
    if (header == null) {
      all.add(name, value);
    } else if (!header.equals(value) && name.startsWith(PREFIX)) {
      // The text that S3 has for this is not known.
      throw S3Exception.invalidRequest(
          "The value of " + name + " differs between the header and the query string.");
    }
  }
}

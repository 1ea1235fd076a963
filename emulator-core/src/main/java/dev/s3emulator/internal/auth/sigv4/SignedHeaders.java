package dev.s3emulator.internal.auth.sigv4;

import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.protocol.S3Headers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The headers that a signature covers.
 *
 * @param names in lower case, sorted, each once
 * @param asSent the list as it stands in the request
 */
public record SignedHeaders(List<String> names, String asSent) {

  private static final String AMZ = "x-amz-";

  /** Reads a list such as {@code host;x-amz-date}. */
  public static SignedHeaders parse(String list) {
    String[] names = list.toLowerCase(Locale.ROOT).split(";");
    boolean sorted = true;
    for (int i = 1; i < names.length && sorted; i++) {
      sorted = names[i - 1].compareTo(names[i]) < 0;
    }
    if (!sorted) {
      names = Arrays.stream(names).sorted().distinct().toArray(String[]::new);
    }
    return new SignedHeaders(List.of(names), list);
  }

  /**
   * Checks that everything is signed that S3 needs to be: the host, the MD5 and every header of its
   * own but the payload hash, which is a part of every canonical request.
   *
   * @throws S3Exception AccessDenied with the names of the headers that are not
   */
  public void requireAllOf(Headers headers) {
    List<String> unsigned = new ArrayList<>(0);
    headers.forEach(
        (name, value) -> {
          if (mustBeSigned(name)) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!names.contains(lower) && !unsigned.contains(lower)) {
              unsigned.add(lower);
            }
          }
        });
    if (!unsigned.isEmpty()) {
      String list = String.join(", ", unsigned);
      throw S3Exception.of(
              S3Error.ACCESS_DENIED,
              "There were headers present in the request which were not signed")
          .with("HeadersNotSigned", list)
          .because(
              "The request has the header "
                  + list
                  + ", but its list of signed headers is \""
                  + asSent
                  + "\". Was it added after signing, or does a presigned URL not include it?");
    }
  }

  private static boolean mustBeSigned(String name) {
    return name.regionMatches(true, 0, AMZ, 0, AMZ.length())
        ? !name.equalsIgnoreCase(S3Headers.CONTENT_SHA256)
        : name.equalsIgnoreCase(S3Headers.HOST) || name.equalsIgnoreCase(S3Headers.CONTENT_MD5);
  }
}

package dev.s3emulator.internal.auth;

import static dev.s3emulator.internal.auth.Authenticating.changed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.protocol.RequestHead;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever single bit of a signed part changes, the request is refused. */
class OneChangeTest {

  private static final RequestHead IN_HEADER =
      new Signer()
          .inHeader(
              "PUT",
              "/bucket/a/key%20with%2Bsome",
              "partNumber=3&uploadId=abc",
              "Host",
              "127.0.0.1:9000",
              "Content-Type",
              "text/plain",
              "Content-MD5",
              "1B2M2Y8AsgTpgAmY7PhCfg==",
              "x-amz-meta-owner",
              "alice");

  private static final RequestHead IN_QUERY =
      new Signer().inQuery("GET", "/bucket/a/key", "versionId=abc", 600, "Host", "127.0.0.1:9000");

  private final Authenticating s3 = new Authenticating();

  static Stream<Arguments> parts() {
    Stream.Builder<Arguments> parts = Stream.builder();
    for (RequestHead head : new RequestHead[] {IN_HEADER, IN_QUERY}) {
      String form = head.equals(IN_QUERY) ? "query" : "header";
      parts.add(
          Arguments.of(form + " method", head, head.method(), (Change) OneChangeTest::method));
      parts.add(Arguments.of(form + " path", head, head.rawPath(), (Change) OneChangeTest::path));
      parts.add(
          Arguments.of(form + " query", head, head.rawQuery(), (Change) Authenticating::query));
      head.headers()
          .forEach(
              (name, value) ->
                  parts.add(
                      Arguments.of(
                          form + " " + name,
                          head,
                          value,
                          (Change) (request, other) -> changed(request, name, other))));
    }
    return parts.build();
  }

  /** Puts another text in the place of one part. */
  @FunctionalInterface
  interface Change {
    RequestHead apply(RequestHead head, String other);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("parts")
  void everyBitCounts(String part, RequestHead head, String text, Change change) {
    s3.authenticate(head);
    for (int i = 0; i < text.length(); i++) {
      for (int bit = 0; bit < 7; bit++) {
        char flipped = (char) (text.charAt(i) ^ (1 << bit));
        String other = text.substring(0, i) + flipped + text.substring(i + 1);
        if (!meansTheSame(text, other, i)) {
          assertThat(isSignedBySomebody(change.apply(head, other))).as(other).isFalse();
        }
      }
    }
  }

  /** Without the parameter of the algorithm a URL is not signed, which S3 does not refuse. */
  private boolean isSignedBySomebody(RequestHead head) {
    try {
      return !s3.authenticate(head).caller().isAnonymous();
    } catch (S3Exception refused) {
      return false;
    }
  }

  /** Some changes are none: of the case of hex digits, of the scheme and of header names. */
  private static boolean meansTheSame(String text, String other, int index) {
    if (text.startsWith("AWS4-HMAC-SHA256 ")) {
      boolean headerName =
          index > text.indexOf("SignedHeaders=") + 13 && index < text.indexOf(", Signature");
      return (index < 16 || headerName) && text.equalsIgnoreCase(other);
    }
    return text.equalsIgnoreCase(other) && index >= 1 && text.lastIndexOf('%', index) >= index - 2;
  }

  private static RequestHead method(RequestHead head, String method) {
    return new RequestHead(
        method, head.rawPath(), head.rawQuery(), head.headers(), false, "127.0.0.1");
  }

  private static RequestHead path(RequestHead head, String path) {
    return new RequestHead(
        head.method(), path, head.rawQuery(), head.headers(), false, "127.0.0.1");
  }
}

package dev.s3emulator.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The checks that every operation shares, and their order (delete-semantics 11). */
class RequestChecksTest {

  private static final String NO_SUCH_BUCKET =
      "<Error><Code>NoSuchBucket</Code><Message>The specified bucket does not exist</Message>"
          + "<BucketName>missing</BucketName></Error>";

  private final InProcessS3 s3 = new InProcessS3();

  @BeforeEach
  void createBucket() {
    s3.send("PUT", "/alpha");
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE, /missing",
    "GET, /missing?location",
    "GET, /missing?versioning",
    "PUT, /missing?versioning",
    "POST, /missing?delete",
    "DELETE, /missing/key",
    "DELETE, /missing/key?versionId=null"
  })
  void missingBucketIs404(String method, String url) {
    Answer answer = s3.send(method, url);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.xml()).isEqualTo(NO_SUCH_BUCKET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Invalid_Name", "ab", "UPPER"})
  void readingAnInvalidNameIs404(String name) {
    assertThat(s3.send("GET", "/" + name + "?location").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "abcd", "12345678901", "1234567890123", "12345678901x", "１２３４５６７８９０１２"})
  void expectedOwnerMustBeAnAccount(String owner) {
    Headers headers = Headers.of("x-amz-expected-bucket-owner", owner);

    String refusal = s3.send("GET", "/missing?location", headers).xml();

    assertThat(refusal)
        .isEqualTo(
            "<Error><Code>InvalidBucketOwnerAWSAccountID</Code><Message>The value of the expected"
                + " bucket owner parameter must be an AWS Account ID... ["
                + owner
                + "]</Message></Error>");
  }

  @Test
  void expectedOwnerIsComparedOnceTheBucketIsFound() {
    Headers other = Headers.of("x-amz-expected-bucket-owner", "999999999999");

    assertThat(s3.send("GET", "/missing?location", other).status()).isEqualTo(404);
    Answer refused = s3.send("GET", "/alpha?location", other);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.xml())
        .isEqualTo("<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>");
  }

  @Test
  void headerSectionHasAtMost8Kilobytes() {
    // Host and its value take 20 characters, and each line four more.
    int rest = RequestChecks.MAX_HEADER_BYTES - "Host".length() - "127.0.0.1:9000".length() - 4;
    String longest = "x".repeat(rest - "x-amz-meta-a".length() - 4);

    assertThat(s3.send("GET", "/alpha?location", Headers.of("x-amz-meta-a", longest)).status())
        .isEqualTo(200);
    Answer refused = s3.send("GET", "/alpha?location", Headers.of("x-amz-meta-a", longest + "x"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.xml())
        .isEqualTo(
            "<Error><Code>RequestHeaderSectionTooLarge</Code><Message>Your request header section"
                + " exceeds the maximum allowed size.</Message>"
                + "<MaxSizeAllowed>8192</MaxSizeAllowed></Error>");
  }

  @Test
  void keyHasAtMost1024Bytes() {
    assertThat(s3.send("DELETE", "/alpha/" + "é".repeat(512)).status()).isEqualTo(204);
    Answer refused = s3.send("DELETE", "/alpha/" + "é".repeat(512) + "x");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.xml())
        .isEqualTo(
            "<Error><Code>KeyTooLongError</Code><Message>Your key is too long</Message>"
                + "<Size>1025</Size><MaxSizeAllowed>1024</MaxSizeAllowed></Error>");
    assertThat(s3.send("DELETE", "/missing/" + "x".repeat(1025)).xml()).isEqualTo(NO_SUCH_BUCKET);
  }

  @Test
  void trailerFormComesAfterTheBucket() {
    Headers trailer = Headers.of("x-amz-content-sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER");

    assertThat(s3.send("GET", "/missing?location", trailer).xml()).isEqualTo(NO_SUCH_BUCKET);
    assertThat(s3.send("GET", "/alpha?location", trailer).xml())
        .isEqualTo(
            "<Error><Code>InvalidRequest</Code><Message>The value of x-amz-content-sha256 header is"
                + " invalid.</Message></Error>");
  }

  @Test
  void methodComesBeforeTheBucket() {
    assertThat(s3.send("DELETE", "/missing?versioning").status()).isEqualTo(405);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /alpha/key",
    "HEAD, /alpha/key",
    "DELETE, /alpha/key",
    "GET, /alpha",
    "POST, /alpha/key?uploadId=x"
  })
  void onlyAPutCopies(String method, String url) {
    Answer answer = s3.send(method, url, Headers.of("x-amz-copy-source", "/alpha/key"));

    assertThat(answer.status()).isEqualTo(400);
    if (!method.equals("HEAD")) {
      assertThat(answer.xml())
          .isEqualTo(
              "<Error><Code>InvalidArgument</Code><Message>You can only specify a copy source"
                  + " header for copy requests.</Message><ArgumentName>x-amz-copy-source"
                  + "</ArgumentName><ArgumentValue>/alpha/key</ArgumentValue></Error>");
    }
  }
}

package dev.s3emulator.internal.operation.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GetBucketVersioning (recorded-answers 9, xml-shapes A.10). */
class GetBucketVersioningTest {

  private static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";

  private final InProcessS3 s3 = new InProcessS3();

  @Test
  void neverSetIsEmpty() {
    s3.send("PUT", "/alpha");

    Answer answer = s3.send("GET", "/alpha?versioning");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.xml())
        .isEqualTo(
            "<VersioningConfiguration xmlns=\"" + NAMESPACE + "\"></VersioningConfiguration>");
  }

  @ParameterizedTest
  @CsvSource({
    "<Status>Enabled</Status>",
    "<Status>Suspended</Status>",
    "<Status>Enabled</Status><MfaDelete>Disabled</MfaDelete>"
  })
  void whatWasSetIsShown(String content) {
    s3.send("PUT", "/alpha");
    s3.send(
        "PUT",
        "/alpha?versioning",
        Headers.EMPTY,
        "<VersioningConfiguration>" + content + "</VersioningConfiguration>");

    assertThat(s3.send("GET", "/alpha?versioning").xml())
        .isEqualTo(
            "<VersioningConfiguration xmlns=\""
                + NAMESPACE
                + "\">"
                + content
                + "</VersioningConfiguration>");
  }

  @Test
  void lockBucketIsVersioned() {
    s3.send("PUT", "/alpha", Headers.of("x-amz-bucket-object-lock-enabled", "true"));

    assertThat(s3.send("GET", "/alpha?versioning").xml()).contains("<Status>Enabled</Status>");
  }

  @Test
  void missingBucketIs404() {
    assertThat(s3.send("GET", "/alpha?versioning").xml())
        .isEqualTo(
            "<Error><Code>NoSuchBucket</Code><Message>The specified bucket does not"
                + " exist</Message><BucketName>alpha</BucketName></Error>");
  }

  @Test
  void expectedOwnerMustBeTheOwner() {
    s3.send("PUT", "/alpha");

    assertThat(
            s3.send(
                    "GET",
                    "/alpha?versioning",
                    Headers.of("x-amz-expected-bucket-owner", "999999999999"))
                .status())
        .isEqualTo(403);
  }
}

package dev.s3emulator.internal.operation.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HeadBucket (protocol-notes 8, recorded-answers 17). */
class HeadBucketTest {

  private final InProcessS3 s3 = new InProcessS3();

  @ParameterizedTest
  @CsvSource({
    "'', us-east-1, arn:aws:s3:::alpha",
    "EU, eu-west-1, arn:aws:s3:::alpha",
    "cn-north-1, cn-north-1, arn:aws-cn:s3:::alpha"
  })
  void headersTellWhereTheBucketIs(String constraint, String region, String arn) {
    s3.send(
        "PUT",
        "/alpha",
        Headers.EMPTY,
        "<CreateBucketConfiguration><LocationConstraint>%s</LocationConstraint>"
                .formatted(constraint)
            + "</CreateBucketConfiguration>");

    Answer answer = s3.send("HEAD", "/alpha");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("x-amz-bucket-region")).isEqualTo(region);
    assertThat(answer.header("x-amz-bucket-arn")).isEqualTo(arn);
    assertThat(answer.header("x-amz-access-point-alias")).isEqualTo("false");
    assertThat(answer.header("Content-Type")).isEqualTo("application/xml");
    assertThat(answer.bytes()).isEmpty();
  }

  @Test
  void missingBucketIs404WithoutDocument() {
    Answer answer = s3.send("HEAD", "/alpha");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.bytes()).isEmpty();
    assertThat(answer.header("x-amz-bucket-region")).isNull();
  }

  @ParameterizedTest
  @CsvSource({"123456789012, 200", "999999999999, 403", "abcd, 400"})
  void expectedOwnerMustBeTheOwner(String owner, int status) {
    s3.send("PUT", "/alpha");

    assertThat(s3.send("HEAD", "/alpha", Headers.of("x-amz-expected-bucket-owner", owner)).status())
        .isEqualTo(status);
  }
}

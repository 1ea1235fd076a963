package dev.s3emulator.internal.operation.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GetBucketLocation (xml-shapes A.10). */
class GetBucketLocationTest {

  private final InProcessS3 s3 = new InProcessS3();

  @ParameterizedTest
  @CsvSource({"'', ''", "eu-west-1, eu-west-1", "EU, EU", "ap-southeast-7, ap-southeast-7"})
  void locationIsTheConstraintOfTheCreation(String constraint, String location) {
    s3.send(
        "PUT",
        "/alpha",
        Headers.EMPTY,
        "<CreateBucketConfiguration><LocationConstraint>%s</LocationConstraint>"
                .formatted(constraint)
            + "</CreateBucketConfiguration>");

    Answer answer = s3.send("GET", "/alpha?location");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/xml");
    assertThat(answer.text())
        .isEqualTo(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<LocationConstraint"
                + " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
                + location
                + "</LocationConstraint>");
  }

  @Test
  void keyInThePathMeansNothing() {
    s3.send("PUT", "/alpha");

    assertThat(s3.send("GET", "/alpha/key?location").status()).isEqualTo(200);
  }

  @Test
  void missingBucketIs404() {
    assertThat(s3.send("GET", "/alpha?location").xml())
        .isEqualTo(
            "<Error><Code>NoSuchBucket</Code><Message>The specified bucket does not"
                + " exist</Message><BucketName>alpha</BucketName></Error>");
  }
}

package dev.s3emulator.internal.operation.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.BucketSettings;
import dev.s3emulator.internal.domain.VersioningState;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** DeleteBucket (recorded-answers 8). */
class DeleteBucketTest {

  private final InProcessS3 s3 = new InProcessS3();

  @BeforeEach
  void createBucket() {
    s3.send("PUT", "/alpha");
  }

  @Test
  void emptyBucketGoesAway() {
    Answer answer = s3.send("DELETE", "/alpha");

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.text()).isEmpty();
    assertThat(answer.header("Content-Type")).isNull();
    assertThat(s3.engine().state().bucket("alpha")).isEmpty();
    assertThat(s3.send("DELETE", "/alpha").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Enabled", "Suspended"})
  void deleteMarkerKeepsVersionedBucket(String status) {
    version(status);
    String marker = s3.send("DELETE", "/alpha/key").header("x-amz-version-id");

    Answer answer = s3.send("DELETE", "/alpha");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>BucketNotEmpty</Code><Message>The bucket you tried to delete is not"
                + " empty. You must delete all versions in the"
                + " bucket.</Message><BucketName>alpha</BucketName></Error>");
    s3.send("DELETE", "/alpha/key?versionId=" + marker);
    assertThat(s3.send("DELETE", "/alpha").status()).isEqualTo(204);
  }

  @Test
  void objectKeepsUnversionedBucket() {
    version("Suspended");
    s3.send("DELETE", "/alpha/key");
    // An entry made while suspended stands for an object: what counts is that there is one.
    s3.engine()
        .change(
            state -> {
              BucketSettings settings = state.requireBucket("alpha").settings();
              return state.with(
                  state
                      .requireBucket("alpha")
                      .with(settings.withVersioning(VersioningState.UNVERSIONED)));
            });

    Answer answer = s3.send("DELETE", "/alpha");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>BucketNotEmpty</Code><Message>The bucket you tried to delete is not"
                + " empty</Message><BucketName>alpha</BucketName></Error>");
  }

  @Test
  void recreatedBucketHasNothingOfTheOldOne() {
    version("Enabled");
    s3.send("DELETE", "/alpha");
    s3.advanceSeconds(5);
    s3.send("PUT", "/alpha");

    assertThat(s3.send("GET", "/alpha?versioning").xml()).doesNotContain("Status");
  }

  @Test
  void missingBucketIs404() {
    assertThat(s3.send("DELETE", "/beta").xml())
        .isEqualTo(
            "<Error><Code>NoSuchBucket</Code><Message>The specified bucket does not"
                + " exist</Message><BucketName>beta</BucketName></Error>");
  }

  @ParameterizedTest
  @CsvSource({
    "123456789012, 204, ''",
    "999999999999, 403, <Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>",
    "abcd, 400, <Error><Code>InvalidBucketOwnerAWSAccountID</Code><Message>The value of the"
        + " expected bucket owner parameter must be an AWS Account ID... [abcd]</Message></Error>"
  })
  void expectedOwnerMustBeTheOwner(String owner, int status, String xml) {
    Answer answer = s3.send("DELETE", "/alpha", Headers.of("x-amz-expected-bucket-owner", owner));

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.xml()).isEqualTo(xml);
    assertThat(s3.engine().state().bucket("alpha").isPresent()).isEqualTo(status != 204);
  }

  private void version(String status) {
    s3.send(
        "PUT",
        "/alpha?versioning",
        Headers.EMPTY,
        "<VersioningConfiguration><Status>" + status + "</Status></VersioningConfiguration>");
  }
}

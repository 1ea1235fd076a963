package dev.s3emulator.internal.domain;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of buckets (protocol-notes 14). */
class BucketNamesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc",
        "a-b",
        "a.b",
        "a.-b",
        "0a0",
        "123",
        "1.2.3",
        "1.2.3.4.5",
        "1.2.3.x",
        "my.bucket.example.com",
        "a--b",
        "sthree",
        "xn-a",
        "milan"
      })
  void validNamesAreReturned(String name) {
    assertThat(BucketNames.requireValid(name)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "ab",
        "-ab",
        "ab-",
        ".ab",
        "ab.",
        "a..b",
        "Abc",
        "a_b",
        "a b",
        "a/b",
        "bücket",
        "abc\n",
        "192.168.5.4",
        "999.1.1.1",
        "xn--abc",
        "sthree-abc",
        "sthree-configurator",
        "amzn-s3-demo-bucket",
        "name-s3alias",
        "name--ol-s3",
        "name.mrap",
        "name--use1-az4--x-s3",
        "name--table-s3",
        "name-123456789012-us-east-1-an"
      })
  void otherNamesAreRefused(String name) {
    S3Exception refusal =
        catchThrowableOfType(S3Exception.class, () -> BucketNames.requireValid(name));

    assertThat(refusal.error()).isEqualTo(S3Error.INVALID_BUCKET_NAME);
    assertThat(refusal).hasMessage("The specified bucket is not valid.");
    assertThat(refusal.elements()).containsExactly(entry("BucketName", name));
  }

  @ParameterizedTest
  @CsvSource({"3, true", "63, true", "2, false", "64, false"})
  void lengthIsLimited(int length, boolean valid) {
    String name = "a".repeat(length);

    assertThat(catchThrowableOfType(S3Exception.class, () -> BucketNames.requireValid(name)))
        .matches(refusal -> (refusal == null) == valid);
  }

  @Test
  void directoryBucketsAreKnownByTheirSuffix() {
    assertThat(BucketNames.isDirectoryBucket("name--use1-az4--x-s3")).isTrue();
    assertThat(BucketNames.isDirectoryBucket("name--x-s3-not")).isFalse();
  }
}

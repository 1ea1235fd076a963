package dev.s3emulator.internal.operation.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.s3emulator.internal.domain.ObjectMetadata;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.StorageClass;
import dev.s3emulator.internal.protocol.Headers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The metadata of a write (protocol-notes 15, 19). */
class MetadataHeadersTest {

  @Test
  void headersThatSayNothingAboutTheObjectAreNotKept() {
    ObjectMetadata metadata =
        MetadataHeaders.read(
            Headers.of("Host", "h", "Content-Length", "1", "Content-Type", "", "x-amz-acl", "a"));

    assertThat(metadata).isEqualTo(ObjectMetadata.NONE);
  }

  @Test
  void systemMetadataAreKeptUnderTheirNames() {
    ObjectMetadata metadata =
        MetadataHeaders.read(Headers.of("content-type", "a/b", "EXPIRES", "never"));

    assertThat(metadata.system()).isEqualTo(Map.of("Content-Type", "a/b", "Expires", "never"));
  }

  @ParameterizedTest
  @CsvSource({
    "aws-chunked, ",
    "AWS-Chunked, ",
    "'aws-chunked,gzip', gzip",
    "'gzip, aws-chunked', gzip",
    "'gzip, aws-chunked, br', 'gzip,br'",
    "'gzip, br', 'gzip, br'"
  })
  void framingOfTheBodyIsNotKept(String sent, String kept) {
    ObjectMetadata metadata = MetadataHeaders.read(Headers.of("Content-Encoding", sent));

    assertThat(metadata.system().get("Content-Encoding")).isEqualTo(kept);
  }

  @Test
  void namesAreLowerCaseAndRepeatedOnesJoined() {
    ObjectMetadata metadata =
        MetadataHeaders.read(
            Headers.of("X-Amz-Meta-A", "1", "x-amz-meta-a", "2", "x-amz-meta-b", ""));

    assertThat(metadata.user()).isEqualTo(Map.of("a", "1,2", "b", ""));
  }

  @Test
  void encodedValuesAreKeptDecoded() {
    ObjectMetadata metadata =
        MetadataHeaders.read(Headers.of("x-amz-meta-a", "=?UTF-8?Q?gr=C3=BCn?="));

    assertThat(metadata.user()).isEqualTo(Map.of("a", "grün"));
  }

  @Test
  void limitCountsBytesOfNamesAndDecodedValues() {
    // One byte for the name, two for each ü.
    String value = "ü".repeat(1023);

    assertThatCode(() -> MetadataHeaders.read(Headers.of("x-amz-meta-a", value + "1")))
        .doesNotThrowAnyException();
    S3Exception refused =
        catchThrowableOfType(
            S3Exception.class,
            () -> MetadataHeaders.read(Headers.of("x-amz-meta-a", value + "12")));

    assertThat(refused.error()).isEqualTo(S3Error.METADATA_TOO_LARGE);
    assertThat(refused.elements())
        .containsExactly(Map.entry("Size", "2049"), Map.entry("MaxSizeAllowed", "2048"));
  }

  @Test
  void systemMetadataHaveALimitOfTheirOwn() {
    Headers within =
        Headers.of("x-amz-meta-a", "v".repeat(2000), "Cache-Control", "v".repeat(2000));

    assertThat(MetadataHeaders.read(within).system()).hasSize(1);
    assertThat(
            catchThrowableOfType(
                    S3Exception.class,
                    () -> MetadataHeaders.read(Headers.of("Cache-Control", "v".repeat(2048))))
                .error())
        .isEqualTo(S3Error.METADATA_TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/a", "http://a", "https://a"})
  void redirectNeedsAKnownPrefix(String location) {
    assertThat(
            MetadataHeaders.read(Headers.of("x-amz-website-redirect-location", location))
                .websiteRedirect())
        .contains(location);
  }

  @Test
  void copyKeepsWhatWasSaidAboutTheContentOnly() {
    ObjectMetadata source =
        MetadataHeaders.read(Headers.of("x-amz-meta-a", "1", "x-amz-storage-class", "GLACIER_IR"));

    ObjectMetadata copied = MetadataHeaders.readCopied(source, Headers.of("x-amz-meta-a", "2"));

    assertThat(copied.user()).isEqualTo(Map.of("a", "1"));
    assertThat(copied.storageClass()).isEqualTo(StorageClass.STANDARD);
    assertThat(MetadataHeaders.readCopied(copied, Headers.EMPTY)).isSameAs(copied);
  }

  @Test
  void recentValuesAreSharedAndForgotten() {
    RecentMetadata recent = new RecentMetadata();
    ObjectMetadata first = recent.share(metadata(0));

    assertThat(recent.share(metadata(0))).isSameAs(first);
    for (int i = 1; i < 1000; i++) {
      recent.share(metadata(i));
    }
    ObjectMetadata again = metadata(0);
    assertThat(recent.share(again)).isSameAs(again).isEqualTo(first);
  }

  private static ObjectMetadata metadata(int number) {
    return MetadataHeaders.read(Headers.of("x-amz-meta-n", Integer.toString(number)));
  }
}

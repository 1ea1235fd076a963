package dev.s3emulator.internal.domain.checksum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksumTest {
  private static final byte[] FOUR = {1, 2, 3, 4};

  @Test
  void parsedHeaderIsAFullObjectChecksum() {
    Checksum checksum = Checksum.parseHeader(ChecksumAlgorithm.CRC32, "AQIDBA==").orElseThrow();

    assertThat(checksum).isEqualTo(Checksum.of(ChecksumAlgorithm.CRC32, FOUR));
    assertThat(checksum.algorithm()).isEqualTo(ChecksumAlgorithm.CRC32);
    assertThat(checksum.type()).isEqualTo(ChecksumType.FULL_OBJECT);
    assertThat(checksum.parts()).isZero();
    assertThat(checksum.value()).isEqualTo(FOUR);
    assertThat(checksum.headerValue()).isEqualTo("AQIDBA==");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "AQIDBA",
        "AQIDBA=",
        "AQID",
        "AQIDBAU=",
        "AQIDBAUG",
        "AQI BA==",
        "AQI_BA==",
        "====A===",
        "AQIDBA==-1",
        "AQIDBA==\n",
        "é"
      })
  void textThatIsNotBase64OfTheRightLengthIsNoChecksum(String text) {
    assertThat(Checksum.parseHeader(ChecksumAlgorithm.CRC32, text)).isEmpty();
  }

  @Test
  void differentValuesDiffer() {
    assertThat(Checksum.parseHeader(ChecksumAlgorithm.CRC32, "pKfQ1g=="))
        .isNotEqualTo(Checksum.parseHeader(ChecksumAlgorithm.CRC32, "EtjH+g=="));
  }

  @Test
  void algorithmAndTypeCountForEquality() {
    Checksum crc32 = Checksum.of(ChecksumAlgorithm.CRC32, FOUR);
    Checksum composite = Checksum.compositeOf(List.of(crc32));

    assertThat(crc32).isNotEqualTo(Checksum.of(ChecksumAlgorithm.CRC32C, FOUR));
    assertThat(composite).isNotEqualTo(Checksum.of(ChecksumAlgorithm.CRC32, composite.value()));
    assertThat(composite).isEqualTo(Checksum.compositeOf(List.of(crc32)));
    assertThat(composite).hasSameHashCodeAs(Checksum.compositeOf(List.of(crc32)));
  }

  @ParameterizedTest
  @CsvSource({
    "CRC32, pKfQ1g==, EtjH+g==, ffvsPg==-2",
    "CRC32C, QQMJOA==, VuWcZA==, GBC29w==-2",
    "SHA1, /0PtpYyeUV1tAQsr7lmbnu1QvR0=, MHuwakeNfat0Y7jWLGZj73oxQbQ=,"
        + " MYT07J/F1w5ehF4TIu6RBO6xGyk=-2",
    "SHA256, jtSG8+GxYLnGnK0KNpPglGRs7s/dDB/KiuNC2b0opeA=,"
        + " dCkeoUCC41NTQy9sjZjTrSW5D3YkAapaMh0Hj9gebOA=,"
        + " zn43qKm74fyLwflJLw/2yQA4MpVwfExouWuCkrKShnk=-2",
  })
  void compositeIsTheChecksumOfThePartsChecksums(
      ChecksumAlgorithm algorithm, String part1, String part2, String expected) {
    Checksum first = Bytes.checksum(algorithm, Bytes.of("part-one-"));
    Checksum second = Bytes.checksum(algorithm, Bytes.of("part-two"));

    Checksum composite = Checksum.compositeOf(List.of(first, second));

    assertThat(first.headerValue()).isEqualTo(part1);
    assertThat(second.headerValue()).isEqualTo(part2);
    assertThat(composite.headerValue()).isEqualTo(expected);
    assertThat(composite.base64()).isEqualTo(expected.replace("-2", ""));
    assertThat(composite.type()).isEqualTo(ChecksumType.COMPOSITE);
    assertThat(composite.parts()).isEqualTo(2);
  }

  @Test
  void compositeNeedsPartsOfOneAlgorithm() {
    Checksum crc32 = Checksum.of(ChecksumAlgorithm.CRC32, FOUR);
    Checksum crc32c = Checksum.of(ChecksumAlgorithm.CRC32C, FOUR);

    assertThatThrownBy(() -> Checksum.compositeOf(List.of(crc32, crc32c)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("CRC32C among CRC32");
    assertThatThrownBy(() -> Checksum.compositeOf(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a composite checksum needs a part");
  }

  @Test
  void valueOfTheWrongLengthIsRefused() {
    assertThatThrownBy(() -> Checksum.of(ChecksumAlgorithm.CRC64NVME, FOUR))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("CRC64NVME has 8 bytes, not 4");
  }

  @Test
  void bytesAreCopiedOnTheWayInAndOut() {
    byte[] given = FOUR.clone();
    Checksum checksum = Checksum.of(ChecksumAlgorithm.CRC32, given);
    given[0] = 99;
    checksum.value()[1] = 99;

    assertThat(checksum.value()).isEqualTo(FOUR);
  }

  @Test
  void printsAlgorithmAndValue() {
    assertThat(Checksum.of(ChecksumAlgorithm.CRC32, FOUR)).hasToString("CRC32 AQIDBA==");
  }
}

package dev.s3emulator.internal.domain.checksum;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksumAlgorithmTest {
  @ParameterizedTest
  @CsvSource({
    "CRC32, crc32, x-amz-checksum-crc32, 4",
    "CRC32C, crc32c, x-amz-checksum-crc32c, 4",
    "CRC64NVME, crc64nvme, x-amz-checksum-crc64nvme, 8",
    "SHA1, sha1, x-amz-checksum-sha1, 20",
    "SHA256, sha256, x-amz-checksum-sha256, 32",
    "SHA512, sha512, x-amz-checksum-sha512, 64",
    "MD5, md5, x-amz-checksum-md5, 16",
    "XXHASH64, xxhash64, x-amz-checksum-xxhash64, 8",
    "XXHASH3, xxhash3, x-amz-checksum-xxhash3, 8",
    "XXHASH128, xxhash128, x-amz-checksum-xxhash128, 16",
  })
  void hasItsNamesAndLength(
      ChecksumAlgorithm algorithm, String headerSuffix, String headerName, int digestLength) {
    assertThat(algorithm.wireName()).isEqualTo(algorithm.name());
    assertThat(algorithm.headerSuffix()).isEqualTo(headerSuffix);
    assertThat(algorithm.headerName()).isEqualTo(headerName);
    assertThat(algorithm.digestLength()).isEqualTo(digestLength);
  }

  @ParameterizedTest
  @EnumSource
  void digestHasTheDigestLength(ChecksumAlgorithm algorithm) {
    assertThat(algorithm.newDigest().digest()).hasSize(algorithm.digestLength());
  }

  @ParameterizedTest
  @EnumSource
  void isFoundByItsWireNameAndItsHeaderName(ChecksumAlgorithm algorithm) {
    assertThat(ChecksumAlgorithm.parse(algorithm.wireName())).contains(algorithm);
    assertThat(ChecksumAlgorithm.parse(algorithm.headerSuffix())).contains(algorithm);
    assertThat(ChecksumAlgorithm.fromHeaderName(algorithm.headerName())).contains(algorithm);
  }

  @Test
  void wireNameMayBeOfMixedCase() {
    assertThat(ChecksumAlgorithm.parse("Crc64Nvme")).contains(ChecksumAlgorithm.CRC64NVME);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "CRC", "CRC-32", " CRC32", "x-amz-checksum-crc32"})
  void otherNamesAreUnknown(String name) {
    assertThat(ChecksumAlgorithm.parse(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x-amz-checksum-foo",
        "x-amz-checksum-type",
        "x-amz-checksum-algorithm",
        "x-amz-checksum-mode",
        "crc32"
      })
  void otherHeadersAreNotChecksums(String headerName) {
    assertThat(ChecksumAlgorithm.fromHeaderName(headerName)).isEmpty();
  }
}

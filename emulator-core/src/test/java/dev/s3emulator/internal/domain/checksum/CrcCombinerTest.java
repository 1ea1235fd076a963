package dev.s3emulator.internal.domain.checksum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class CrcCombinerTest {
  @ParameterizedTest
  @CsvSource({
    "CRC32, pKfQ1g==, EtjH+g==, +NejJA==",
    "CRC32C, QQMJOA==, VuWcZA==, gHrr0A==",
    "CRC64NVME, 6+oMhc+dM3Y=, UWCXFjxWX1A=, mqkg0PIYgBE=",
  })
  void combinesTheCrcsOfTwoParts(
      ChecksumAlgorithm algorithm, String part1, String part2, String expected) {
    Checksum first = Checksum.parseHeader(algorithm, part1).orElseThrow();
    Checksum second = Checksum.parseHeader(algorithm, part2).orElseThrow();

    Checksum combined = CrcCombiner.combine(first, second, "part-two".length());

    assertThat(first).isEqualTo(Bytes.checksum(algorithm, Bytes.of("part-one-")));
    assertThat(second).isEqualTo(Bytes.checksum(algorithm, Bytes.of("part-two")));
    assertThat(combined.headerValue()).isEqualTo(expected);
    assertThat(combined.type()).isEqualTo(ChecksumType.FULL_OBJECT);
  }

  @ParameterizedTest
  @EnumSource(names = {"CRC32", "CRC32C", "CRC64NVME"})
  void agreesWithTheCrcOfTheWholeWhereverItIsSplit(ChecksumAlgorithm algorithm) {
    byte[] data = Bytes.sequence(1000);
    Checksum whole = Bytes.checksum(algorithm, data);

    for (int split = 0; split <= data.length; split += 25) {
      Checksum first = Bytes.checksum(algorithm, Arrays.copyOf(data, split));
      Checksum second = Bytes.checksum(algorithm, Arrays.copyOfRange(data, split, data.length));

      assertThat(CrcCombiner.combine(first, second, data.length - split))
          .as("split at %d", split)
          .isEqualTo(whole);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CRC32", "CRC32C", "CRC64NVME"})
  void lengthsBeyondAnIntAreCombinedLikeManyShortOnes(ChecksumAlgorithm algorithm) {
    Checksum mebibyte = Bytes.checksum(algorithm, new byte[1 << 20]);
    Checksum doubled = mebibyte;
    long length = 1 << 20;
    while (length < 1L << 40) {
      doubled = CrcCombiner.combine(doubled, doubled, length);
      length *= 2;
    }

    // Associativity: (A + B) + C = A + (B + C), where B + C is longer than an int can tell.
    Checksum left =
        CrcCombiner.combine(CrcCombiner.combine(mebibyte, doubled, length), mebibyte, 1 << 20);
    Checksum right =
        CrcCombiner.combine(
            mebibyte, CrcCombiner.combine(doubled, mebibyte, 1 << 20), length + (1 << 20));
    assertThat(left).isEqualTo(right).isNotEqualTo(doubled);
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"CRC32", "CRC32C", "CRC64NVME"})
  void otherAlgorithmsCannotBeCombined(ChecksumAlgorithm algorithm) {
    Checksum checksum = Bytes.checksum(algorithm, Bytes.of("a"));

    assertThatThrownBy(() -> CrcCombiner.combine(checksum, checksum, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(algorithm + " is not a CRC");
  }

  @Test
  void onlyFullObjectChecksumsOfOneAlgorithmCanBeCombined() {
    Checksum crc32 = Bytes.checksum(ChecksumAlgorithm.CRC32, Bytes.of("a"));
    Checksum crc32c = Bytes.checksum(ChecksumAlgorithm.CRC32C, Bytes.of("a"));
    Checksum composite = Checksum.compositeOf(List.of(crc32));

    for (Checksum second : List.of(crc32c, composite)) {
      assertThatThrownBy(() -> CrcCombiner.combine(crc32, second, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("cannot combine " + crc32 + " and " + second);
    }
    assertThatThrownBy(() -> CrcCombiner.combine(crc32, crc32, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("negative length -1");
  }
}

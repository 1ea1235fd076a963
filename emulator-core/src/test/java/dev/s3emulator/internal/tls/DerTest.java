package dev.s3emulator.internal.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Encodings from X.690 and RFC 5280, byte for byte. */
class DerTest {

  @ParameterizedTest
  @CsvSource({
    "0, 020100",
    "2, 020102",
    "127, 02017F",
    "128, 02020080",
    "256, 02020100",
    "-128, 020180"
  })
  void integersAreAsShortAsTheirSignPermits(BigInteger number, String hex) {
    assertThat(hex(Der.integer(number))).isEqualTo(hex);
  }

  @Test
  void objectIdentifiersPackSevenBitsAByte() {
    assertThat(hex(Der.objectIdentifier(1, 2, 840, 10045, 4, 3, 2)))
        .isEqualTo("06082A8648CE3D040302");
    assertThat(hex(Der.objectIdentifier(2, 5, 29, 17))).isEqualTo("0603551D11");
    assertThat(hex(Der.objectIdentifier(1, 2, 0, 127, 128, 16384)))
        .isEqualTo("06082A007F8100818000");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0400",
    "127, 047F",
    "128, 048180",
    "255, 0481FF",
    "256, 04820100",
    "65536, 0483010000"
  })
  void lengthsTakeAsFewBytesAsPossible(int length, String head) {
    assertThat(hex(Der.octetString(new byte[length])))
        .startsWith(head)
        .hasSize(head.length() + 2 * length);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-03T16:45:09Z, 170D3236303230333136343530395A",
    "2049-12-31T23:59:59Z, 170D3439313233313233353935395A",
    "2050-01-01T00:00:00Z, 180F32303530303130313030303030305A"
  })
  void yearsBefore2050HaveTwoDigits(Instant time, String hex) {
    assertThat(hex(Der.time(time))).isEqualTo(hex);
  }

  @Test
  void valuesNestInSequencesAndTags() {
    assertThat(hex(Der.sequence(Der.bool(true), Der.bool(false)))).isEqualTo("30060101FF010100");
    assertThat(hex(Der.set(Der.utf8String("S3")))).isEqualTo("31040C025333");
    assertThat(hex(Der.bitString(new byte[] {1, 2}))).isEqualTo("0303000102");
    assertThat(hex(Der.explicit(3, Der.bool(true)))).isEqualTo("A3030101FF");
    assertThat(hex(Der.implicit(7, new byte[] {127, 0, 0, 1}))).isEqualTo("87047F000001");
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().withUpperCase().formatHex(bytes);
  }
}

package dev.s3emulator.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranges of bytes (protocol-notes 11, recorded-answers 17). */
class ByteRangeTest {

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 0",
    "bytes=0-9, 0, 9",
    "bytes=0-100, 0, 9",
    "bytes=9-9, 9, 9",
    "bytes=3-, 3, 9",
    "bytes=-1, 9, 9",
    "bytes=-10, 0, 9",
    "bytes=-15, 0, 9",
    "bytes=-99999999999999999999, 0, 9",
    "bytes=2-99999999999999999999, 2, 9"
  })
  void satisfiableRangeIsCutToTheObject(String header, long first, long last) {
    assertThat(ByteRange.parse(header, 10)).contains(new ByteRange(first, last));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes=1-0", "bytes=-", "bytes=", "0-1", "bytes=0-1,3-4", "bytes=a-b", "bytes=1",
        "bytes 0-1", "bytes=--1", "bytes=1--2", "bytes=+1-2", "items=0-1", "", "-",
        "bytes=99999999999999999999-5"
      })
  void malformedHeaderIsIgnored(String header) {
    assertThat(ByteRange.parse(header, 10)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=10-, 10",
    "bytes=10-20, 10",
    "bytes=-0, 10",
    "bytes=0-, 0",
    "bytes=0-5, 0",
    "bytes=-5, 0",
    "bytes=99999999999999999999-, 10"
  })
  void rangeWithoutAByteOfTheObjectIsRefused(String header, long size) {
    S3Exception refused =
        catchThrowableOfType(S3Exception.class, () -> ByteRange.parse(header, size));

    assertThat(refused.error()).isEqualTo(S3Error.INVALID_RANGE);
    assertThat(refused.elements())
        .containsExactly(
            Map.entry("RangeRequested", header),
            Map.entry("ActualObjectSize", Long.toString(size)));
  }

  @Test
  void rangeKnowsItsLengthAndItsHeader() {
    ByteRange range = new ByteRange(2, 5);

    assertThat(range.length()).isEqualTo(4);
    assertThat(range.contentRange(10)).isEqualTo("bytes 2-5/10");
  }
}

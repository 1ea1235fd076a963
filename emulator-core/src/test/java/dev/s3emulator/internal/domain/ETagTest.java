package dev.s3emulator.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Entity tags. */
class ETagTest {

  private static final String HEX = "9b2cf535f27731c974343645a3985328";

  @Test
  void tagOfOnePieceIsTheMd5InHex() {
    ETag tag = ETag.ofMd5(HexFormat.of().parseHex(HEX));

    assertThat(tag).hasToString(HEX);
    assertThat(tag.quoted()).isEqualTo('"' + HEX + '"');
    assertThat(tag.parts()).isZero();
  }

  @Test
  void tagOfPartsNamesTheirNumber() {
    ETag tag = ETag.ofParts(HexFormat.of().parseHex(HEX), 2);

    assertThat(tag).hasToString(HEX + "-2");
    assertThat(tag.quoted()).isEqualTo('"' + HEX + "-2\"");
    assertThat(tag.parts()).isEqualTo(2);
    assertThat(tag).isNotEqualTo(ETag.ofMd5(HexFormat.of().parseHex(HEX)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00000000000000000000000000000000",
        "ffffffffffffffffffffffffffffffff",
        "0000000000000001fffffffffffffffe",
        HEX,
        HEX + "-1",
        HEX + "-10000"
      })
  void textIsReadBack(String text) {
    assertThat(ETag.parse(text)).map(ETag::toString).contains(text);
    assertThat(ETag.parse('"' + text + '"')).isEqualTo(ETag.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\"",
        "\"\"",
        "*",
        "9b2cf535f27731c974343645a398532",
        HEX + "0",
        HEX + "-",
        HEX + "-0",
        HEX + "-01",
        HEX + "-100000",
        HEX + "-x",
        "W/\"" + HEX + "\"",
        "gb2cf535f27731c974343645a3985328"
      })
  void otherTextIsNoTag(String text) {
    assertThat(ETag.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {"'\"a\"',a", "a,a", "'\"a',\"a", "'a\"',a\"", "'\"',\""})
  void onlyAPairOfQuotesIsTakenOff(String text, String bare) {
    assertThat(ETag.unquote(text)).isEqualTo(bare);
  }

  @Test
  void md5Has16Bytes() {
    assertThatThrownBy(() -> ETag.ofMd5(new byte[15]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("An MD5 has 16 bytes, not 15");
  }
}

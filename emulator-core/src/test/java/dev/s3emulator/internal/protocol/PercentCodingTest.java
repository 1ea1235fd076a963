package dev.s3emulator.internal.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Percent-encoding in paths, queries and listings (xml-shapes, general rules). */
class PercentCodingTest {

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "abc, abc",
    "a%20b, 'a b'",
    "a+b, a+b",
    "%2B, +",
    "%25, %",
    "%2525, %25",
    "%c3%A9, é",
    "%F0%9F%98%80, \uD83D\uDE00",
    "~!*'()~, ~!*'()~"
  })
  void pathIsDecodedOnce(String encoded, String decoded) {
    assertThat(PercentCoding.decode(encoded)).isEqualTo(decoded);
  }

  @ParameterizedTest
  @CsvSource({"a+b, 'a b'", "a%2Bb, a+b", "+, ' '", "a%20b, 'a b'", "abc, abc"})
  void plusOfQueryIsABlank(String encoded, String decoded) {
    assertThat(PercentCoding.decodeQuery(encoded)).isEqualTo(decoded);
  }

  @Test
  void rawBytesAreUtf8() {
    String raw = new String("日/é+".getBytes(UTF_8), ISO_8859_1);

    assertThat(PercentCoding.decode(raw)).isEqualTo("日/é+");
    assertThat(PercentCoding.decodeQuery(raw)).isEqualTo("日/é ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%", "a%", "%2", "%zz", "%2g", "%g2", "% 2", "%-1", "%FF", "%C3", "%C0%80", "\u00FF"
      })
  void brokenEscapeAndOtherBytesThanUtf8AreNull(String encoded) {
    assertThat(PercentCoding.decode(encoded)).isNull();
    assertThat(PercentCoding.decodeQuery(encoded)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "azAZ09-_.*/, azAZ09-_.*/",
    "' ', +",
    "+, %2B",
    "%, %25",
    "=, %3D",
    "~, %7E",
    "!, %21",
    "'''', %27",
    "é, %C3%A9",
    "\uD83D\uDE00, %F0%9F%98%80",
    "a//b/, a//b/"
  })
  void listingEncodesAsUrlEncoderDoesButKeepsSlashes(String text, String encoded) {
    assertThat(PercentCoding.encodeForListing(text)).isEqualTo(encoded);
  }

  @ParameterizedTest
  @CsvSource({"a/b, a%2Fb", "' ', %20", "~, ~", "*, %2A", "-_.~, -_.~", "é, %C3%A9"})
  void strictFormKeepsOnlyUnreservedCharacters(String text, String encoded) {
    assertThat(PercentCoding.encode(text)).isEqualTo(encoded);
  }

  @Test
  void everyCharacterSurvivesBothForms() {
    StringBuilder all = new StringBuilder();
    for (int c = 0; c < 0x300; c++) {
      all.appendCodePoint(c);
    }

    String text = all.append("\uD83D\uDE00\uFFFF").toString();

    assertThat(PercentCoding.decode(PercentCoding.encode(text))).isEqualTo(text);
    assertThat(PercentCoding.decodeQuery(PercentCoding.encodeForListing(text))).isEqualTo(text);
  }
}

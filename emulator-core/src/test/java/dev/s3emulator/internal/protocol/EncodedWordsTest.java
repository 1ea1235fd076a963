package dev.s3emulator.internal.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 2047 in the values of user metadata (protocol-notes 15). */
class EncodedWordsTest {

  @ParameterizedTest
  @CsvSource({
    "=?UTF-8?B?w6TDtsO8?=, äöü",
    "=?utf-8?b?w6TDtsO8?=, äöü",
    "=?UTF-8?Q?gr=C3=BC=C3=9Fe_an_alle?=, grüße an alle",
    "=?ISO-8859-1?Q?gr=FC=DFe?=, grüße",
    "=?UTF-8?Q?a?= =?UTF-8?Q?b?=, ab",
    "before =?UTF-8?Q?a?= after, before a after",
    "=?UTF-8?Q??=, ''"
  })
  void encodedWordsAreDecoded(String value, String text) {
    assertThat(EncodedWords.decode(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "=?UTF-8?X?abc?=",
        "=?no such charset?Q?abc?=",
        "=?nosuchcharset?Q?abc?=",
        "=?UTF-8?B?*?=",
        "=?UTF-8?Q?=ZZ?=",
        "=?UTF-8?Q?a=4?=",
        "=?",
        "a=?b"
      })
  void whatIsNoEncodedWordStays(String value) {
    assertThat(EncodedWords.decode(value)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "plain text = ?, plain text = ?",
    "grüße an alle_=?, =?UTF-8?Q?gr=C3=BC=C3=9Fe_an_alle=5F=3D=3F?=",
    "äöü, =?UTF-8?B?w6TDtsO8?=",
    "😀, =?UTF-8?B?8J+YgA==?="
  })
  void foreignTextIsEncoded(String text, String value) {
    assertThat(EncodedWords.encode(text)).isEqualTo(value);
  }

  /** The example of the S3 documentation: raw UTF-8 is read as ISO-8859-1. */
  @Test
  void rawUtf8IsEncodedTwice() {
    String received = new String("ÄMÄZÕÑ S3".getBytes(UTF_8), ISO_8859_1);

    assertThat(EncodedWords.encode(EncodedWords.decode(received)))
        .isEqualTo("=?UTF-8?B?w4PChE3Dg8KEWsODwpXDg8KRIFMz?=");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "äöü", "mostly ascii, but ü", "tab\tstays", "=?ü?=", "日本語 テスト"})
  void encodedTextDecodesToItself(String text) {
    assertThat(EncodedWords.decode(EncodedWords.encode(text))).isEqualTo(text);
  }
}

package dev.s3emulator.internal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The two notations of time (xml-shapes, general rules). */
class DatesTest {

  @ParameterizedTest
  @CsvSource({
    "2009-10-12T17:50:30Z, 'Mon, 12 Oct 2009 17:50:30 GMT'",
    "2024-02-09T03:04:05.999Z, 'Fri, 09 Feb 2024 03:04:05 GMT'",
    "1970-01-01T00:00:00Z, 'Thu, 01 Jan 1970 00:00:00 GMT'"
  })
  void headersUseTheNotationOfHttp(Instant time, String text) {
    assertThat(Dates.http(time)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "2009-10-12T17:50:30Z, 2009-10-12T17:50:30.000Z",
    "2024-02-29T03:04:05.067Z, 2024-02-29T03:04:05.067Z",
    "0999-01-01T00:00:00Z, 0999-01-01T00:00:00.000Z"
  })
  void documentsUseIsoWithThreeFractionDigits(Instant time, String text) {
    assertThat(Dates.iso(time)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mon, 12 Oct 2009 17:50:30 GMT",
        " Mon, 12 Oct 2009 17:50:30 GMT ",
        "Mon, 12 Oct 2009 19:50:30 +0200",
        "2009-10-12T17:50:30Z",
        "2009-10-12T17:50:30.000Z",
        "2009-10-12T19:50:30+02:00"
      })
  void clientsUseSeveralForms(String text) {
    assertThat(Dates.parseHttp(text)).contains(Instant.parse("2009-10-12T17:50:30Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "yesterday", "12 Foo 2009", "2009-10-12", "0", "2009-13-12T00:00:00Z"})
  void otherTextIsNoTime(String text) {
    assertThat(Dates.parseHttp(text)).isEmpty();
  }

  @Test
  void languageOfTheMachineMeansNothing() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

      assertThat(Dates.http(Instant.EPOCH)).isEqualTo("Thu, 01 Jan 1970 00:00:00 GMT");
      assertThat(Dates.iso(Instant.EPOCH)).isEqualTo("1970-01-01T00:00:00.000Z");
    } finally {
      Locale.setDefault(before);
    }
  }
}

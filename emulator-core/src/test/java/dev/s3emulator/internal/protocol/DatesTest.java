package dev.s3emulator.internal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2009-10-12T17:50:30Z     | Mon, 12 Oct 2009 17:50:30 GMT",
        "1970-01-01T00:00:00Z     | Thu, 01 Jan 1970 00:00:00 GMT",
        "2024-02-29T23:59:59.999Z | Thu, 29 Feb 2024 23:59:59 GMT"
      })
  void headersHaveTheNotationOfHttp(Instant time, String text) {
    assertThat(Dates.http(time)).isEqualTo(text);
  }

  @Test
  void theNotationOfHttpIsThatOfTheJdk() {
    DateTimeFormatter jdk =
        DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);
    Random random = new Random(42);
    for (int i = 0; i < 1000; i++) {
      Instant time = Instant.ofEpochSecond(random.nextLong(-2_000_000_000L, 200_000_000_000L));
      assertThat(Dates.http(time)).isEqualTo(jdk.format(time.atOffset(ZoneOffset.UTC)));
      assertThat(Dates.parseHttp(Dates.http(time))).hasValue(time);
    }
  }
}

package dev.s3emulator.internal.domain.policy;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** How numbers, moments and the like are written in conditions and in what they look at. */
final class ConditionLiterals {

  /** More digits than any value has; a number of a million digits would take long to compare. */
  private static final int MAX_NUMBER_LENGTH = 40;

  private static final DateTimeFormatter W3C =
      DateTimeFormatter.ofPattern("uuuu[-MM[-dd['T'HH:mm[:ss][.SSS][XXX][X]]]]", Locale.ROOT);

  private ConditionLiterals() {}

  static Optional<BigDecimal> number(String text) {
    if (text.length() > MAX_NUMBER_LENGTH || text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(text.strip()));
    } catch (NumberFormatException other) {
      return Optional.empty();
    }
  }

  /** Reads a date as W3C writes them, down to a year alone, or seconds since 1970. */
  static Optional<Instant> instant(String text) {
    boolean isYear = text.length() == 4;
    try {
      return isYear || !text.chars().allMatch(c -> c >= '0' && c <= '9')
          ? Optional.of(
              instant(
                  W3C.parseBest(
                      text,
                      OffsetDateTime::from,
                      LocalDateTime::from,
                      LocalDate::from,
                      YearMonth::from,
                      java.time.Year::from)))
          : Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
    } catch (DateTimeException | NumberFormatException otherForm) {
      return Optional.empty();
    }
  }

  private static Instant instant(TemporalAccessor parsed) {
    if (parsed instanceof OffsetDateTime whole) {
      return whole.toInstant();
    }
    if (parsed instanceof LocalDateTime local) {
      return local.toInstant(ZoneOffset.UTC);
    }
    LocalDate day =
        parsed instanceof LocalDate date
            ? date
            : parsed instanceof YearMonth month
                ? month.atDay(1)
                : java.time.Year.from(parsed).atDay(1);
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  static Optional<Boolean> flag(String text) {
    return text.equalsIgnoreCase("true")
        ? Optional.of(true)
        : text.equalsIgnoreCase("false") ? Optional.of(false) : Optional.empty();
  }

  /** Reads bytes, written down as the characters that they would be in ISO-8859-1. */
  static Optional<String> bytes(String base64) {
    try {
      return Optional.of(
          new String(
              Base64.getDecoder().decode(base64), java.nio.charset.StandardCharsets.ISO_8859_1));
    } catch (IllegalArgumentException otherForm) {
      return Optional.empty();
    }
  }
}

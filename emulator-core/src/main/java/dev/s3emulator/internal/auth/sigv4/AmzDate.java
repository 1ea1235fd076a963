package dev.s3emulator.internal.auth.sigv4;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * The time of a request as strings to sign have it.
 *
 * @param time the time
 * @param text the time as {@code 20130524T000000Z}
 */
public record AmzDate(Instant time, String text) {

  private static final String SHAPE = "00000000T000000Z";

  /** Apart, because few requests need it and it takes long to make. */
  private static final class Notation {
    private static final DateTimeFormatter FORMAT =
        DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  }

  /** Returns the notation of a time. */
  public static AmzDate of(Instant time) {
    return new AmzDate(time, Notation.FORMAT.format(time));
  }

  /** Returns whether the text is a day as {@code 20130524}. */
  static boolean isDay(String text) {
    return text.length() == 8 && parse(text.concat("T000000Z")) != null;
  }

  /** Reads the notation, or returns null if the text is something else. */
  public static @Nullable AmzDate parse(String text) {
    if (!hasShape(text)) {
      return null;
    }
    try {
      LocalDateTime time =
          LocalDateTime.of(
              number(text, 0, 4),
              number(text, 4, 6),
              number(text, 6, 8),
              number(text, 9, 11),
              number(text, 11, 13),
              number(text, 13, 15));
      return new AmzDate(time.toInstant(ZoneOffset.UTC), text);
    } catch (DateTimeException noSuchTime) {
      return null;
    }
  }

  private static boolean hasShape(String text) {
    if (text.length() != SHAPE.length()) {
      return false;
    }
    for (int i = 0; i < SHAPE.length(); i++) {
      char c = text.charAt(i);
      boolean fits = SHAPE.charAt(i) == '0' ? c >= '0' && c <= '9' : c == SHAPE.charAt(i);
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int begin, int end) {
    return Integer.parseInt(text, begin, end, 10);
  }

  /** Returns the day as {@code 20130524}. */
  public String date() {
    return text.substring(0, 8);
  }
}

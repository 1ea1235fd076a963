package dev.s3emulator.internal.protocol;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** The notations of time on the wire. */
public final class Dates {

  private static final String[] DAYS = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

  private static final String[] MONTHS = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
  };

  private static final DateTimeFormatter PACIFIC =
      DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss zzz yyyy", Locale.ENGLISH);

  private Dates() {}

  /** Returns the notation of headers: {@code Mon, 12 Oct 2009 17:50:30 GMT}. */
  public static String http(Instant time) {
    // Every answer has one or two of these: by a formatter they took a fifteenth of a GET.
    LocalDateTime utc = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    StringBuilder text = new StringBuilder(29);
    text.append(DAYS[utc.getDayOfWeek().getValue() - 1]).append(", ");
    pad(text, utc.getDayOfMonth(), 2).append(' ');
    text.append(MONTHS[utc.getMonthValue() - 1]).append(' ');
    pad(text, utc.getYear(), 4).append(' ');
    pad(text, utc.getHour(), 2).append(':');
    pad(text, utc.getMinute(), 2).append(':');
    return pad(text, utc.getSecond(), 2).append(" GMT").toString();
  }

  /** Returns the notation of documents: {@code 2009-10-12T17:50:30.000Z}. */
  public static String iso(Instant time) {
    LocalDateTime utc = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    StringBuilder text = new StringBuilder(24);
    pad(text, utc.getYear(), 4).append('-');
    pad(text, utc.getMonthValue(), 2).append('-');
    pad(text, utc.getDayOfMonth(), 2).append('T');
    pad(text, utc.getHour(), 2).append(':');
    pad(text, utc.getMinute(), 2).append(':');
    pad(text, utc.getSecond(), 2).append('.');
    return pad(text, utc.getNano() / 1_000_000, 3).append('Z').toString();
  }

  /** Returns the time that a header says, in any of the forms that clients use. */
  public static Optional<Instant> parseHttp(String text) {
    return parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
        .or(() -> parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME));
  }

  /** Returns the time that a text in the notation of documents says, with any offset. */
  public static Optional<Instant> parseIso(String text) {
    return parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }

  /**
   * Returns the notation of errors about retentions, which are written by a server in California:
   * {@code Tue Dec 31 16:00:00 PST 2019}.
   */
  public static String pacific(Instant time) {
    return PACIFIC.format(time.atZone(ZoneId.of("America/Los_Angeles")));
  }

  private static Optional<Instant> parse(String text, DateTimeFormatter format) {
    try {
      return Optional.of(Instant.from(format.parse(text.trim())));
    } catch (DateTimeException otherForm) {
      return Optional.empty();
    }
  }

  private static StringBuilder pad(StringBuilder text, int number, int width) {
    String digits = Integer.toString(number);
    return text.append("0".repeat(Math.max(0, width - digits.length()))).append(digits);
  }
}

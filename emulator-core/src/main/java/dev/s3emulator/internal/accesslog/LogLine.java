package dev.s3emulator.internal.accesslog;

import java.util.Optional;

/** Writes one record: fields with blanks between them, and a dash for what is absent. */
final class LogLine {

  private static final String ABSENT = "-";

  private final StringBuilder text = new StringBuilder(512);

  /** Writes a field that holds no blanks; what a client sent is cut at the first one. */
  LogLine field(String value) {
    int blank = value.indexOf(' ');
    String whole = blank < 0 ? value : value.substring(0, blank);
    return raw(whole.isEmpty() ? ABSENT : whole);
  }

  /** Writes a field as it is: the time, which is in brackets and not in quotes, holds a blank. */
  LogLine unchecked(String value) {
    return raw(value);
  }

  /** Writes a field that may be absent. */
  LogLine field(Optional<String> value) {
    return field(value.orElse(ABSENT));
  }

  /** Writes a number of bytes, or a dash for none. */
  LogLine bytes(long count) {
    return raw(count <= 0 ? ABSENT : Long.toString(count));
  }

  /** Writes a number, zero too. */
  LogLine number(long value) {
    return raw(Long.toString(value));
  }

  /** Writes a field in quotes, which S3 does not escape: a client may send some itself. */
  LogLine quoted(String value) {
    return raw('"' + (value.isEmpty() ? ABSENT : value) + '"');
  }

  /** Writes fields that are absent. */
  LogLine absent(int count) {
    for (int i = 0; i < count; i++) {
      raw(ABSENT);
    }
    return this;
  }

  private LogLine raw(String value) {
    if (text.length() > 0) {
      text.append(' ');
    }
    text.append(value);
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}

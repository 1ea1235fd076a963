package dev.s3emulator.internal.persistence;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * The form of a line: eight hex digits of CRC-32C, a blank, a mark, a blank, JSON, a line feed. The
 * check covers the mark, the blank behind it and the JSON. The mark of a line is {@code +} if its
 * record goes on in the next one, else {@code .}.
 */
final class Lines {

  /** Digits, blank, mark, blank. */
  static final int PREFIX = 11;

  static final char GOES_ON = '+';
  static final char ENDS = '.';

  private static final int CHECKED_FROM = 9;

  private Lines() {}

  /** Appends a line. */
  static void append(ByteArrayOutputStream target, String json, boolean last) {
    byte[] checked = ((last ? ENDS : GOES_ON) + " " + json).getBytes(UTF_8);
    target.writeBytes(check(checked, 0, checked.length).getBytes(US_ASCII));
    target.write(' ');
    target.writeBytes(checked);
    target.write('\n');
  }

  /** Returns whether the check of a line, without its line feed, is right, and its form. */
  static boolean isWhole(byte[] line) {
    return line.length > PREFIX
        && line[8] == ' '
        && line[10] == ' '
        && (line[9] == GOES_ON || line[9] == ENDS)
        && check(line, CHECKED_FROM, line.length - CHECKED_FROM)
            .equals(new String(line, 0, 8, US_ASCII));
  }

  /** Returns whether a whole line is the last one of its record. */
  static boolean isLast(byte[] line) {
    return line[9] == ENDS;
  }

  /** Returns the JSON of a whole line. */
  static String json(byte[] line) {
    return new String(line, PREFIX, line.length - PREFIX, UTF_8);
  }

  private static String check(byte[] bytes, int from, int length) {
    CRC32C check = new CRC32C();
    check.update(bytes, from, length);
    return HexFormat.of().toHexDigits((int) check.getValue());
  }
}

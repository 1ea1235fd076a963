package dev.s3emulator.internal.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Writes the values of ASN.1 that a certificate consists of, by the distinguished encoding rules
 * (X.690): a tag, the length of the content, the content.
 *
 * <p>The JDK reads certificates but has no public way to make one.
 */
final class Der {

  private static final int BOOLEAN = 0x01;
  private static final int INTEGER = 0x02;
  private static final int BIT_STRING = 0x03;
  private static final int OCTET_STRING = 0x04;
  private static final int OBJECT_IDENTIFIER = 0x06;
  private static final int UTF8_STRING = 0x0C;
  private static final int UTC_TIME = 0x17;
  private static final int GENERALIZED_TIME = 0x18;
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int CONTEXT_SPECIFIC = 0x80;
  private static final int CONSTRUCTED = 0x20;

  /** Certificates write the years before this one with two digits (RFC 5280, 4.1.2.5). */
  private static final Instant YEARS_OF_FOUR_DIGITS = Instant.parse("2050-01-01T00:00:00Z");

  private static final DateTimeFormatter SHORT_TIME =
      DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

  private Der() {}

  static byte[] sequence(byte[]... values) {
    return value(SEQUENCE, concat(List.of(values)));
  }

  static byte[] sequence(List<byte[]> values) {
    return value(SEQUENCE, concat(values));
  }

  static byte[] set(byte[] onlyValue) {
    return value(SET, onlyValue);
  }

  static byte[] bool(boolean value) {
    return value(BOOLEAN, new byte[] {(byte) (value ? 0xFF : 0)});
  }

  static byte[] integer(BigInteger number) {
    return value(INTEGER, number.toByteArray());
  }

  static byte[] bitString(byte[] bytes) {
    byte[] content = new byte[bytes.length + 1];
    // The first byte counts the unused bits of the last one.
    System.arraycopy(bytes, 0, content, 1, bytes.length);
    return value(BIT_STRING, content);
  }

  static byte[] octetString(byte[] bytes) {
    return value(OCTET_STRING, bytes);
  }

  static byte[] utf8String(String text) {
    return value(UTF8_STRING, text.getBytes(UTF_8));
  }

  static byte[] time(Instant instant) {
    return instant.isBefore(YEARS_OF_FOUR_DIGITS)
        ? value(UTC_TIME, SHORT_TIME.format(instant).getBytes(US_ASCII))
        : value(GENERALIZED_TIME, TIME.format(instant).getBytes(US_ASCII));
  }

  /** Writes an object identifier, such as {@code objectIdentifier(1, 2, 840, 10045, 4, 3, 2)}. */
  static byte[] objectIdentifier(int first, int second, int... rest) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.write(first * 40 + second);
    for (int arc : rest) {
      for (int shift = 28; shift > 0; shift -= 7) {
        if (arc >>> shift != 0) {
          content.write(0x80 | (arc >>> shift & 0x7F));
        }
      }
      content.write(arc & 0x7F);
    }
    return value(OBJECT_IDENTIFIER, content.toByteArray());
  }

  /** Writes a value behind a tag of its own, as {@code [3] EXPLICIT} asks. */
  static byte[] explicit(int tag, byte[] value) {
    return value(CONTEXT_SPECIFIC | CONSTRUCTED | tag, value);
  }

  /** Writes the content of a primitive value under another tag, as {@code [2] IMPLICIT} asks. */
  static byte[] implicit(int tag, byte[] content) {
    return value(CONTEXT_SPECIFIC | tag, content);
  }

  private static byte[] value(int tag, byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length + 6);
    bytes.write(tag);
    if (content.length < 0x80) {
      bytes.write(content.length);
    } else {
      byte[] length = BigInteger.valueOf(content.length).toByteArray();
      // The encoding of a number may begin with a zero for its sign, a length must not.
      int from = length[0] == 0 ? 1 : 0;
      bytes.write(0x80 | (length.length - from));
      bytes.write(length, from, length.length - from);
    }
    bytes.writeBytes(content);
    return bytes.toByteArray();
  }

  private static byte[] concat(List<byte[]> values) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    values.forEach(all::writeBytes);
    return all.toByteArray();
  }
}

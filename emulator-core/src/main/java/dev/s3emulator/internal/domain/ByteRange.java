package dev.s3emulator.internal.domain;

import java.util.Optional;

/**
 * A range of an object's bytes; both ends belong to it.
 *
 * @param first the position of the first byte
 * @param last the position of the last byte, never before the first
 */
public record ByteRange(long first, long last) {

  private static final String UNIT = "bytes=";

  /** Returns the number of bytes. */
  public long length() {
    return last - first + 1;
  }

  /** Returns the value of a {@code Content-Range} header. */
  public String contentRange(long size) {
    return "bytes " + first + "-" + last + "/" + size;
  }

  /**
   * Returns the bytes that a {@code Range} header asks for of an object of this size.
   *
   * @return empty when S3 ignores the header: malformed, reversed, or more than one range
   * @throws S3Exception InvalidRange if it is a range, but without a byte of the object
   */
  public static Optional<ByteRange> parse(String header, long size) {
    int dash = header.indexOf('-');
    if (!header.startsWith(UNIT) || dash < 0) {
      return Optional.empty();
    }
    String from = header.substring(UNIT.length(), dash);
    String to = header.substring(dash + 1);
    if (!isNumberOrEmpty(from) || !isNumberOrEmpty(to) || (from.isEmpty() && to.isEmpty())) {
      return Optional.empty();
    }
    long last = to.isEmpty() ? Long.MAX_VALUE : number(to);
    if (from.isEmpty()) {
      return Optional.of(satisfiable(header, Math.max(0, size - last), size - 1, size, last > 0));
    }
    long first = number(from);
    return first > last
        ? Optional.empty()
        : Optional.of(satisfiable(header, first, Math.min(last, size - 1), size, true));
  }

  private static ByteRange satisfiable(
      String header, long first, long last, long size, boolean notEmpty) {
    if (!notEmpty || first >= size) {
      throw S3Exception.of(S3Error.INVALID_RANGE)
          .with("RangeRequested", header)
          .with("ActualObjectSize", size);
    }
    return new ByteRange(first, last);
  }

  private static boolean isNumberOrEmpty(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** A number that is too large for any object stands for the largest. */
  private static long number(String digits) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException beyondLong) {
      return Long.MAX_VALUE;
    }
  }
}

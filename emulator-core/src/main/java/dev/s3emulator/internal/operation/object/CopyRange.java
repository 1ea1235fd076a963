package dev.s3emulator.internal.operation.object;

import dev.s3emulator.internal.domain.ByteRange;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.protocol.S3Headers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The value of {@code x-amz-copy-source-range}: stricter than a {@code Range} (protocol-notes 11).
 *
 * @param header the value as sent
 * @param range the bytes of the source
 */
record CopyRange(String header, ByteRange range) {

  private static final Pattern FORM = Pattern.compile("bytes=([0-9]{1,18})-([0-9]{1,18})");

  /**
   * Reads the header.
   *
   * @throws S3Exception InvalidArgument if it does not name the first and the last byte
   */
  static CopyRange parse(String header) {
    Matcher ends = FORM.matcher(header);
    if (ends.matches()) {
      long first = Long.parseLong(ends.group(1));
      long last = Long.parseLong(ends.group(2));
      if (first <= last) {
        return new CopyRange(header, new ByteRange(first, last));
      }
    }
    throw S3Exception.invalidArgument(
        "The x-amz-copy-source-range value must be of the form bytes=first-last where first and last"
            + " are the zero-based offsets of the first and last bytes to copy",
        S3Headers.COPY_SOURCE_RANGE,
        header);
  }

  /**
   * Returns the bytes if a source of this size has them.
   *
   * @throws S3Exception InvalidRequest or InvalidArgument if it has not
   */
  ByteRange require(long size) {
    if (range.first() >= size) {
      throw S3Exception.invalidRequest(
          "The specified copy range is invalid for the source object size");
    }
    if (range.last() >= size) {
      throw S3Exception.invalidArgument(
          "Range specified is not valid for source object of size: " + size,
          S3Headers.COPY_SOURCE_RANGE,
          header);
    }
    return range;
  }
}

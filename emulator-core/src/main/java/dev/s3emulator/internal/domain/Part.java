package dev.s3emulator.internal.domain;

import java.time.Instant;

/**
 * An uploaded part.
 *
 * @param number 1 to 10,000
 * @param lastModified when it was uploaded, in whole seconds
 * @param content its bytes with their MD5 and the checksum that the upload keeps of each part
 */
public record Part(int number, Instant lastModified, ObjectContent content) {

  /** The highest number of a part. */
  public static final int MAX_NUMBER = 10_000;

  /** The smallest size of any part but the last: 5 MiB. */
  public static final long MIN_SIZE = 5L * 1024 * 1024;

  /** Returns the number of bytes. */
  public long size() {
    return content.blob().size();
  }

  /** Returns the entity tag. */
  public ETag eTag() {
    return content.eTag();
  }

  /**
   * Returns the number of a part that a request gives.
   *
   * @throws S3Exception InvalidArgument if it is none
   */
  public static int parseNumber(String text) {
    if (!text.matches("[0-9]{1,9}")
        || Integer.parseInt(text) < 1
        || Integer.parseInt(text) > MAX_NUMBER) {
      throw S3Exception.invalidArgument(
          "Part number must be an integer between 1 and 10000, inclusive", "partNumber", text);
    }
    return Integer.parseInt(text);
  }
}

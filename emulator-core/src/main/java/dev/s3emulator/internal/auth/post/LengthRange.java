package dev.s3emulator.internal.auth.post;

import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;

/**
 * How large the file of a form may be, in bytes.
 *
 * @param least the least size
 * @param most the most
 */
public record LengthRange(long least, long most) {

  /** Any size. */
  public static final LengthRange ANY = new LengthRange(0, Long.MAX_VALUE);

  /** Returns the sizes that both ranges allow. */
  LengthRange and(LengthRange other) {
    return new LengthRange(Math.max(least, other.least), Math.min(most, other.most));
  }

  /**
   * Checks the size of a file.
   *
   * @throws S3Exception EntityTooLarge or EntityTooSmall
   */
  public void check(long size) {
    if (size > most) {
      throw S3Exception.of(S3Error.ENTITY_TOO_LARGE)
          .with("ProposedSize", size)
          .with("MaxSizeAllowed", most);
    }
    if (size < least) {
      throw S3Exception.of(S3Error.ENTITY_TOO_SMALL)
          .with("ProposedSize", size)
          .with("MinSizeAllowed", least);
    }
  }
}

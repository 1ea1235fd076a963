package dev.s3emulator.internal.domain;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The id of a multipart upload: 32 characters of {@code [A-Za-z0-9._]}.
 *
 * <p>Like a {@link VersionId} it is a position. It carries the masked sequence number of the upload
 * and a check over this number and the key: so an upload is found by seeking, a listing goes on
 * behind an upload that was completed or aborted meanwhile, and a marker of another key is told
 * from one that belongs to it. The check is no secret.
 */
public final class UploadId {

  private static final long MASK_SALT = 0xA0761D6478BD642FL;
  private static final long CHECK_SALT = 0xE7037ED1A0B428DBL;

  private final String text;
  private final long sequence;

  private UploadId(String text, long sequence) {
    this.text = text;
    this.sequence = sequence;
  }

  /** Returns a new id for the upload to {@code key} with this sequence number. */
  public static UploadId issue(ObjectKey key, long sequence, long random) {
    long masked = sequence ^ VersionId.mix(random ^ MASK_SALT);
    byte[] words =
        ByteBuffer.allocate(3 * Long.BYTES)
            .putLong(random)
            .putLong(masked)
            .putLong(check(key, random, masked))
            .array();
    // No id begins with a dash, which a command line would take for an option.
    String text = Base64.getUrlEncoder().encodeToString(words).replace('-', '.');
    return new UploadId(text, sequence);
  }

  /** Returns the id that this text stands for, or empty when it was never issued for this key. */
  public static Optional<UploadId> parse(String text, ObjectKey key) {
    try {
      ByteBuffer words = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text.replace('.', '-')));
      long random = words.getLong();
      long masked = words.getLong();
      long sequence = masked ^ VersionId.mix(random ^ MASK_SALT);
      boolean issued =
          words.getLong() == check(key, random, masked)
              && issue(key, sequence, random).text.equals(text);
      return issued ? Optional.of(new UploadId(text, sequence)) : Optional.empty();
    } catch (IllegalArgumentException | BufferUnderflowException malformed) {
      return Optional.empty();
    }
  }

  /**
   * Returns the id that this text stands for, or empty when it is none. Whether it was issued for a
   * key is not looked at.
   */
  public static Optional<UploadId> parse(String text) {
    try {
      ByteBuffer words = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text.replace('.', '-')));
      long random = words.getLong();
      long sequence = words.getLong() ^ VersionId.mix(random ^ MASK_SALT);
      return Optional.of(new UploadId(text, sequence));
    } catch (IllegalArgumentException | BufferUnderflowException malformed) {
      return Optional.empty();
    }
  }

  /** Returns the sequence number of the upload. */
  public long sequence() {
    return sequence;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UploadId id && text.equals(id.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Returns the id as it stands on the wire. */
  @Override
  public String toString() {
    return text;
  }

  private static long check(ObjectKey key, long random, long masked) {
    CRC32C name = new CRC32C();
    name.update(key.toUtf8());
    return VersionId.mix(
        VersionId.mix(random ^ CHECK_SALT) ^ masked ^ VersionId.mix(name.getValue()));
  }
}

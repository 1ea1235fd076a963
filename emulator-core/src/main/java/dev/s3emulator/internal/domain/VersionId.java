package dev.s3emulator.internal.domain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The id of a version or delete marker: {@code null}, or 32 characters of {@code [A-Za-z0-9._]}.
 *
 * <p>S3's ids are opaque tokens that it can tell from garbage without looking into the bucket: a
 * string that does not decode is refused (400), one that decodes but names nothing is an idempotent
 * success of a delete. So an id carries its own proof. Its 24 bytes are a random word, the sequence
 * number of the entry masked by that word, and a check word over both. The sequence makes an id a
 * <em>position</em>: a listing resumes after an id whose version has been deleted meanwhile.
 *
 * <p>The check is no secret: ids of another server of ours are well-formed, as ids of another
 * bucket or account are on S3.
 */
public final class VersionId {

  private static final String NULL_TEXT = "null";

  /** The id of the one entry per key that was written while versioning was not enabled. */
  public static final VersionId NULL = new VersionId(NULL_TEXT, 0);

  /** Why a text that does not decode is refused, for the journal. */
  public static final String NEVER_ISSUED = "No S3 emulator ever issued this version id.";

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._";

  /** The place of each ASCII character in the alphabet, or -1. */
  private static final byte[] DIGITS = digits();

  private static final int LENGTH = 32;
  private static final long MASK_SALT = 0x9E3779B97F4A7C15L;
  private static final long CHECK_SALT = 0xC2B2AE3D27D4EB4FL;

  private final String text;
  private final long sequence;

  private VersionId(String text, long sequence) {
    this.text = text;
    this.sequence = sequence;
  }

  /** Returns a new id for the entry with this sequence number. */
  public static VersionId issue(long sequence, long random) {
    long masked = sequence ^ mix(random ^ MASK_SALT);
    char[] text = new char[LENGTH];
    encode(random, masked, check(random, masked), text);
    return new VersionId(new String(text), sequence);
  }

  /** Returns the id that this text stands for, or empty when no S3 ever issued such a text. */
  public static Optional<VersionId> parse(String text) {
    if (text.equals(NULL_TEXT)) {
      return Optional.of(NULL);
    }
    if (text.length() != LENGTH) {
      return Optional.empty();
    }
    long[] words = new long[3];
    for (int i = 0; i < LENGTH; i++) {
      char c = text.charAt(i);
      int digit = c < DIGITS.length ? DIGITS[c] : -1;
      if (digit < 0) {
        return Optional.empty();
      }
      append(words, i, digit);
    }
    if (words[2] != check(words[0], words[1])) {
      return Optional.empty();
    }
    return Optional.of(new VersionId(text, words[1] ^ mix(words[0] ^ MASK_SALT)));
  }

  /** Returns whether this is the id {@code null}. */
  public boolean isNull() {
    return text.equals(NULL_TEXT);
  }

  /**
   * Returns the sequence number that the id was issued for. Another entry may have that number: ids
   * are equal only when their text is. The id {@code null} has none and returns 0.
   */
  public long sequence() {
    return sequence;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof VersionId id && text.equals(id.text);
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

  private static byte[] digits() {
    byte[] digits = new byte[128];
    for (char c = 0; c < digits.length; c++) {
      digits[c] = (byte) ALPHABET.indexOf(c);
    }
    return digits;
  }

  private static long check(long random, long masked) {
    return mix(mix(random ^ CHECK_SALT) ^ masked);
  }

  /** Spreads every input bit over all output bits; a bijection (the finalizer of SplitMix64). */
  static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Writes the 192 bits of three words as 32 digits of 6 bits, highest first. */
  private static void encode(long first, long second, long third, char[] target) {
    long[] words = {first, second, third};
    for (int i = 0; i < LENGTH; i++) {
      int bit = i * 6;
      int word = bit >>> 6;
      int offset = bit & 63;
      int digit = (int) ((words[word] << offset) >>> 58);
      if (offset > 58) {
        digit |= (int) (words[word + 1] >>> (122 - offset));
      }
      target[i] = ALPHABET.charAt(digit & 63);
    }
  }

  private static void append(long[] words, int index, int digit) {
    int bit = index * 6;
    int word = bit >>> 6;
    int offset = bit & 63;
    if (offset <= 58) {
      words[word] |= (long) digit << (58 - offset);
    } else {
      words[word] |= (long) digit >>> (offset - 58);
      words[word + 1] |= (long) digit << (122 - offset);
    }
  }
}

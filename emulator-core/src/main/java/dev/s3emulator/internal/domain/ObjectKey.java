package dev.s3emulator.internal.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The name of an object: its UTF-8 bytes, exactly as the client sent them.
 *
 * <p>Keys order by these bytes, as S3 lists them; the order of {@link String}, which is by UTF-16
 * units, differs above U+FFFF. The bytes are kept instead of a string because there may be millions
 * of keys. No normalization: {@code a//b}, {@code ./a} and {@code a/../b} are keys of their own.
 */
public final class ObjectKey implements Comparable<ObjectKey> {

  /** The longest key that S3 accepts, in bytes of UTF-8. */
  public static final int MAX_BYTES = 1024;

  private final byte[] utf8;

  private ObjectKey(byte[] utf8) {
    this.utf8 = utf8;
  }

  /** Returns the key with this text, of any length. */
  public static ObjectKey of(String text) {
    return new ObjectKey(text.getBytes(UTF_8));
  }

  /** Returns the key with these bytes, of any length, which are copied. */
  public static ObjectKey ofUtf8(byte[] utf8) {
    return new ObjectKey(utf8.clone());
  }

  /**
   * Returns this key if S3 would store an object under it.
   *
   * @throws S3Exception KeyTooLongError if it has more than 1024 bytes
   */
  public ObjectKey requireValidLength() {
    if (utf8.length > MAX_BYTES) {
      throw S3Exception.of(S3Error.KEY_TOO_LONG)
          .with("Size", utf8.length)
          .with("MaxSizeAllowed", MAX_BYTES);
    }
    return this;
  }

  /** Returns a copy of the bytes. */
  public byte[] toUtf8() {
    return utf8.clone();
  }

  /** Returns the number of bytes. */
  public int length() {
    return utf8.length;
  }

  /** Returns whether this key begins with all bytes of {@code prefix}. */
  public boolean startsWith(ObjectKey prefix) {
    byte[] other = prefix.utf8;
    return utf8.length >= other.length
        && Arrays.equals(utf8, 0, other.length, other, 0, other.length);
  }

  /** Returns the index of the first {@code part} at or after byte {@code from}, or -1. */
  public int indexOf(ObjectKey part, int from) {
    byte[] sought = part.utf8;
    for (int i = from; i <= utf8.length - sought.length; i++) {
      if (Arrays.equals(utf8, i, i + sought.length, sought, 0, sought.length)) {
        return i;
      }
    }
    return -1;
  }

  /** Returns the key that consists of the first {@code length} bytes. */
  public ObjectKey prefix(int length) {
    return new ObjectKey(Arrays.copyOf(utf8, length));
  }

  /**
   * Returns the smallest possible key that is greater than every key starting with this one, or
   * null when there is none: the place to go on after a common prefix without looking at its keys.
   */
  public @Nullable ObjectKey firstAfterPrefix() {
    int end = utf8.length;
    while (end > 0 && utf8[end - 1] == (byte) 0xFF) {
      end--;
    }
    if (end == 0) {
      return null;
    }
    byte[] next = Arrays.copyOf(utf8, end);
    next[end - 1]++;
    return new ObjectKey(next);
  }

  @Override
  public int compareTo(ObjectKey other) {
    return Arrays.compareUnsigned(utf8, other.utf8);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ObjectKey key && Arrays.equals(utf8, key.utf8);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(utf8);
  }

  /** Returns the key as text. */
  @Override
  public String toString() {
    return new String(utf8, UTF_8);
  }
}

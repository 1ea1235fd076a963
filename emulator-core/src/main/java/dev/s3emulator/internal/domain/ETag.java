package dev.s3emulator.internal.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.s3emulator.internal.domain.checksum.ChecksumAlgorithm;
import dev.s3emulator.internal.domain.checksum.ChecksumDigest;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The entity tag of an object: 16 bytes, and for a multipart object the number of its parts.
 *
 * <p>The bytes are the MD5 of the content, or of the parts' MD5s. Kept as two words, because every
 * object has one.
 */
public final class ETag {

  private final long high;
  private final long low;
  private final int parts;

  private ETag(long high, long low, int parts) {
    this.high = high;
    this.low = low;
    this.parts = parts;
  }

  /** Returns the tag of an object that was uploaded in one piece. */
  public static ETag ofMd5(byte[] md5) {
    return ofParts(md5, 0);
  }

  /** Returns the tag of a multipart object from the MD5 over its parts' MD5s. */
  public static ETag ofParts(byte[] md5, int parts) {
    if (md5.length != 16) {
      throw new IllegalArgumentException("An MD5 has 16 bytes, not " + md5.length);
    }
    return new ETag(word(md5, 0), word(md5, 8), parts);
  }

  /** Returns the tag of a multipart object from those of its parts. */
  public static ETag ofParts(List<ETag> parts) {
    ByteBuffer md5s = ByteBuffer.allocate(parts.size() * 16);
    parts.forEach(part -> md5s.putLong(part.high).putLong(part.low));
    ChecksumDigest md5 = ChecksumAlgorithm.MD5.newDigest();
    md5.update(md5s.flip());
    return ofParts(md5.digest(), parts.size());
  }

  /**
   * Returns the tag with this text, with or without quotes, or empty when it is not one of ours.
   */
  public static Optional<ETag> parse(String text) {
    String bare = unquote(text);
    int dash = bare.indexOf('-');
    String hex = dash < 0 ? bare : bare.substring(0, dash);
    if (hex.length() != 32 || (dash >= 0 && !bare.substring(dash + 1).matches("[1-9][0-9]{0,4}"))) {
      return Optional.empty();
    }
    try {
      int parts = dash < 0 ? 0 : Integer.parseInt(bare.substring(dash + 1));
      return Optional.of(ofParts(HexFormat.of().parseHex(hex), parts));
    } catch (IllegalArgumentException notHex) {
      return Optional.empty();
    }
  }

  /** Returns the text without the quotes that stand around an entity tag in a header. */
  public static String unquote(String text) {
    boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1) : text;
  }

  /**
   * Returns a tag that tells nothing about the content, as objects have whose key is not S3's.
   *
   * @param salt what tells this upload from others of the same content
   */
  public ETag withoutMd5(String salt) {
    byte[] text = salt.getBytes(UTF_8);
    ChecksumDigest digest = ChecksumAlgorithm.MD5.newDigest();
    digest.update(
        ByteBuffer.allocate(text.length + 16).put(text).putLong(high).putLong(low).flip());
    return ofParts(digest.digest(), parts);
  }

  /** Returns the number of parts, 0 for an object that was uploaded in one piece. */
  public int parts() {
    return parts;
  }

  /** Returns the tag in double quotes, as headers and listings show it. */
  public String quoted() {
    return '"' + toString() + '"';
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ETag tag && high == tag.high && low == tag.low && parts == tag.parts;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(high ^ low) + parts;
  }

  /** Returns the tag without quotes. */
  @Override
  public String toString() {
    HexFormat hex = HexFormat.of();
    String digits = hex.toHexDigits(high) + hex.toHexDigits(low);
    return parts == 0 ? digits : digits + "-" + parts;
  }

  private static long word(byte[] bytes, int from) {
    long word = 0;
    for (int i = from; i < from + 8; i++) {
      word = (word << 8) | (bytes[i] & 0xFF);
    }
    return word;
  }
}

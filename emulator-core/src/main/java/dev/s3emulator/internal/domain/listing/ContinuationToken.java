package dev.s3emulator.internal.domain.listing;

import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.S3Exception;
import java.util.Arrays;
import java.util.Base64;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;

/**
 * The opaque token with which ListObjectsV2 goes on: the position, masked, with a check.
 *
 * <p>The check tells our tokens from anything else; it is no secret. The mask keeps clients from
 * reading keys out of tokens, or writing them.
 */
public final class ContinuationToken {

  private static final int CHECK_BYTES = 4;

  private ContinuationToken() {}

  /** Returns the token of a page that ended with this key or common prefix. */
  public static String issue(ObjectKey last) {
    byte[] key = last.toUtf8();
    int check = check(key);
    byte[] token = new byte[CHECK_BYTES + key.length];
    for (int i = 0; i < CHECK_BYTES; i++) {
      token[i] = (byte) (check >>> 8 * i);
    }
    byte[] masked = masked(key, check);
    System.arraycopy(masked, 0, token, CHECK_BYTES, masked.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /**
   * Returns the position that a token stands for.
   *
   * @throws S3Exception InvalidArgument if it was not issued by {@link #issue}
   */
  public static ObjectKey parse(String text) {
    byte[] token;
    try {
      token = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      throw incorrect();
    }
    if (token.length < CHECK_BYTES) {
      throw incorrect();
    }
    int check = 0;
    for (int i = 0; i < CHECK_BYTES; i++) {
      check |= (token[i] & 0xFF) << 8 * i;
    }
    byte[] key = masked(Arrays.copyOfRange(token, CHECK_BYTES, token.length), check);
    ObjectKey position = ObjectKey.ofUtf8(key);
    // The decoder reads several texts as the same bytes; only one of them was issued.
    if (check(key) != check || !issue(position).equals(text)) {
      throw incorrect();
    }
    return position;
  }

  private static int check(byte[] key) {
    CRC32C crc = new CRC32C();
    crc.update(key);
    return (int) crc.getValue();
  }

  /** Masks, and unmasks what was masked with the same seed. */
  private static byte[] masked(byte[] bytes, int seed) {
    byte[] mask = new byte[bytes.length];
    new SplittableRandom(seed).nextBytes(mask);
    for (int i = 0; i < mask.length; i++) {
      mask[i] ^= bytes[i];
    }
    return mask;
  }

  private static S3Exception incorrect() {
    return S3Exception.invalidArgument(
        "The continuation token provided is incorrect", "continuation-token");
  }
}

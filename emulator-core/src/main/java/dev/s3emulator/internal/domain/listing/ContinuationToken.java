package dev.s3emulator.internal.domain.listing;

import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.S3Exception;
import java.nio.ByteBuffer;
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

  private ContinuationToken() {}

  /** Returns the token of a page that ended with this key or common prefix. */
  public static String issue(ObjectKey last) {
    byte[] key = last.toUtf8();
    int check = check(key);
    byte[] token =
        ByteBuffer.allocate(Integer.BYTES + key.length)
            .putInt(check)
            .put(masked(key, check))
            .array();
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
    if (token.length < Integer.BYTES) {
      throw incorrect();
    }
    int check = ByteBuffer.wrap(token).getInt();
    byte[] key = masked(Arrays.copyOfRange(token, Integer.BYTES, token.length), check);
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

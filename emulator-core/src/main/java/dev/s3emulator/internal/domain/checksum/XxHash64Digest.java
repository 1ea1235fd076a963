package dev.s3emulator.internal.domain.checksum;

import java.nio.ByteBuffer;

/**
 * XXH64 with seed 0, in its canonical big-endian form.
 *
 * @see <a href="https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md">xxHash
 *     specification</a>
 */
final class XxHash64Digest extends ArrayDigest {
  static final long PRIME_1 = 0x9E3779B185EBCA87L;
  static final long PRIME_2 = 0xC2B2AE3D27D4EB4FL;
  static final long PRIME_3 = 0x165667B19E3779F9L;
  static final long PRIME_4 = 0x85EBCA77C2B2AE63L;
  static final long PRIME_5 = 0x27D4EB2F165667C5L;

  private static final int STRIPE = 32;

  private final byte[] pending = new byte[STRIPE];
  private int pendingLength;
  private long total;
  // PRIME_1 + PRIME_2, which Error Prone refuses as an overflow.
  private long lane1 = 0x60EA27EEADC0B5D6L;
  private long lane2 = PRIME_2;
  private long lane3;
  private long lane4 = -PRIME_1;

  @Override
  void update(byte[] bytes, int offset, int length) {
    total += length;
    int next = offset;
    int end = offset + length;
    if (pendingLength > 0) {
      int fill = Math.min(STRIPE - pendingLength, length);
      System.arraycopy(bytes, next, pending, pendingLength, fill);
      pendingLength += fill;
      next += fill;
      if (pendingLength < STRIPE) {
        return;
      }
      stripes(pending, 0, STRIPE);
    }
    int whole = (end - next) / STRIPE * STRIPE;
    stripes(bytes, next, next + whole);
    pendingLength = end - next - whole;
    System.arraycopy(bytes, next + whole, pending, 0, pendingLength);
  }

  private void stripes(byte[] bytes, int start, int end) {
    for (int next = start; next < end; next += STRIPE) {
      lane1 = round(lane1, longAt(bytes, next));
      lane2 = round(lane2, longAt(bytes, next + 8));
      lane3 = round(lane3, longAt(bytes, next + 16));
      lane4 = round(lane4, longAt(bytes, next + 24));
    }
  }

  @Override
  public byte[] digest() {
    long hash = (total < STRIPE ? PRIME_5 : mergedLanes()) + total;
    int next = 0;
    for (; next <= pendingLength - Long.BYTES; next += Long.BYTES) {
      hash ^= round(0, longAt(pending, next));
      hash = Long.rotateLeft(hash, 27) * PRIME_1 + PRIME_4;
    }
    if (next <= pendingLength - Integer.BYTES) {
      hash ^= Integer.toUnsignedLong(intAt(pending, next)) * PRIME_1;
      hash = Long.rotateLeft(hash, 23) * PRIME_2 + PRIME_3;
      next += Integer.BYTES;
    }
    for (; next < pendingLength; next++) {
      hash ^= (pending[next] & 0xFF) * PRIME_5;
      hash = Long.rotateLeft(hash, 11) * PRIME_1;
    }
    return ByteBuffer.allocate(Long.BYTES).putLong(avalanche(hash)).array();
  }

  private long mergedLanes() {
    long hash =
        Long.rotateLeft(lane1, 1)
            + Long.rotateLeft(lane2, 7)
            + Long.rotateLeft(lane3, 12)
            + Long.rotateLeft(lane4, 18);
    hash = merge(hash, lane1);
    hash = merge(hash, lane2);
    hash = merge(hash, lane3);
    return merge(hash, lane4);
  }

  private static long merge(long hash, long lane) {
    return (hash ^ round(0, lane)) * PRIME_1 + PRIME_4;
  }

  private static long round(long lane, long input) {
    return Long.rotateLeft(lane + input * PRIME_2, 31) * PRIME_1;
  }

  static long avalanche(long hash) {
    long mixed = (hash ^ (hash >>> 33)) * PRIME_2;
    mixed = (mixed ^ (mixed >>> 29)) * PRIME_3;
    return mixed ^ (mixed >>> 32);
  }
}

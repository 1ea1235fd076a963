package dev.s3emulator.internal.domain.checksum;

import static dev.s3emulator.internal.domain.checksum.ArrayDigest.intAt;
import static dev.s3emulator.internal.domain.checksum.ArrayDigest.longAt;
import static dev.s3emulator.internal.domain.checksum.XxHash3Mix.PRIME_MX_2;
import static dev.s3emulator.internal.domain.checksum.XxHash3Mix.avalanche;
import static dev.s3emulator.internal.domain.checksum.XxHash3Mix.mix16;
import static dev.s3emulator.internal.domain.checksum.XxHash3Mix.multiplyAndFold;
import static dev.s3emulator.internal.domain.checksum.XxHash3Mix.secretAt;

/** XXH3 with 64 bits for up to 240 bytes, which has a formula of its own for each range. */
final class XxHash3Short64 {
  private XxHash3Short64() {}

  static long hash(byte[] input, int length) {
    if (length > 128) {
      return upTo240(input, length);
    } else if (length > 16) {
      return upTo128(input, length);
    } else if (length > 8) {
      return upTo16(input, length);
    } else if (length > 3) {
      return upTo8(input, length);
    } else if (length > 0) {
      return upTo3(input, length);
    }
    return XxHash64Digest.avalanche(secretAt(56) ^ secretAt(64));
  }

  private static long upTo3(byte[] input, int length) {
    int combined = combine(input, length);
    long flip = Integer.toUnsignedLong((int) secretAt(0) ^ (int) secretAt(4));
    return XxHash64Digest.avalanche(Integer.toUnsignedLong(combined) ^ flip);
  }

  /** Packs one to three bytes and their number into one word. */
  static int combine(byte[] input, int length) {
    return (input[0] & 0xFF) << 16
        | (input[length >> 1] & 0xFF) << 24
        | (input[length - 1] & 0xFF)
        | length << 8;
  }

  private static long upTo8(byte[] input, int length) {
    long first = Integer.toUnsignedLong(intAt(input, 0));
    long last = Integer.toUnsignedLong(intAt(input, length - 4));
    long hash = (last + (first << 32)) ^ secretAt(8) ^ secretAt(16);
    hash ^= Long.rotateLeft(hash, 49) ^ Long.rotateLeft(hash, 24);
    hash *= PRIME_MX_2;
    hash ^= (hash >>> 35) + length;
    hash *= PRIME_MX_2;
    return hash ^ (hash >>> 28);
  }

  private static long upTo16(byte[] input, int length) {
    long first = longAt(input, 0) ^ secretAt(24) ^ secretAt(32);
    long last = longAt(input, length - 8) ^ secretAt(40) ^ secretAt(48);
    return avalanche(length + Long.reverseBytes(first) + last + multiplyAndFold(first, last));
  }

  private static long upTo128(byte[] input, int length) {
    long sum = length * XxHash64Digest.PRIME_1;
    for (int pair = (length - 1) / 32; pair >= 0; pair--) {
      sum += mix16(input, 16 * pair, 32 * pair);
      sum += mix16(input, length - 16 * (pair + 1), 32 * pair + 16);
    }
    return avalanche(sum);
  }

  private static long upTo240(byte[] input, int length) {
    long sum = length * XxHash64Digest.PRIME_1;
    for (int i = 0; i < 8; i++) {
      sum += mix16(input, 16 * i, 16 * i);
    }
    sum = avalanche(sum);
    for (int i = 8; i < length / 16; i++) {
      sum += mix16(input, 16 * i, 16 * (i - 8) + 3);
    }
    return avalanche(sum + mix16(input, length - 16, 119));
  }
}

package dev.s3emulator.internal.domain.checksum;

import static dev.s3emulator.internal.domain.checksum.ArrayDigest.intAt;
import static dev.s3emulator.internal.domain.checksum.ArrayDigest.longAt;
import static dev.s3emulator.internal.domain.checksum.XxHash3Mix.PRIME_32_2;
import static dev.s3emulator.internal.domain.checksum.XxHash3Mix.PRIME_MX_2;
import static dev.s3emulator.internal.domain.checksum.XxHash3Mix.avalanche;
import static dev.s3emulator.internal.domain.checksum.XxHash3Mix.mix16;
import static dev.s3emulator.internal.domain.checksum.XxHash3Mix.multiplyHigh;
import static dev.s3emulator.internal.domain.checksum.XxHash3Mix.secretAt;
import static dev.s3emulator.internal.domain.checksum.XxHash64Digest.PRIME_1;
import static dev.s3emulator.internal.domain.checksum.XxHash64Digest.PRIME_2;
import static dev.s3emulator.internal.domain.checksum.XxHash64Digest.PRIME_4;

/** XXH3 with 128 bits for up to 240 bytes; an instance hashes one input. */
final class XxHash3Short128 {
  private final byte[] input;
  private final int length;
  private long low;
  private long high;

  XxHash3Short128(byte[] input, int length) {
    this.input = input;
    this.length = length;
    if (length > 128) {
      upTo240();
    } else if (length > 16) {
      upTo128();
    } else if (length > 8) {
      upTo16();
    } else if (length > 3) {
      upTo8();
    } else if (length > 0) {
      upTo3();
    } else {
      low = XxHash64Digest.avalanche(secretAt(64) ^ secretAt(72));
      high = XxHash64Digest.avalanche(secretAt(80) ^ secretAt(88));
    }
  }

  long low() {
    return low;
  }

  long high() {
    return high;
  }

  private void upTo3() {
    int combined = XxHash3Short64.combine(input, length);
    int swapped = Integer.rotateLeft(Integer.reverseBytes(combined), 13);
    int lowFlip = (int) secretAt(0) ^ (int) secretAt(4);
    int highFlip = (int) secretAt(8) ^ (int) secretAt(12);
    low = XxHash64Digest.avalanche(Integer.toUnsignedLong(combined ^ lowFlip));
    high = XxHash64Digest.avalanche(Integer.toUnsignedLong(swapped ^ highFlip));
  }

  private void upTo8() {
    long first = Integer.toUnsignedLong(intAt(input, 0));
    long last = Integer.toUnsignedLong(intAt(input, length - 4));
    long keyed = (first + (last << 32)) ^ secretAt(16) ^ secretAt(24);
    long factor = PRIME_1 + (length << 2);
    low = keyed * factor;
    high = multiplyHigh(keyed, factor) + (low << 1);
    low ^= high >>> 3;
    low = (low ^ (low >>> 35)) * PRIME_MX_2;
    low ^= low >>> 28;
    high = avalanche(high);
  }

  private void upTo16() {
    long first = longAt(input, 0);
    long last = longAt(input, length - 8);
    long keyed = first ^ last ^ secretAt(32) ^ secretAt(40);
    long flipped = last ^ secretAt(48) ^ secretAt(56);
    long lowProduct = keyed * PRIME_1 + ((length - 1L) << 54);
    long highProduct =
        multiplyHigh(keyed, PRIME_1) + flipped + (flipped & 0xFFFFFFFFL) * (PRIME_32_2 - 1);
    lowProduct ^= Long.reverseBytes(highProduct);
    low = avalanche(lowProduct * PRIME_2);
    high = avalanche(multiplyHigh(lowProduct, PRIME_2) + highProduct * PRIME_2);
  }

  private void upTo128() {
    low = length * PRIME_1;
    for (int pair = (length - 1) / 32; pair >= 0; pair--) {
      mix32(16 * pair, length - 16 * (pair + 1), 32 * pair);
    }
    finish();
  }

  private void upTo240() {
    low = length * PRIME_1;
    for (int offset = 0; offset < 128; offset += 32) {
      mix32(offset, offset + 16, offset);
    }
    low = avalanche(low);
    high = avalanche(high);
    for (int offset = 128; offset <= length - 32; offset += 32) {
      mix32(offset, offset + 16, offset - 125);
    }
    mix32(length - 16, length - 32, 103);
    finish();
  }

  private void mix32(int first, int second, int secretOffset) {
    low += mix16(input, first, secretOffset);
    low ^= longAt(input, second) + longAt(input, second + 8);
    high += mix16(input, second, secretOffset + 16);
    high ^= longAt(input, first) + longAt(input, first + 8);
  }

  private void finish() {
    long sum = low + high;
    high = -avalanche(low * PRIME_1 + high * PRIME_4 + length * PRIME_2);
    low = avalanche(sum);
  }
}

package dev.s3emulator.internal.domain.checksum;

import static dev.s3emulator.internal.domain.checksum.ArrayDigest.longAt;

import java.util.HexFormat;

/** The secret and the mixing steps that the parts of XXH3 share. */
final class XxHash3Mix {
  static final long PRIME_32_1 = 0x9E3779B1L;
  static final long PRIME_32_2 = 0x85EBCA77L;
  static final long PRIME_32_3 = 0xC2B2AE3DL;
  static final long PRIME_MX_1 = 0x165667919E3779F9L;
  static final long PRIME_MX_2 = 0x9FB21C651E98DF25L;

  /** The secret of an unseeded hash. */
  static final byte[] SECRET =
      HexFormat.of()
          .parseHex(
              "b8fe6c3923a44bbe7c01812cf721ad1cded46de9839097db7240a4a4b7b3671f"
                  + "cb79e64eccc0e578825ad07dccff7221b8084674f743248ee03590e6813a264c"
                  + "3c2852bb91c300cb88d0658b1b532ea371644897a20df94e3819ef46a9deacd8"
                  + "a8fa763fe39c343ff9dcbbc7c70b4f1d8a51e04bcdb45931c89f7ec9d9787364"
                  + "eac5ac8334d3ebc3c581a0fffa1363eb170ddd51b7f0da49d316552629d4689e"
                  + "2b16be587d47a1fc8ff8b8d17ad031ce45cb3a8f95160428afd7fbcabb4b407e");

  private XxHash3Mix() {}

  static long secretAt(int offset) {
    return longAt(SECRET, offset);
  }

  /** Mixes 16 bytes of input with 16 bytes of the secret. */
  static long mix16(byte[] input, int offset, int secretOffset) {
    return multiplyAndFold(
        longAt(input, offset) ^ secretAt(secretOffset),
        longAt(input, offset + 8) ^ secretAt(secretOffset + 8));
  }

  static long multiplyAndFold(long left, long right) {
    return (left * right) ^ multiplyHigh(left, right);
  }

  /** Returns the high half of an unsigned product; the JDK has it from version 18 on. */
  static long multiplyHigh(long left, long right) {
    return Math.multiplyHigh(left, right) + ((left >> 63) & right) + ((right >> 63) & left);
  }

  static long avalanche(long hash) {
    long mixed = (hash ^ (hash >>> 37)) * PRIME_MX_1;
    return mixed ^ (mixed >>> 32);
  }
}

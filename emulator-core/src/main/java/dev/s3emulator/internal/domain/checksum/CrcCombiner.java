package dev.s3emulator.internal.domain.checksum;

import java.nio.ByteBuffer;

/**
 * Computes the CRC of concatenated data from the CRCs of its pieces, without reading the data.
 *
 * <p>A CRC is the remainder of a division of polynomials over GF(2). Appending {@code n} bytes
 * multiplies the remainder of what stood before by the polynomial x<sup>8n</sup>:
 *
 * <pre>crc(A B) = crc(A) * x^(8 * length(B)) + crc(B)</pre>
 *
 * <p>Initial values and inversions cancel out. The power takes one squaring per bit of the length.
 * The matrices of older versions of zlib say the same, with as much more work as the CRC has bits.
 */
public final class CrcCombiner {
  private final long polynomial;
  // Polynomials are reflected: the highest bit of the CRC stands for x^0.
  private final long one;

  private CrcCombiner(long polynomial, int bits) {
    this.polynomial = polynomial;
    this.one = 1L << (bits - 1);
  }

  /**
   * Returns the full-object checksum of two pieces of data, one after the other.
   *
   * @param secondLength number of bytes that {@code second} covers
   * @throws IllegalArgumentException unless both are full-object checksums of the same CRC
   */
  public static Checksum combine(Checksum first, Checksum second, long secondLength) {
    ChecksumAlgorithm algorithm = first.algorithm();
    if (algorithm != second.algorithm() || first.parts() + second.parts() != 0) {
      throw new IllegalArgumentException("cannot combine " + first + " and " + second);
    }
    if (secondLength < 0) {
      throw new IllegalArgumentException("negative length " + secondLength);
    }
    long crc = of(algorithm).combine(toLong(first), toLong(second), secondLength);
    byte[] value = new byte[algorithm.digestLength()];
    for (int i = value.length - 1; i >= 0; i--) {
      value[i] = (byte) crc;
      crc >>>= 8;
    }
    return Checksum.of(algorithm, value);
  }

  private static CrcCombiner of(ChecksumAlgorithm algorithm) {
    return switch (algorithm) {
      case CRC32 -> new CrcCombiner(0xEDB88320L, 32);
      case CRC32C -> new CrcCombiner(0x82F63B78L, 32);
      case CRC64NVME -> new CrcCombiner(Crc64NvmeDigest.POLYNOMIAL, 64);
      case SHA1, SHA256, SHA512, MD5, XXHASH64, XXHASH3, XXHASH128 ->
          throw new IllegalArgumentException(algorithm + " is not a CRC");
    };
  }

  private long combine(long first, long second, long secondLength) {
    long shift = one;
    long square = one >>> 8;
    for (long bits = secondLength; bits != 0; bits >>>= 1) {
      if ((bits & 1) != 0) {
        shift = multiply(shift, square);
      }
      square = multiply(square, square);
    }
    return multiply(first, shift) ^ second;
  }

  private long multiply(long left, long right) {
    long product = 0;
    long multiple = right;
    for (long power = one; power != 0; power >>>= 1) {
      if ((left & power) != 0) {
        product ^= multiple;
      }
      multiple = (multiple >>> 1) ^ ((multiple & 1) == 0 ? 0 : polynomial);
    }
    return product;
  }

  private static long toLong(Checksum crc) {
    byte[] value = crc.value();
    ByteBuffer bytes = ByteBuffer.wrap(value);
    return value.length == Long.BYTES ? bytes.getLong() : Integer.toUnsignedLong(bytes.getInt());
  }
}

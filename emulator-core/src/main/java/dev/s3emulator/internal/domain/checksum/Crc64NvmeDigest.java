package dev.s3emulator.internal.domain.checksum;

import java.nio.ByteBuffer;

/**
 * CRC-64/NVME: reflected, initial value and final inversion all ones.
 *
 * <p>The JDK has no 64-bit CRC. This one looks up 16 bytes at a time ("slicing"): {@code TABLES[256
 * * n + b]} is the CRC of byte {@code b} followed by {@code n} zero bytes, and because a CRC is
 * linear, the CRC of 16 bytes is the exclusive or of 16 such values.
 */
final class Crc64NvmeDigest extends ArrayDigest {
  /** The polynomial, lowest power in the highest bit. */
  static final long POLYNOMIAL = 0x9A6C9329AC4BC9B5L;

  private static final int SLICES = 16;
  private static final long[] TABLES = tables();

  private long crc = -1;

  private static long[] tables() {
    long[] tables = new long[SLICES * 256];
    for (int b = 0; b < 256; b++) {
      long crc = b;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc >>> 1) ^ ((crc & 1) == 0 ? 0 : POLYNOMIAL);
      }
      tables[b] = crc;
    }
    for (int i = 256; i < tables.length; i++) {
      long shorter = tables[i - 256];
      tables[i] = (shorter >>> 8) ^ tables[(int) shorter & 0xFF];
    }
    return tables;
  }

  @Override
  void update(byte[] bytes, int offset, int length) {
    long[] tables = TABLES;
    long value = crc;
    int end = offset + length;
    int next = offset;
    for (; next <= end - SLICES; next += SLICES) {
      value =
          eightSlices(tables, 8 * 256, value ^ longAt(bytes, next))
              ^ eightSlices(tables, 0, longAt(bytes, next + Long.BYTES));
    }
    for (; next < end; next++) {
      value = (value >>> 8) ^ tables[(int) (value ^ bytes[next]) & 0xFF];
    }
    crc = value;
  }

  /** Looks up eight bytes, the last of which is followed by {@code base / 256} bytes. */
  private static long eightSlices(long[] tables, int base, long bytes) {
    return tables[base + 7 * 256 + ((int) bytes & 0xFF)]
        ^ tables[base + 6 * 256 + ((int) (bytes >>> 8) & 0xFF)]
        ^ tables[base + 5 * 256 + ((int) (bytes >>> 16) & 0xFF)]
        ^ tables[base + 4 * 256 + ((int) (bytes >>> 24) & 0xFF)]
        ^ tables[base + 3 * 256 + ((int) (bytes >>> 32) & 0xFF)]
        ^ tables[base + 2 * 256 + ((int) (bytes >>> 40) & 0xFF)]
        ^ tables[base + 256 + ((int) (bytes >>> 48) & 0xFF)]
        ^ tables[base + (int) (bytes >>> 56)];
  }

  @Override
  public byte[] digest() {
    return ByteBuffer.allocate(Long.BYTES).putLong(~crc).array();
  }
}

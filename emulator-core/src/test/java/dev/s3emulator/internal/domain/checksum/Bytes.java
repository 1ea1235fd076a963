package dev.s3emulator.internal.domain.checksum;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Input for checksum tests. */
final class Bytes {
  private Bytes() {}

  static byte[] of(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Returns bytes without a short period. */
  static byte[] sequence(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) ((i * i * 7 + i * 31 + 3) >> 3);
    }
    return bytes;
  }

  /** Returns a checksum of data that is added in pieces of the given size. */
  static byte[] digest(ChecksumAlgorithm algorithm, byte[] data, int length, int piece) {
    ChecksumDigest digest = algorithm.newDigest();
    for (int start = 0; start < length; start += piece) {
      digest.update(ByteBuffer.wrap(data, start, Math.min(piece, length - start)));
    }
    return digest.digest();
  }

  static Checksum checksum(ChecksumAlgorithm algorithm, byte[] data) {
    return Checksum.of(algorithm, digest(algorithm, data, data.length, Math.max(1, data.length)));
  }
}

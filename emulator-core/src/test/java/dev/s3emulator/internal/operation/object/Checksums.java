package dev.s3emulator.internal.operation.object;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.CRC32;

/** Checksums that tests compute by themselves. */
final class Checksums {

  private Checksums() {}

  /** Returns the CRC32 in base64. */
  static String crc32(byte[]... pieces) {
    CRC32 crc = new CRC32();
    for (byte[] piece : pieces) {
      crc.update(piece);
    }
    byte[] value = ByteBuffer.allocate(4).putInt((int) crc.getValue()).array();
    return Base64.getEncoder().encodeToString(value);
  }

  /** Returns the CRC32 of the CRC32s of pieces in base64. */
  static String compositeCrc32(byte[]... pieces) {
    ByteBuffer values = ByteBuffer.allocate(4 * pieces.length);
    for (byte[] piece : pieces) {
      values.put(Base64.getDecoder().decode(crc32(piece)));
    }
    return crc32(values.array());
  }
}

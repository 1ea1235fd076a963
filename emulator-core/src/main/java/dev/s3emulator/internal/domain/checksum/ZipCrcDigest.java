package dev.s3emulator.internal.domain.checksum;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/** The 32-bit CRCs, which the JDK computes with processor instructions. */
final class ZipCrcDigest implements ChecksumDigest {
  private final Checksum crc;

  private ZipCrcDigest(Checksum crc) {
    this.crc = crc;
  }

  static ZipCrcDigest crc32() {
    return new ZipCrcDigest(new CRC32());
  }

  static ZipCrcDigest crc32c() {
    return new ZipCrcDigest(new CRC32C());
  }

  @Override
  public void update(ByteBuffer bytes) {
    crc.update(bytes);
  }

  @Override
  public byte[] digest() {
    return ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array();
  }
}

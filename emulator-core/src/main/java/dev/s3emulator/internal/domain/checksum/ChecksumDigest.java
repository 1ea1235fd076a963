package dev.s3emulator.internal.domain.checksum;

import java.nio.ByteBuffer;

/**
 * One running computation of a checksum.
 *
 * <p>A digest is used once and by one thread at a time: any number of {@link #update} calls, then
 * one {@link #digest} call, then nothing more.
 */
public interface ChecksumDigest {
  /**
   * Adds the remaining bytes of a buffer and consumes them. A caller who still needs the bytes
   * passes a {@linkplain ByteBuffer#duplicate() duplicate}.
   */
  void update(ByteBuffer bytes);

  /** Returns the big-endian bytes of the checksum of everything added. */
  byte[] digest();
}

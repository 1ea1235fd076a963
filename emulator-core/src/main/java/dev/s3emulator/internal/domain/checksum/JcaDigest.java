package dev.s3emulator.internal.domain.checksum;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The cryptographic hashes, computed by the security provider of the JDK. */
final class JcaDigest implements ChecksumDigest {
  private final MessageDigest hash;

  JcaDigest(String algorithm) {
    try {
      this.hash = MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has " + algorithm, e);
    }
  }

  @Override
  public void update(ByteBuffer bytes) {
    hash.update(bytes);
  }

  @Override
  public byte[] digest() {
    return hash.digest();
  }
}

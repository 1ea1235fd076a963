package dev.s3emulator.internal.auth.sigv4;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * HMAC (RFC 2104) with one key. Safe for use by many threads.
 *
 * <p>The JDK has it as {@code javax.crypto.Mac}, whose framework verifies its providers at the
 * first use: that alone takes longer than a server takes to start. Two digests that have seen the
 * key also make it cheaper, since a copy of them has nothing left to do but the message.
 */
public final class Hmac {

  private static final int BLOCK = 64;
  private static final byte INNER = 0x36;
  private static final byte OUTER = 0x5c;

  /** Never used themselves, only copied. */
  private final MessageDigest inner;

  private final MessageDigest outer;

  /**
   * Makes the function of a key.
   *
   * @param digest a digest with blocks of 64 bytes: SHA-1 or SHA-256
   */
  public Hmac(String digest, byte[] key) {
    byte[] block = Arrays.copyOf(key.length > BLOCK ? digest(digest).digest(key) : key, BLOCK);
    inner = fed(digest, block, INNER);
    outer = fed(digest, block, OUTER);
  }

  private static MessageDigest fed(String digest, byte[] key, byte padding) {
    byte[] padded = key.clone();
    for (int i = 0; i < BLOCK; i++) {
      padded[i] ^= padding;
    }
    MessageDigest fed = digest(digest);
    fed.update(padded);
    return fed;
  }

  /** Returns the code of a message. */
  public byte[] sign(byte[] message) {
    byte[] first = copy(inner).digest(message);
    return copy(outer).digest(first);
  }

  private static MessageDigest copy(MessageDigest fed) {
    try {
      return (MessageDigest) fed.clone();
    } catch (CloneNotSupportedException impossible) {
      throw new AssertionError("The digests of the JDK can be copied", impossible);
    }
  }

  private static MessageDigest digest(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError("Every Java platform has " + name, impossible);
    }
  }
}

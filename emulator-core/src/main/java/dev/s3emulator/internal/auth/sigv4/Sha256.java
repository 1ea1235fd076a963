package dev.s3emulator.internal.auth.sigv4;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** SHA-256, in the notations of Signature Version 4. */
public final class Sha256 {

  /** The hash of nothing. */
  public static final String OF_NOTHING =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  private static final HexFormat HEX = HexFormat.of();

  private Sha256() {}

  /** Returns a digest that has seen nothing. */
  static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError("Every Java platform has SHA-256", impossible);
    }
  }

  /** Returns the hash in hex. */
  public static String hex(byte[] bytes) {
    return HEX.formatHex(newDigest().digest(bytes));
  }
}

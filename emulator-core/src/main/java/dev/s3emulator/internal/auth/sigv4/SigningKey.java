package dev.s3emulator.internal.auth.sigv4;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key that one secret has for one day, region and service. Safe for use by many threads. */
public final class SigningKey {

  private static final String ALGORITHM = "HmacSHA256";
  private static final HexFormat HEX = HexFormat.of();

  private final SecretKeySpec key;

  /** Never used itself: a copy is cheaper than a new instance that is given its key. */
  private final Mac template;

  private SigningKey(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
    template = newMac(this.key);
  }

  /** Derives the key (protocol-notes 1). */
  public static SigningKey derive(String secret, CredentialScope scope) {
    return deriveWithoutPrefix("AWS4" + secret, scope);
  }

  static SigningKey deriveWithoutPrefix(String secret, CredentialScope scope) {
    byte[] key = secret.getBytes(UTF_8);
    for (String step :
        new String[] {scope.date(), scope.region(), scope.service(), scope.terminal()}) {
      key = newMac(new SecretKeySpec(key, ALGORITHM)).doFinal(step.getBytes(ISO_8859_1));
    }
    return new SigningKey(key);
  }

  /** Returns the signature of a text, whose characters are bytes, in hex. */
  public String sign(String text) {
    return HEX.formatHex(mac().doFinal(text.getBytes(ISO_8859_1)));
  }

  private Mac mac() {
    try {
      return (Mac) template.clone();
    } catch (CloneNotSupportedException otherProvider) {
      return newMac(key);
    }
  }

  private static Mac newMac(SecretKeySpec key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError("Every Java platform has " + ALGORITHM, impossible);
    }
  }
}

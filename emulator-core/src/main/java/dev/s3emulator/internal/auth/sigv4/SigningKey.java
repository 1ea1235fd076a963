package dev.s3emulator.internal.auth.sigv4;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;

/** The key that one secret has for one day, region and service. Safe for use by many threads. */
public final class SigningKey {

  private static final String DIGEST = "SHA-256";
  private static final HexFormat HEX = HexFormat.of();

  private final Hmac hmac;

  private SigningKey(byte[] key) {
    hmac = new Hmac(DIGEST, key);
  }

  /** Derives the key (protocol-notes 1). */
  public static SigningKey derive(String secret, CredentialScope scope) {
    return deriveWithoutPrefix("AWS4".concat(secret), scope);
  }

  static SigningKey deriveWithoutPrefix(String secret, CredentialScope scope) {
    byte[] key = secret.getBytes(UTF_8);
    for (String step :
        new String[] {scope.date(), scope.region(), scope.service(), scope.terminal()}) {
      key = new Hmac(DIGEST, key).sign(step.getBytes(ISO_8859_1));
    }
    return new SigningKey(key);
  }

  /** Returns the signature of a text, whose characters are bytes, in hex. */
  public String sign(String text) {
    return HEX.formatHex(hmac.sign(text.getBytes(ISO_8859_1)));
  }
}

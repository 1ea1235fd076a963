package dev.s3emulator.internal.auth.sigv4;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.s3emulator.internal.protocol.RequestHead;

/**
 * A request with the signature that came with it.
 *
 * @param canonical what the signature must cover
 * @param time when it was signed
 * @param scope the key that signed it and what for
 * @param signature as sent
 */
public record SignedRequest(
    CanonicalRequest canonical, AmzDate time, CredentialScope scope, String signature) {

  /** The name of the algorithm. */
  public static final String ALGORITHM = "AWS4-HMAC-SHA256";

  /**
   * Reads what a request signs.
   *
   * @param payloadHash what stands in the place of the hash of the body
   */
  public static SignedRequest of(
      RequestHead head, SigV4Authorization authorization, AmzDate time, String payloadHash) {
    return new SignedRequest(
        CanonicalRequest.of(head, authorization.signedHeaders(), payloadHash),
        time,
        authorization.scope(),
        authorization.signature());
  }

  /** Returns what is signed. */
  String stringToSign() {
    // Not with plus signs, whose first use costs a new server milliseconds.
    return String.join(
        "\n",
        ALGORITHM,
        time.text(),
        scope.text(),
        Sha256.hex(canonical.text().getBytes(ISO_8859_1)));
  }

  /** Returns whether the signature is the one that this key makes. */
  public boolean isSignedWith(SigningKey key) {
    return key.sign(stringToSign()).equals(signature);
  }

  SignedRequest with(CanonicalRequest other) {
    return new SignedRequest(other, time, scope, signature);
  }

  SignedRequest with(AmzDate other) {
    return new SignedRequest(canonical, other, scope, signature);
  }
}

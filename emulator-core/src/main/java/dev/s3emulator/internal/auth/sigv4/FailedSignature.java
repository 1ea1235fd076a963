package dev.s3emulator.internal.auth.sigv4;

import dev.s3emulator.internal.protocol.RequestHead;

/**
 * A request whose signature is wrong, as the diagnosis looks at it.
 *
 * @param request what was verified
 * @param head the request as received
 * @param signed the headers that the client says it signed
 * @param secret the secret of the key that the client names
 * @param key the signing key of that secret
 * @param others the secrets of all keys
 */
record FailedSignature(
    SignedRequest request,
    RequestHead head,
    SignedHeaders signed,
    String secret,
    SigningKey key,
    SignatureDiagnosis.OtherSecrets others) {

  CanonicalRequest canonical() {
    return request.canonical();
  }

  /** Returns the guess that the client signed this. */
  Guess signedThis(CanonicalRequest other, String reason) {
    return new Guess(request.with(other), key, reason);
  }

  /** Returns the guess that the client took this time. */
  Guess signedAt(AmzDate other, String reason) {
    return new Guess(request.with(other), key, reason);
  }

  /** Returns the guess that the client used this key. */
  Guess signedWith(SigningKey other, String reason) {
    return new Guess(request, other, reason);
  }

  /** Returns the guess that the client used this secret. */
  Guess signedWith(String otherSecret, String reason) {
    return signedWith(SigningKey.derive(otherSecret, request.scope()), reason);
  }
}

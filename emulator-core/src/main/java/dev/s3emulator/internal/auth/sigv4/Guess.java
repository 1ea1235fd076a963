package dev.s3emulator.internal.auth.sigv4;

/**
 * What a client may have signed, and with which key.
 *
 * @param reason the sentence that is true if the signature matches
 */
record Guess(SignedRequest request, SigningKey key, String reason) {

  boolean explains() {
    return request.isSignedWith(key);
  }
}

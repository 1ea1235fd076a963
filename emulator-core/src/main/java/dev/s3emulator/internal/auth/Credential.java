package dev.s3emulator.internal.auth;

import dev.s3emulator.internal.protocol.Caller;
import java.time.Instant;
import java.util.Optional;

/**
 * An access key that the emulator knows.
 *
 * @param accessKeyId the public part
 * @param secretAccessKey the secret part, which {@link #toString} does not show
 * @param sessionToken the token that a temporary key must come with
 * @param expiration when a temporary key stops working
 * @param caller who signs with it
 */
public record Credential(
    String accessKeyId,
    String secretAccessKey,
    Optional<String> sessionToken,
    Optional<Instant> expiration,
    Caller caller) {

  /** Returns a key that never expires and needs no token. */
  public static Credential permanent(String accessKeyId, String secretAccessKey, Caller caller) {
    return new Credential(
        accessKeyId,
        secretAccessKey,
        Optional.empty(),
        Optional.empty(),
        caller.withAccessKey(accessKeyId));
  }

  /** Returns the id, without the secret. */
  @Override
  public String toString() {
    return "Credential[" + accessKeyId + "]";
  }
}

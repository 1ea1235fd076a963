package dev.s3emulator.internal.auth;

import dev.s3emulator.internal.protocol.Caller;
import dev.s3emulator.internal.protocol.chunked.ChunkListener;
import java.time.Instant;
import java.util.Optional;

/**
 * What the signature of one request proved.
 *
 * @param caller who makes it, possibly {@link Caller#ANONYMOUS}
 * @param type where the signature stands
 * @param version the way in which it is signed, empty for anonymous requests
 * @param signedAt when it was signed, for {@code s3:signatureAge}; empty when the form does not say
 * @param expiresAt when a presigned URL ends
 * @param chunks verifies the signatures of the chunks and trailers of a streaming body; empty when
 *     there are none to verify. It belongs to this one request
 */
public record Authentication(
    Caller caller,
    AuthenticationType type,
    Optional<SignatureVersion> version,
    Optional<Instant> signedAt,
    Optional<Instant> expiresAt,
    Optional<ChunkListener> chunks) {

  /** A request that is not signed. */
  public static final Authentication ANONYMOUS =
      new Authentication(
          Caller.ANONYMOUS,
          AuthenticationType.NONE,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
}

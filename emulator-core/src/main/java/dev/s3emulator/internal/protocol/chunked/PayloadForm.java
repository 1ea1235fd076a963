package dev.s3emulator.internal.protocol.chunked;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The forms of an aws-chunked body, each selected by its literal in {@code x-amz-content-sha256}.
 */
public enum PayloadForm {
  SIGNED("STREAMING-AWS4-HMAC-SHA256-PAYLOAD"),
  SIGNED_TRAILER("STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER"),
  UNSIGNED_TRAILER("STREAMING-UNSIGNED-PAYLOAD-TRAILER"),
  SIGV4A_SIGNED("STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD"),
  SIGV4A_SIGNED_TRAILER("STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER");

  private final String literal;

  PayloadForm(String literal) {
    this.literal = literal;
  }

  /**
   * Finds the form of a value of {@code x-amz-content-sha256}, which is case-sensitive.
   *
   * @return empty if the body is not aws-chunked: a hash, {@code UNSIGNED-PAYLOAD}, anything else
   */
  public static Optional<PayloadForm> parse(String contentSha256) {
    return Stream.of(values()).filter(form -> form.literal.equals(contentSha256)).findFirst();
  }

  /** Returns the value of {@code x-amz-content-sha256} that selects this form. */
  public String literal() {
    return literal;
  }

  /** Tells whether each chunk, and the trailer section if there is one, carries a signature. */
  public boolean isSigned() {
    return this != UNSIGNED_TRAILER;
  }

  /** Tells whether trailers may follow the last chunk. */
  public boolean hasTrailer() {
    return switch (this) {
      case SIGNED_TRAILER, UNSIGNED_TRAILER, SIGV4A_SIGNED_TRAILER -> true;
      case SIGNED, SIGV4A_SIGNED -> false;
    };
  }

  /** Tells whether the signatures are of Signature Version 4A. */
  public boolean isSigV4A() {
    return this == SIGV4A_SIGNED || this == SIGV4A_SIGNED_TRAILER;
  }
}

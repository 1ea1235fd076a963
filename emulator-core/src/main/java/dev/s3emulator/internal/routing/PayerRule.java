package dev.s3emulator.internal.routing;

/**
 * What an operation makes of a bucket whose requesters pay (delete-semantics 9).
 *
 * <p>Asked are the operations that have the header {@code x-amz-request-payer} in the service
 * model.
 */
public enum PayerRule {
  /**
   * Answers without asking. What S3 makes of operations whose model lacks the header is not known:
   * no SDK could send it.
   */
  NOT_ASKED,
  /** Asks whether the requester pays, and says in the answer that it does. */
  ASKED,
  /** Asks whether the requester pays; the answer has no {@code x-amz-request-charged}. */
  ASKED_SILENTLY,
  /** Answers nobody, since whoever asks for pages cannot say that he pays. */
  REFUSED
}

package dev.s3emulator;

import dev.s3emulator.internal.pipeline.Rehearsal;
import dev.s3emulator.journal.RecordedRefusal;
import dev.s3emulator.journal.RecordedRequest;
import java.util.List;
import java.util.Optional;

/**
 * What a request would be answered, and why: what {@link S3EmulatorServer#explain} returns.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param status the HTTP status
 * @param errorCode the error code, such as {@code AccessDenied}; empty if the request as a whole
 *     would succeed
 * @param message what S3 would say beyond the code
 * @param reason in plain words what decided: the statement of a policy, the lock, the grant that is
 *     missing or there. The words may change from release to release
 * @param refusals the keys that a DeleteObjects would refuse although it succeeds as a whole, with
 *     the reason for each; the first {@value RecordedRequest#REFUSAL_LIMIT}
 */
public record Explanation(
    int status,
    Optional<String> errorCode,
    Optional<String> message,
    String reason,
    List<RecordedRefusal> refusals) {

  /** Keeps a copy of the list. */
  public Explanation {
    refusals = List.copyOf(refusals);
  }

  /**
   * Returns whether nothing would be refused: neither the request nor a key of a DeleteObjects. A
   * request for what is not there is refused, too; {@link #errorCode} tells that from a lack of
   * permission.
   */
  public boolean isAllowed() {
    return errorCode.isEmpty() && refusals.isEmpty();
  }

  /** Returns the answer and the reason on one line. */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder().append(status);
    errorCode.ifPresent(code -> line.append(' ').append(code));
    if (!refusals.isEmpty()) {
      line.append(' ').append(refusals);
    }
    return line.append(": ").append(reason).toString();
  }

  static Explanation of(Rehearsal.Outcome outcome) {
    RecordedRequest request = outcome.request();
    return new Explanation(
        request.status(),
        request.errorCode(),
        request.message(),
        reason(outcome),
        request.refusals());
  }

  private static String reason(Rehearsal.Outcome outcome) {
    RecordedRequest request = outcome.request();
    if (request.errorCode().isPresent()) {
      return request.reason().or(request::message).orElse("S3 says no more than the code.");
    }
    return outcome.reasons().isEmpty()
        ? "Nobody needs a permission for this."
        : String.join(" ", outcome.reasons());
  }
}

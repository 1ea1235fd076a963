package dev.s3emulator.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * One request that a server has answered.
 *
 * @param requestId the value of {@code x-amz-request-id}
 * @param time when it was answered, by the server's clock
 * @param method the HTTP method
 * @param path the path and query as sent
 * @param operation the S3 operation, such as {@code DeleteObject}; empty when none was found
 * @param status the HTTP status of the answer
 * @param errorCode the error code, also where the answer had no body to show it
 * @param message the error message
 * @param failure what went wrong inside the emulator when the answer is 500 InternalError: a defect
 *     of the emulator or of its storage, which a test should not overlook
 */
public record RecordedRequest(
    String requestId,
    Instant time,
    String method,
    String path,
    Optional<String> operation,
    int status,
    Optional<String> errorCode,
    Optional<String> message,
    Optional<Throwable> failure) {

  /** Returns the request and its answer on one line. */
  @Override
  public String toString() {
    String answer =
        errorCode.map(code -> " " + code + message.map(text -> ": " + text).orElse("")).orElse("");
    return method
        + " "
        + path
        + " ("
        + operation.orElse("no operation")
        + ") -> "
        + status
        + answer;
  }
}

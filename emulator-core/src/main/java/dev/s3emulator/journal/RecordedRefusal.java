package dev.s3emulator.journal;

import java.util.Optional;

/**
 * One key that a DeleteObjects refused in an answer with status 200.
 *
 * @param key the key
 * @param versionId the version id that the request named for it
 * @param errorCode the error code, such as {@code AccessDenied}
 * @param message the error message
 * @param reason why, where S3 would not tell
 */
public record RecordedRefusal(
    String key,
    Optional<String> versionId,
    String errorCode,
    String message,
    Optional<String> reason) {

  /** Returns the refusal on one line. */
  @Override
  public String toString() {
    return key
        + versionId.map(id -> " version " + id).orElse("")
        + ": "
        + errorCode
        + reason.map(why -> " [" + why + "]").orElse("");
  }
}

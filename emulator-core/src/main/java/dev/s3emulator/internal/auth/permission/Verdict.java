package dev.s3emulator.internal.auth.permission;

/**
 * What one source of permissions says to a request.
 *
 * @param outcome the answer
 * @param reason why, as one plain sentence
 */
record Verdict(Outcome outcome, String reason) {

  /** The answers. */
  enum Outcome {
    /** It may be done. */
    ALLOW,
    /** It must not be done, whatever other sources say. */
    DENY,
    /** It is not allowed here; another source may allow it. */
    SILENT
  }

  static Verdict allow(String reason) {
    return new Verdict(Outcome.ALLOW, reason);
  }

  static Verdict deny(String reason) {
    return new Verdict(Outcome.DENY, reason);
  }

  static Verdict silent(String reason) {
    return new Verdict(Outcome.SILENT, reason);
  }

  boolean allows() {
    return outcome == Outcome.ALLOW;
  }

  boolean denies() {
    return outcome == Outcome.DENY;
  }
}

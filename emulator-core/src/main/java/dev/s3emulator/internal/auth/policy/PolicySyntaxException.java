package dev.s3emulator.internal.auth.policy;

import java.util.Optional;

/** Says what is wrong with a policy; whoever asked for the policy makes an answer of it. */
final class PolicySyntaxException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Optional<String> detail;
  private final String message;

  PolicySyntaxException(String message) {
    this(message, Optional.empty());
  }

  PolicySyntaxException(String message, Optional<String> detail) {
    super(message, null, false, false);
    this.message = message;
    this.detail = detail;
  }

  String message() {
    return message;
  }

  /** Returns what of the policy is wrong, where S3 shows it. */
  Optional<String> detail() {
    return detail;
  }
}

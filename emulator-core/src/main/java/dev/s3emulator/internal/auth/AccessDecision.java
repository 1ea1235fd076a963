package dev.s3emulator.internal.auth;

import java.util.Optional;

/**
 * Whether somebody may do something.
 *
 * @param reason the rule that decided, in one plain sentence for the journal
 * @param message what S3 tells the caller beyond {@code Access Denied}
 */
public record AccessDecision(boolean allowed, String reason, Optional<String> message) {

  /** Returns a yes. */
  public static AccessDecision allow(String reason) {
    return new AccessDecision(true, reason, Optional.empty());
  }

  /** Returns a no. */
  public static AccessDecision deny(String reason) {
    return new AccessDecision(false, reason, Optional.empty());
  }

  /** Returns the decision with what S3 tells the caller. */
  public AccessDecision saying(String text) {
    return new AccessDecision(allowed, reason, Optional.of(text));
  }
}

package dev.s3emulator.internal.auth;

/**
 * Whether somebody may do something.
 *
 * @param reason the rule that decided, in one plain sentence
 */
public record AccessDecision(boolean allowed, String reason) {

  /** Returns a yes. */
  public static AccessDecision allow(String reason) {
    return new AccessDecision(true, reason);
  }

  /** Returns a no. */
  public static AccessDecision deny(String reason) {
    return new AccessDecision(false, reason);
  }
}

package dev.s3emulator.internal.auth.policy;

import dev.s3emulator.internal.domain.policy.Statement;
import java.util.Optional;

/**
 * What a policy says to a question.
 *
 * @param outcome the answer
 * @param statement the statement that decided, empty if none applies
 * @param question what was asked
 */
public record PolicyVerdict(
    Outcome outcome, Optional<Statement> statement, PolicyQuestion question) {

  /** The answers. */
  public enum Outcome {
    /** A statement allows it to the caller, and none denies it. */
    ALLOW,
    /**
     * A statement allows it to the account of the caller, and none denies it: a user of that
     * account may do it if the user's own policies say so, too.
     */
    ALLOW_ACCOUNT,
    /** A statement denies it. */
    DENY,
    /** No statement applies. */
    NONE
  }

  /** Returns whether a statement denies it. */
  public boolean denies() {
    return outcome == Outcome.DENY;
  }

  /** Returns whether it is allowed to the caller in person or as one of everybody. */
  public boolean allows() {
    return outcome == Outcome.ALLOW;
  }

  /** Returns whether it is allowed to the caller, if need be through the account. */
  public boolean allowsAccount() {
    return outcome == Outcome.ALLOW || outcome == Outcome.ALLOW_ACCOUNT;
  }

  /**
   * Returns the verdict as a sentence for the journal.
   *
   * @param policy how the sentence calls the policy, such as {@code the bucket policy}
   */
  public String sentence(String policy) {
    String what = question.action() + " on " + question.resourceArn();
    return statement
        .map(
            each ->
                capitalized(each.name())
                    + " of "
                    + policy
                    + (denies() ? " denies " : " allows ")
                    + what
                    + (outcome == Outcome.ALLOW_ACCOUNT ? " to the account" : " to")
                    + (outcome == Outcome.ALLOW_ACCOUNT
                        ? " " + question.caller().account().accountId()
                        : " " + callerName())
                    + ".")
        .orElseGet(
            () -> "No statement of " + policy + " allows " + what + " to " + callerName() + ".");
  }

  private String callerName() {
    return question.caller().isAnonymous() ? "anonymous callers" : question.caller().arn();
  }

  private static String capitalized(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}

package dev.s3emulator.internal.auth.permission;

import dev.s3emulator.internal.auth.Identities;
import dev.s3emulator.internal.auth.policy.PolicyEvaluator;
import dev.s3emulator.internal.auth.policy.PolicyQuestion;
import dev.s3emulator.internal.auth.policy.PolicyVerdict;
import dev.s3emulator.internal.domain.policy.Policy;
import dev.s3emulator.internal.protocol.Caller;
import java.util.List;
import java.util.Optional;

/**
 * What the account of the caller lets him do: its root everything, its users what their policies
 * say. Nobody has no account.
 */
final class UserPolicyPermissions {

  private final Identities identities;

  UserPolicyPermissions(Identities identities) {
    this.identities = identities;
  }

  /**
   * Asks the policies of the caller.
   *
   * @param other a question whose denial counts as well
   */
  Verdict ask(PolicyQuestion question, Optional<PolicyQuestion> other) {
    Caller caller = question.caller();
    if (caller.isAnonymous()) {
      return Verdict.silent("The request is not signed.");
    }
    if (caller.userName().isEmpty()) {
      return Verdict.allow("The root of an account may do everything that its account may do.");
    }
    String user = "the user " + caller.userName().get();
    return identities
        .policies(caller)
        .map(policies -> ask(policies, question, other, user))
        .orElseGet(() -> Verdict.allow("Nothing limits " + user + "."));
  }

  private static Verdict ask(
      List<Policy> policies, PolicyQuestion question, Optional<PolicyQuestion> other, String user) {
    if (policies.isEmpty()) {
      return Verdict.silent("No policy is attached to " + user + ".");
    }
    Optional<PolicyVerdict> allowing = Optional.empty();
    for (Policy policy : policies) {
      PolicyVerdict verdict = PolicyEvaluator.evaluate(policy, question);
      Optional<PolicyVerdict> denying =
          Optional.of(verdict)
              .filter(PolicyVerdict::denies)
              .or(
                  () ->
                      other
                          .map(asked -> PolicyEvaluator.evaluate(policy, asked))
                          .filter(PolicyVerdict::denies));
      if (denying.isPresent()) {
        return Verdict.deny(denying.get().sentence("a policy of " + user));
      }
      allowing = allowing.or(() -> Optional.of(verdict).filter(PolicyVerdict::allows));
    }
    return allowing
        .map(verdict -> Verdict.allow(verdict.sentence("a policy of " + user)))
        .orElseGet(
            () ->
                Verdict.silent(
                    "No policy of "
                        + user
                        + " allows "
                        + question.action()
                        + " on "
                        + question.resourceArn()
                        + "."));
  }
}

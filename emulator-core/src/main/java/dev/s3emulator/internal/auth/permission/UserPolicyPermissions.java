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
    String name = "a policy of the user " + caller.userName().get();
    List<Policy> policies = identities.policies(caller);
    Verdict verdict = Verdict.silent("The user " + caller.userName().get() + " has no policy.");
    for (Policy policy : policies) {
      PolicyVerdict each = PolicyEvaluator.evaluate(policy, question);
      Optional<PolicyVerdict> twin =
          other.map(it -> PolicyEvaluator.evaluate(policy, it)).filter(PolicyVerdict::denies);
      if (each.denies() || twin.isPresent()) {
        return Verdict.deny(twin.filter(it -> !each.denies()).orElse(each).sentence(name));
      }
      if (!verdict.allows()) {
        verdict =
            each.allows()
                ? Verdict.allow(each.sentence(name))
                : Verdict.silent(each.sentence("the policies of the user " + caller.userName().get()));
      }
    }
    return verdict;
  }
}

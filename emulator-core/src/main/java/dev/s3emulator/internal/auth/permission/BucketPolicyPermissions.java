package dev.s3emulator.internal.auth.permission;

import dev.s3emulator.internal.auth.policy.PolicyEvaluator;
import dev.s3emulator.internal.auth.policy.PolicyVerdict;
import dev.s3emulator.internal.auth.policy.PublicPolicy;
import dev.s3emulator.internal.domain.PublicAccessBlock;
import dev.s3emulator.internal.domain.configuration.BucketPolicy;
import dev.s3emulator.internal.domain.policy.Policy;
import dev.s3emulator.internal.protocol.Caller;
import java.util.Optional;
import java.util.Set;

/** What the policy of the bucket says. */
final class BucketPolicyPermissions {

  private static final String NAME = "the bucket policy";

  /** Nobody can lock the owner of a bucket out of its policy. */
  private static final Set<String> ALWAYS_THE_OWNERS =
      Set.of("s3:GetBucketPolicy", "s3:PutBucketPolicy", "s3:DeleteBucketPolicy");

  private BucketPolicyPermissions() {}

  static Verdict ask(Question question) {
    Optional<Policy> policy =
        question.bucket().settings().configuration(BucketPolicy.class).map(BucketPolicy::policy);
    if (policy.isEmpty()) {
      return Verdict.silent("The bucket " + question.bucket().name() + " has no policy.");
    }
    PolicyVerdict verdict = PolicyEvaluator.evaluate(policy.get(), question.forPolicies());
    if (verdict.denies()) {
      return denial(question, verdict);
    }
    Optional<PolicyVerdict> other = deniedAsOtherDelete(question, policy.get());
    if (other.isPresent()) {
      return denial(question, other.get());
    }
    if (!verdict.allowsAccount()) {
      return Verdict.silent(verdict.sentence(NAME));
    }
    return limited(question, policy.get(), verdict);
  }

  private static Verdict denial(Question question, PolicyVerdict verdict) {
    return isRootOfBucketOwner(question) && ALWAYS_THE_OWNERS.contains(question.action())
        ? Verdict.silent("The policy of a bucket is always up to the root of its owner.")
        : Verdict.deny(verdict.sentence(NAME));
  }

  private static boolean isRootOfBucketOwner(Question question) {
    Caller caller = question.caller();
    return caller.userName().isEmpty() && !caller.isAnonymous() && question.isOfBucketOwner();
  }

  /** What a policy forbids of either kind of delete, it forbids of unversioned objects. */
  private static Optional<PolicyVerdict> deniedAsOtherDelete(Question question, Policy policy) {
    return Deletes.other(question)
        .map(other -> PolicyEvaluator.evaluate(policy, other))
        .filter(PolicyVerdict::denies);
  }

  private static Verdict limited(Question question, Policy policy, PolicyVerdict verdict) {
    String sentence = verdict.sentence(NAME);
    if (!question.isOwnedWithBucket()) {
      return Verdict.silent(
          sentence
              + " But the object belongs to the account "
              + question.owner().accountId()
              + ".");
    }
    if (question.isOfOwner()) {
      // An account that is named still has to let its own users do it.
      return verdict.allows()
          ? Verdict.allow(sentence)
          : Verdict.silent(sentence + " The user needs a policy that allows it, too.");
    }
    boolean restricted =
        question
            .bucket()
            .settings()
            .configuration(PublicAccessBlock.class)
            .filter(PublicAccessBlock::restrictPublicBuckets)
            .isPresent();
    return restricted && PublicPolicy.isPublic(policy)
        ? Verdict.silent(
            sentence
                + " But the policy is public, and the bucket's public access block has"
                + " RestrictPublicBuckets.")
        : Verdict.allow(sentence);
  }
}

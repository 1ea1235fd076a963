package dev.s3emulator.internal.auth.permission;

import dev.s3emulator.internal.auth.AccessDecision;
import dev.s3emulator.internal.auth.policy.PolicyQuestion;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Words refusals as S3 does: it tells what is missing to callers of the bucket owner's account, and
 * nothing to others (recorded-answers 4.19, 18).
 */
final class Refusals {

  private static final String IDENTITY_DENIES = "with an explicit deny in an identity-based policy";
  private static final String RESOURCE_DENIES = "with an explicit deny in a resource-based policy";

  private Refusals() {}

  /** Returns the refusal of what the policy of the bucket denies. */
  static AccessDecision byBucketPolicy(Question question, Verdict verdict) {
    return told(question, AccessDecision.deny(verdict.reason()), RESOURCE_DENIES);
  }

  /** Returns the refusal of what a policy of the user denies. */
  static AccessDecision byUserPolicy(Question question, Verdict verdict) {
    return told(question, AccessDecision.deny(verdict.reason()), IDENTITY_DENIES);
  }

  /** Returns the refusal of what nothing allows. */
  static AccessDecision byNothing(Question question, Verdict... verdicts) {
    AccessDecision decision =
        AccessDecision.deny(
            Arrays.stream(verdicts).map(Verdict::reason).collect(Collectors.joining(" ")));
    // What is another account's object within the bucket is no matter of the user's policies.
    return question.isOfOwner()
        ? told(question, decision, noneAllows(question.action()))
        : decision;
  }

  /** Returns the refusal of what is done with no bucket. */
  static AccessDecision ofUser(PolicyQuestion question, Verdict verdict, boolean denied) {
    AccessDecision decision = AccessDecision.deny(verdict.reason());
    String why = denied ? IDENTITY_DENIES : noneAllows(question.action());
    return question.caller().isAnonymous() ? decision : decision.saying(message(question, why));
  }

  private static AccessDecision told(Question question, AccessDecision decision, String why) {
    // Nobody who is let in by the lenient mode is told as little as nobody else.
    return question.isOfBucketOwner() && !question.caller().isAnonymous()
        ? decision.saying(message(question.forPolicies(), why))
        : decision;
  }

  private static String noneAllows(String action) {
    return "because no identity-based policy allows the " + action + " action";
  }

  private static String message(PolicyQuestion question, String why) {
    // S3 names no resource where there is none.
    String resource =
        question.resourceArn().endsWith(":::*")
            ? ""
            : " on resource: \"" + question.resourceArn() + "\"";
    return "User: "
        + question.caller().arn()
        + " is not authorized to perform: "
        + question.action()
        + resource
        + " "
        + why;
  }
}

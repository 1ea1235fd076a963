package dev.s3emulator.internal.auth.policy;

import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.policy.ConditionValues;
import dev.s3emulator.internal.domain.policy.Policy;
import dev.s3emulator.internal.protocol.Caller;
import java.util.List;
import java.util.Map;

/** Policies of the bucket "photos" and questions about it, as tests write them. */
final class Policies {

  static final String BUCKET = "arn:aws:s3:::photos";
  static final Owner ACCOUNT = new Owner("111122223333", "1".repeat(64), "one");
  static final Owner OTHER = new Owner("444455556666", "4".repeat(64), "four");
  static final Caller ROOT = Caller.root(ACCOUNT);
  static final Caller ANN = Caller.user(ACCOUNT, "ann");
  static final Caller BOB = Caller.user(ACCOUNT, "bob");
  static final Caller STRANGER = Caller.root(OTHER);

  private Policies() {}

  /** A policy with these statements, written with {@code '} for quotation marks. */
  static Policy policy(String... statements) {
    return PolicyReader.bucketPolicy(json(statements), BUCKET).policy();
  }

  /** The text of a policy. */
  static String json(String... statements) {
    return "{'Version':'2012-10-17','Statement':[%s]}"
        .formatted(String.join(",", statements))
        .replace('\'', '"');
  }

  /** What a policy says to somebody about an action on a key, or on the bucket if it is empty. */
  static PolicyVerdict ask(
      Policy policy, Caller caller, String action, String key, Map<String, List<String>> context) {
    return PolicyEvaluator.evaluate(
        policy,
        new PolicyQuestion(
            caller,
            action,
            key.isEmpty() ? BUCKET : BUCKET + "/" + key,
            ConditionValues.of(context)));
  }
}

package dev.s3emulator.internal.auth.policy;

import dev.s3emulator.internal.auth.policy.S3Actions.Level;
import dev.s3emulator.internal.domain.policy.AddressRange;
import dev.s3emulator.internal.domain.policy.Condition;
import dev.s3emulator.internal.domain.policy.Statement;
import dev.s3emulator.internal.domain.policy.TextPattern;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What S3 refuses in statements of buckets, beyond the syntax, in the order in which it does. */
final class BucketPolicyRules {

  private final Statement statement;
  private final String bucketArn;

  private BucketPolicyRules(Statement statement, String bucketArn) {
    this.statement = statement;
    this.bucketArn = bucketArn;
  }

  static void check(Statement statement, String bucketArn) {
    BucketPolicyRules rules = new BucketPolicyRules(statement, bucketArn);
    rules.requireActionsOfS3();
    Set<Level> levels = rules.requireResourcesOfBucket();
    statement.conditions().forEach(rules::require);
    rules.requireActionsOn(levels);
  }

  private void requireActionsOfS3() {
    for (TextPattern action : statement.actions().patterns()) {
      if (S3Actions.levels(action).isEmpty()) {
        throw new PolicySyntaxException(Refusals.INVALID_ACTION);
      }
    }
  }

  private Set<Level> requireResourcesOfBucket() {
    Set<Level> levels = EnumSet.noneOf(Level.class);
    for (TextPattern resource : statement.resources().patterns()) {
      String text = resource.text();
      if (text.equals(bucketArn)) {
        levels.add(Level.BUCKET);
      } else if (text.startsWith(bucketArn + "/")) {
        levels.add(Level.OBJECT);
      } else if (text.startsWith(bucketArn + "*")) {
        levels.addAll(EnumSet.allOf(Level.class));
      } else {
        throw new PolicySyntaxException(Refusals.INVALID_RESOURCE);
      }
    }
    return levels;
  }

  private void require(Condition condition) {
    String name = condition.key().name();
    if (!S3ConditionKeys.isKnown(name, condition.key().tag())) {
      throw new PolicySyntaxException(Refusals.INVALID_CONDITION_KEY);
    }
    // S3 looks at the key and not at the operator: it also refuses a Null of it.
    if (name.equals("aws:sourceip")
        && !condition.values().stream().allMatch(value -> AddressRange.parse(value).isPresent())) {
      throw new PolicySyntaxException(Refusals.INVALID_ADDRESS);
    }
    if (!statement.actions().excluded()
        && statement.actions().patterns().stream()
            .map(action -> action.text().toLowerCase(Locale.ROOT))
            .filter(action -> action.indexOf('*') < 0 && action.indexOf('?') < 0)
            .anyMatch(action -> !S3ConditionKeys.appliesTo(name, action))) {
      throw new PolicySyntaxException(Refusals.CONDITION_WITHOUT_ACTION);
    }
  }

  /** Each action must be one on something that is listed; what is listed as excluded need not. */
  private void requireActionsOn(Set<Level> levels) {
    if (statement.actions().excluded() || statement.resources().excluded()) {
      return;
    }
    for (TextPattern action : statement.actions().patterns()) {
      if (Collections.disjoint(S3Actions.levels(action), levels)) {
        throw new PolicySyntaxException(Refusals.ACTION_WITHOUT_RESOURCE);
      }
    }
  }
}

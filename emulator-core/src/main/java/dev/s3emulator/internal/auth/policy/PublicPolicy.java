package dev.s3emulator.internal.auth.policy;

import dev.s3emulator.internal.domain.policy.AddressRange;
import dev.s3emulator.internal.domain.policy.Condition;
import dev.s3emulator.internal.domain.policy.Condition.Quantifier;
import dev.s3emulator.internal.domain.policy.ConditionOperator;
import dev.s3emulator.internal.domain.policy.Effect;
import dev.s3emulator.internal.domain.policy.Policy;
import dev.s3emulator.internal.domain.policy.Statement;
import java.util.Optional;
import java.util.Set;

/**
 * What S3 calls a public policy: one that allows something to everybody, unless conditions limit
 * that to fixed values of certain keys. What other statements deny does not count.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html">AWS</a>
 */
public final class PublicPolicy {

  private static final Set<String> FIXING_KEYS =
      Set.of(
          "aws:principalaccount",
          "aws:principalarn",
          "aws:principalorgid",
          "aws:principalorgpaths",
          "aws:sourceaccount",
          "aws:sourcearn",
          "aws:sourceowner",
          "aws:sourcevpc",
          "aws:sourcevpce",
          "aws:userid",
          "s3:dataaccesspointaccount",
          "s3:dataaccesspointarn",
          "s3:x-amz-server-side-encryption-aws-kms-key-id");

  private static final Set<ConditionOperator> FIXING_OPERATORS =
      Set.of(
          ConditionOperator.STRING_EQUALS,
          ConditionOperator.STRING_EQUALS_IGNORE_CASE,
          ConditionOperator.STRING_LIKE,
          ConditionOperator.ARN_EQUALS,
          ConditionOperator.ARN_LIKE);

  /** Larger ranges are as good as everybody; those of private networks are smaller. */
  private static final int LARGEST_V4 = 8;

  private static final int LARGEST_V6 = 32;

  private PublicPolicy() {}

  /** Returns whether a policy is public. */
  public static boolean isPublic(Policy policy) {
    return publicStatement(policy).isPresent();
  }

  /** Returns the first statement that makes a policy public. */
  public static Optional<Statement> publicStatement(Policy policy) {
    return policy.statements().stream().filter(PublicPolicy::isPublic).findFirst();
  }

  private static boolean isPublic(Statement statement) {
    return statement.effect() == Effect.ALLOW
        && statement
            .principals()
            .filter(principals -> principals.everybody() || principals.excluded())
            .isPresent()
        && statement.conditions().stream().noneMatch(PublicPolicy::limits);
  }

  private static boolean limits(Condition condition) {
    Condition.Test test = condition.test();
    // These hold for requests without the key: for everybody.
    if (test.ifExists() || test.quantifier() == Quantifier.ALL) {
      return false;
    }
    if (condition.key().name().equals("aws:sourceip")) {
      return test.operator() == ConditionOperator.IP_ADDRESS
          && condition.values().stream().allMatch(PublicPolicy::isNarrow);
    }
    return FIXING_KEYS.contains(condition.key().name())
        && FIXING_OPERATORS.contains(test.operator())
        && condition.values().stream().allMatch(value -> isFixed(condition, value));
  }

  private static boolean isFixed(Condition condition, String value) {
    // An access point is that of one account, also where its own name is left open.
    String fixed =
        condition.key().name().equals("s3:dataaccesspointarn")
            ? value.replaceFirst(":accesspoint/\\*$", "")
            : value;
    return fixed.indexOf('*') < 0 && fixed.indexOf('?') < 0 && !fixed.contains("${");
  }

  private static boolean isNarrow(String value) {
    return AddressRange.parse(value)
        .filter(range -> range.prefixBits() >= (range.isV6() ? LARGEST_V6 : LARGEST_V4))
        .isPresent();
  }
}

package dev.s3emulator.internal.domain.policy;

import java.util.Optional;

/** How a condition compares. */
public enum ConditionOperator {
  /** Equal texts. */
  STRING_EQUALS("StringEquals", Kind.STRING, false),
  /** Other texts. */
  STRING_NOT_EQUALS("StringNotEquals", Kind.STRING, true),
  /** Equal texts but for upper and lower case. */
  STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", Kind.STRING_IGNORE_CASE, false),
  /** Texts that differ by more than upper and lower case. */
  STRING_NOT_EQUALS_IGNORE_CASE("StringNotEqualsIgnoreCase", Kind.STRING_IGNORE_CASE, true),
  /** Texts that match one with wildcards. */
  STRING_LIKE("StringLike", Kind.STRING_LIKE, false),
  /** Texts that do not match one with wildcards. */
  STRING_NOT_LIKE("StringNotLike", Kind.STRING_LIKE, true),
  /** Equal numbers. */
  NUMERIC_EQUALS("NumericEquals", Kind.NUMBER, false),
  /** Other numbers. */
  NUMERIC_NOT_EQUALS("NumericNotEquals", Kind.NUMBER, true),
  /** Smaller numbers. */
  NUMERIC_LESS_THAN("NumericLessThan", Kind.NUMBER, Order.LESS),
  /** Numbers that are not larger. */
  NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals", Kind.NUMBER, Order.LESS_OR_EQUAL),
  /** Larger numbers. */
  NUMERIC_GREATER_THAN("NumericGreaterThan", Kind.NUMBER, Order.GREATER),
  /** Numbers that are not smaller. */
  NUMERIC_GREATER_THAN_EQUALS("NumericGreaterThanEquals", Kind.NUMBER, Order.GREATER_OR_EQUAL),
  /** The same moment. */
  DATE_EQUALS("DateEquals", Kind.DATE, false),
  /** Other moments. */
  DATE_NOT_EQUALS("DateNotEquals", Kind.DATE, true),
  /** Earlier moments. */
  DATE_LESS_THAN("DateLessThan", Kind.DATE, Order.LESS),
  /** Moments that are not later. */
  DATE_LESS_THAN_EQUALS("DateLessThanEquals", Kind.DATE, Order.LESS_OR_EQUAL),
  /** Later moments. */
  DATE_GREATER_THAN("DateGreaterThan", Kind.DATE, Order.GREATER),
  /** Moments that are not earlier. */
  DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals", Kind.DATE, Order.GREATER_OR_EQUAL),
  /** True or false. */
  BOOL("Bool", Kind.FLAG, false),
  /** Equal bytes in base64. */
  BINARY_EQUALS("BinaryEquals", Kind.BYTES, false),
  /** Addresses in a range. */
  IP_ADDRESS("IpAddress", Kind.ADDRESS, false),
  /** Addresses outside of a range. */
  NOT_IP_ADDRESS("NotIpAddress", Kind.ADDRESS, true),
  /** ARNs that match, part by part. */
  ARN_EQUALS("ArnEquals", Kind.ARN, false),
  /** The same as {@link #ARN_EQUALS}. */
  ARN_LIKE("ArnLike", Kind.ARN, false),
  /** ARNs that do not match. */
  ARN_NOT_EQUALS("ArnNotEquals", Kind.ARN, true),
  /** The same as {@link #ARN_NOT_EQUALS}. */
  ARN_NOT_LIKE("ArnNotLike", Kind.ARN, true),
  /** Whether a key is absent. */
  NULL("Null", Kind.FLAG, false);

  private enum Kind {
    STRING,
    STRING_IGNORE_CASE,
    STRING_LIKE,
    NUMBER,
    DATE,
    FLAG,
    BYTES,
    ADDRESS,
    ARN
  }

  private final String policyName;
  private final Kind kind;
  private final boolean negated;
  private final Order order;

  ConditionOperator(String policyName, Kind kind, boolean negated) {
    this(policyName, kind, negated, Order.EQUAL);
  }

  ConditionOperator(String policyName, Kind kind, Order order) {
    this(policyName, kind, false, order);
  }

  ConditionOperator(String policyName, Kind kind, boolean negated, Order order) {
    this.policyName = policyName;
    this.kind = kind;
    this.negated = negated;
    this.order = order;
  }

  /**
   * Returns the operator that a policy names, without what stands before and behind its name.
   * Unlike those of keys, names of operators are written in one way only.
   */
  public static Optional<ConditionOperator> named(String name) {
    for (ConditionOperator each : values()) {
      if (each.policyName.equals(name)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** Returns the name. */
  public String policyName() {
    return policyName;
  }

  /** Returns whether it holds for what the listed values do not accept. */
  public boolean isNegated() {
    return negated;
  }

  /** Reads a value that a policy compares with. */
  ConditionOperand operand(String text, boolean variables) {
    return switch (kind) {
      case STRING -> text(text, false, variables, false);
      case STRING_IGNORE_CASE -> text(text, false, variables, true);
      case STRING_LIKE -> text(text, true, variables, false);
      case NUMBER -> OrderOperand.parse(text, ConditionLiterals::number, order);
      case DATE -> OrderOperand.parse(text, ConditionLiterals::instant, order);
      case FLAG -> OrderOperand.parse(text, ConditionLiterals::flag, order);
      case BYTES -> OrderOperand.parse(text, ConditionLiterals::bytes, order);
      case ADDRESS ->
          AddressRange.parse(text)
              .<ConditionOperand>map(range -> range)
              .orElse(ConditionOperand.NOTHING);
      case ARN -> ArnOperand.parse(text, variables);
    };
  }

  private static ConditionOperand text(
      String text, boolean wildcards, boolean variables, boolean ignoreCase) {
    return new TextOperand(
        TextPattern.parse(text, new TextPattern.Syntax(wildcards, variables, ignoreCase)));
  }
}

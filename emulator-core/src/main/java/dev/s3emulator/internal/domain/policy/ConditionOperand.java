package dev.s3emulator.internal.domain.policy;

/** A value of a condition, read once. */
interface ConditionOperand {

  /**
   * A value that the operator cannot compare with, such as a word for a number. S3 takes policies
   * with such values.
   */
  ConditionOperand NOTHING = (actual, context) -> false;

  /** Returns whether the value of a request compares with this one as the operator says. */
  boolean accepts(String actual, ConditionValues context);

  /** Returns whether the request has what variables in this value stand for. */
  default boolean isResolvable(ConditionValues context) {
    return true;
  }
}

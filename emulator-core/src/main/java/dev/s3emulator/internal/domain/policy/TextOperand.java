package dev.s3emulator.internal.domain.policy;

/** A text, possibly with wildcards. */
record TextOperand(TextPattern pattern) implements ConditionOperand {

  @Override
  public boolean accepts(String actual, ConditionValues context) {
    return pattern.matches(actual, context);
  }

  @Override
  public boolean isResolvable(ConditionValues context) {
    return pattern.isResolvable(context);
  }
}

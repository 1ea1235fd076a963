package dev.s3emulator.internal.domain.policy;

import java.util.Optional;
import java.util.function.Function;

/**
 * A number or a moment, with which those of requests are compared.
 *
 * @param parser reads values of requests; what it cannot read compares with nothing
 * @param order which results of a comparison of the request's value with this one do
 */
record OrderOperand<T extends Comparable<T>>(
    T value, Function<String, Optional<T>> parser, Order order) implements ConditionOperand {

  /** Reads a value of a policy; one that cannot be read is nobody's. */
  static <T extends Comparable<T>> ConditionOperand parse(
      String text, Function<String, Optional<T>> parser, Order order) {
    return parser
        .apply(text)
        .<ConditionOperand>map(value -> new OrderOperand<>(value, parser, order))
        .orElse(ConditionOperand.NOTHING);
  }

  @Override
  public boolean accepts(String actual, ConditionValues context) {
    return parser.apply(actual).filter(read -> order.accepts(read.compareTo(value))).isPresent();
  }
}

package dev.s3emulator.internal.domain.policy;

import java.util.List;

/** What the values of one key must be for a statement to apply. Immutable. */
public final class Condition {

  /** How many of the values of a key must satisfy a condition. */
  public enum Quantifier {
    /** The key has one value. */
    ONE(""),
    /** Each of them, if there are any. */
    ALL("ForAllValues:"),
    /** One of them at least. */
    ANY("ForAnyValue:");

    private final String prefix;

    Quantifier(String prefix) {
      this.prefix = prefix;
    }

    /** Returns what stands before the operator. */
    public String prefix() {
      return prefix;
    }
  }

  /**
   * How a condition compares.
   *
   * @param ifExists whether it holds for requests that do not have the key
   */
  public record Test(Quantifier quantifier, ConditionOperator operator, boolean ifExists) {

    /** Returns the test as policies write it. */
    @Override
    public String toString() {
      return quantifier.prefix() + operator.policyName() + (ifExists ? "IfExists" : "");
    }
  }

  private final Test test;
  private final ConditionKey key;
  private final List<String> values;
  private final List<ConditionOperand> operands;

  /**
   * Makes a condition.
   *
   * @param values what the key is compared with; one that fits is enough
   * @param variables whether variables in texts are replaced
   */
  public Condition(Test test, ConditionKey key, List<String> values, boolean variables) {
    this.test = test;
    this.key = key;
    this.values = List.copyOf(values);
    operands =
        this.values.stream().map(value -> test.operator().operand(value, variables)).toList();
  }

  /** Returns how it compares. */
  public Test test() {
    return test;
  }

  /** Returns what it looks at. */
  public ConditionKey key() {
    return key;
  }

  /** Returns what it compares with. */
  public List<String> values() {
    return values;
  }

  /** Returns whether it holds for a request. */
  public boolean holds(ConditionValues context) {
    List<String> actual = context.of(key).orElse(List.of());
    if (test.operator() == ConditionOperator.NULL) {
      return accepted(Boolean.toString(actual.isEmpty()), context);
    }
    if (actual.isEmpty()) {
      return switch (test.quantifier()) {
        case ALL -> true;
        case ANY -> test.ifExists();
        case ONE -> test.ifExists() || test.operator().isNegated();
      };
    }
    // A comparison with what the request does not say holds for nobody, turned round or not.
    if (!operands.stream().allMatch(operand -> operand.isResolvable(context))
        && test.operator().isNegated()) {
      return false;
    }
    return compare(actual, context);
  }

  private boolean compare(List<String> actual, ConditionValues context) {
    boolean negated = test.operator().isNegated();
    return switch (test.quantifier()) {
      case ONE -> negated != actual.stream().anyMatch(value -> accepted(value, context));
      case ALL -> actual.stream().allMatch(value -> negated != accepted(value, context));
      case ANY -> actual.stream().anyMatch(value -> negated != accepted(value, context));
    };
  }

  private boolean accepted(String value, ConditionValues context) {
    for (ConditionOperand operand : operands) {
      if (operand.accepts(value, context)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the condition in short. */
  @Override
  public String toString() {
    return test + " " + key + " " + values;
  }
}

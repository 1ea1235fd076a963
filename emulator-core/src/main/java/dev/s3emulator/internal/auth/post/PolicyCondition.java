package dev.s3emulator.internal.auth.post;

import java.util.Arrays;
import java.util.Locale;

/**
 * What a policy demands of one field.
 *
 * @param operator how the value compares
 * @param field the field as the policy spells it
 * @param value what the field must be or start with
 */
record PolicyCondition(Operator operator, String field, String value) {

  private static final String CONTENT_TYPE = "content-type";

  /** How a value compares. */
  enum Operator {
    /** It is the same. */
    EQ("eq"),
    /** It begins so; anything does when nothing is demanded. */
    STARTS_WITH("starts-with");

    private final String wireName;

    Operator(String wireName) {
      this.wireName = wireName;
    }
  }

  /** Returns the field by which values are looked up. */
  String name() {
    return field.toLowerCase(Locale.ROOT);
  }

  /** Returns whether a value fits. A form may offer several content types with commas. */
  boolean holds(String actual) {
    return switch (operator) {
      case EQ -> actual.equals(value);
      case STARTS_WITH ->
          name().equals(CONTENT_TYPE)
              ? Arrays.stream(actual.split(",", -1))
                  .allMatch(type -> type.strip().startsWith(value))
              : actual.startsWith(value);
    };
  }

  /** Returns the condition as S3 prints it, whichever way the policy wrote it. */
  @Override
  public String toString() {
    return "[\""
        + operator.wireName
        + "\", \"$"
        + escaped(field)
        + "\", \""
        + escaped(value)
        + "\"]";
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}

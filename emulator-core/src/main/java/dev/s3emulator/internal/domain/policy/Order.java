package dev.s3emulator.internal.domain.policy;

/** How the value of a request must stand to the one in a policy. */
enum Order {
  LESS,
  LESS_OR_EQUAL,
  EQUAL,
  GREATER_OR_EQUAL,
  GREATER;

  /** Returns whether the result of a comparison is of this kind. */
  boolean accepts(int comparison) {
    return switch (this) {
      case LESS -> comparison < 0;
      case LESS_OR_EQUAL -> comparison <= 0;
      case EQUAL -> comparison == 0;
      case GREATER_OR_EQUAL -> comparison >= 0;
      case GREATER -> comparison > 0;
    };
  }
}

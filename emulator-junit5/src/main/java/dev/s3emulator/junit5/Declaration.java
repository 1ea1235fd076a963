package dev.s3emulator.junit5;

import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * An emulator that a place of a test asks for.
 *
 * @param scope any but {@link EmulatorScope#BY_PLACE}
 * @param place the context of the class that an emulator of the scope {@code CLASS} ends with
 * @param identity the same for declarations that share an emulator within a scope
 */
record Declaration(
    EmulatorOptions options, EmulatorScope scope, ExtensionContext place, Object identity) {

  static Declaration of(EmulatorOptions options, EmulatorScope byPlace, ExtensionContext place) {
    return new Declaration(options, options.scope(byPlace), place, options);
  }

  /** Returns whether there can be an emulator outside of tests, as in {@code @BeforeAll}. */
  boolean outlivesTests() {
    return scope != EmulatorScope.METHOD;
  }

  /** Returns the context whose store holds the emulator. */
  ExtensionContext owner(ExtensionContext current) {
    return switch (scope) {
      case RUN -> current.getRoot();
      case METHOD -> requireTest(current);
      case CLASS, BY_PLACE -> place;
    };
  }

  private ExtensionContext requireTest(ExtensionContext current) {
    if (!Contexts.isTest(current)) {
      throw options.wrong(
          "scope",
          "with METHOD there is no emulator yet in a constructor, in @BeforeAll and for a static"
              + " field.");
    }
    return current;
  }
}

package dev.s3emulator.junit5;

import java.lang.reflect.Field;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;

/** What the places of a test class ask for. */
interface Declarations {

  /**
   * Returns the emulator that a test, or a class outside of its tests, uses unless it says else.
   */
  Optional<Declaration> of(ExtensionContext context);

  /** Returns the emulator that a parameter asks for by itself. */
  default Optional<Declaration> ofParameter(ParameterContext parameter, ExtensionContext context) {
    return Optional.empty();
  }

  /** Returns the emulator that a field asks for by itself. */
  default Optional<Declaration> ofField(Field field, ExtensionContext context) {
    return Optional.empty();
  }
}

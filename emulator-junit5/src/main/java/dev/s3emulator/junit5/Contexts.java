package dev.s3emulator.junit5;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Which of JUnit's contexts is what. */
final class Contexts {

  private Contexts() {}

  /** Returns whether the context is a test's, and not a class's. */
  static boolean isTest(ExtensionContext context) {
    return context.getTestMethod().isPresent();
  }

  /** Returns the contexts of the test class and of those around it, from the inside. */
  static Stream<ExtensionContext> classes(ExtensionContext context) {
    return Stream.iterate(
            Optional.of(context),
            Optional::isPresent,
            each -> each.flatMap(ExtensionContext::getParent))
        .flatMap(Optional::stream)
        .filter(each -> each.getElement().filter(Class.class::isInstance).isPresent());
  }

  /** Returns the context of the test class. */
  static ExtensionContext testClass(ExtensionContext context) {
    return classes(context).findFirst().orElseThrow();
  }

  /** Returns the context of a class, which is the test class or one around it. */
  static ExtensionContext of(Class<?> type, ExtensionContext context) {
    return classes(context)
        .filter(each -> each.getRequiredTestClass() == type)
        .findFirst()
        .orElseGet(() -> testClass(context));
  }
}

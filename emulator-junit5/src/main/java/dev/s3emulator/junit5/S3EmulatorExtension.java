package dev.s3emulator.junit5;

import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * When what {@link S3Emulator} promises happens. The server and its clients live in the store of
 * the annotated class, which JUnit closes after the class.
 */
final class S3EmulatorExtension
    implements BeforeAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        AfterAllCallback,
        ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(S3EmulatorExtension.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    requireOneAnnotation(context);
    emulator(context);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    ClassEmulator emulator = emulator(context);
    // Those of the constructor and of @BeforeAll, which the journal is about to forget.
    InternalErrors.requireNone(emulator.server());
    emulator.reset();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    InternalErrors.requireNone(emulator(context).server());
  }

  @Override
  public void afterAll(ExtensionContext context) {
    InternalErrors.requireNone(emulator(context).server());
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return Injectable.of(parameter.getParameter().getType()).isPresent();
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return Injectable.of(parameter.getParameter().getType()).orElseThrow().in(emulator(context));
  }

  /**
   * Returns the emulator of the annotated class. A class with one instance for all tests is
   * constructed before {@code beforeAll}, so whoever comes first starts it.
   */
  private static ClassEmulator emulator(ExtensionContext context) {
    return context
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            ClassEmulator.class,
            key -> ClassEmulator.start(annotation(context)),
            ClassEmulator.class);
  }

  private static S3Emulator annotation(ExtensionContext context) {
    return AnnotationSupport.findAnnotation(context.getRequiredTestClass(), S3Emulator.class)
        .orElseThrow(
            () ->
                new ExtensionConfigurationException(
                    "S3EmulatorExtension is registered by @S3Emulator, not by itself."));
  }

  /** Which values hold for a nested class would not be clear. */
  private static void requireOneAnnotation(ExtensionContext context) {
    Class<?> type = context.getRequiredTestClass();
    List<Class<?>> around = context.getEnclosingTestClasses();
    if (isAnnotated(type) && around.stream().anyMatch(S3EmulatorExtension::isAnnotated)) {
      throw new ExtensionConfigurationException(
          "@S3Emulator: "
              + type.getSimpleName()
              + " shares the server of the class around it and cannot have the annotation too.");
    }
  }

  static boolean isAnnotated(Class<?> type) {
    return AnnotationSupport.isAnnotated(type, S3Emulator.class);
  }
}

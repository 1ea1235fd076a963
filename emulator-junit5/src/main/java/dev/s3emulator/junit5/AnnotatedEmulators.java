package dev.s3emulator.junit5;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

/** The extension that {@link S3Emulator} registers. */
final class AnnotatedEmulators
    implements BeforeAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        AfterAllCallback,
        TestInstancePreConstructCallback,
        ParameterResolver {

  private final EmulatorCallbacks callbacks = new EmulatorCallbacks(new AnnotationDeclarations());

  @Override
  public void beforeAll(ExtensionContext context) {
    callbacks.beforeAll(context);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    callbacks.beforeEach(context);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    callbacks.afterEach(context);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    callbacks.afterAll(context);
  }

  @Override
  public void preConstructTestInstance(
      TestInstanceFactoryContext instance, ExtensionContext context) {
    callbacks.beforeConstructor(instance.getTestClass(), context);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return callbacks.supports(parameter, context);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return callbacks.resolve(parameter, context);
  }
}

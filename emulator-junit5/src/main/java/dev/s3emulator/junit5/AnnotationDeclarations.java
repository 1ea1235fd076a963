package dev.s3emulator.junit5;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ModifierSupport;

/** Reads {@link S3Emulator}, also where it is a meta-annotation, inherited or on an interface. */
final class AnnotationDeclarations implements Declarations {

  /**
   * Looks at the method, then at the class and those around it, and then for the only one on the
   * parameters of the method or on the fields of a class.
   */
  @Override
  public Optional<Declaration> of(ExtensionContext context) {
    return onMethod(context)
        .or(() -> onClass(context))
        .or(() -> only(onParameters(context)))
        .or(
            () ->
                Contexts.classes(context)
                    .map(AnnotationDeclarations::onFields)
                    .filter(found -> !found.isEmpty())
                    .findFirst()
                    .flatMap(AnnotationDeclarations::only));
  }

  @Override
  public Optional<Declaration> ofParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter
        .findAnnotation(S3Emulator.class)
        .map(annotation -> onParameter(annotation, context));
  }

  @Override
  public Optional<Declaration> ofField(Field field, ExtensionContext context) {
    return AnnotationSupport.findAnnotation(field, S3Emulator.class)
        .map(annotation -> onField(annotation, field, Contexts.testClass(context)));
  }

  private static Optional<Declaration> onMethod(ExtensionContext context) {
    return context
        .getTestMethod()
        .flatMap(method -> AnnotationSupport.findAnnotation(method, S3Emulator.class))
        .map(
            annotation ->
                Declaration.of(
                    EmulatorOptions.of(annotation),
                    EmulatorScope.METHOD,
                    Contexts.testClass(context)));
  }

  private static Optional<Declaration> onClass(ExtensionContext context) {
    return Contexts.classes(context)
        .flatMap(
            each ->
                AnnotationSupport.findAnnotation(each.getElement(), S3Emulator.class).stream()
                    .map(
                        annotation ->
                            Declaration.of(
                                EmulatorOptions.of(annotation), EmulatorScope.CLASS, each)))
        .findFirst();
  }

  private static List<Declaration> onParameters(ExtensionContext context) {
    return context.getTestMethod().stream()
        .map(Method::getParameters)
        .flatMap(Stream::of)
        .flatMap(
            parameter ->
                AnnotationSupport.findAnnotation(parameter, S3Emulator.class).stream()
                    .map(annotation -> onParameter(annotation, context)))
        .toList();
  }

  private static List<Declaration> onFields(ExtensionContext context) {
    Class<?> type = context.getRequiredTestClass();
    return AnnotationSupport.findAnnotatedFields(
            type, S3Emulator.class, field -> true, HierarchyTraversalMode.TOP_DOWN)
        .stream()
        .flatMap(
            field ->
                AnnotationSupport.findAnnotation(field, S3Emulator.class).stream()
                    .map(annotation -> onField(annotation, field, context)))
        .toList();
  }

  private static Declaration onParameter(S3Emulator annotation, ExtensionContext context) {
    return Declaration.of(
        EmulatorOptions.of(annotation),
        Contexts.isTest(context) ? EmulatorScope.METHOD : EmulatorScope.CLASS,
        Contexts.testClass(context));
  }

  private static Declaration onField(S3Emulator annotation, Field field, ExtensionContext context) {
    return Declaration.of(
        EmulatorOptions.of(annotation),
        ModifierSupport.isStatic(field) ? EmulatorScope.CLASS : EmulatorScope.METHOD,
        context);
  }

  /** Equal ones in the same scope are one emulator. */
  private static Optional<Declaration> only(List<Declaration> found) {
    List<Declaration> distinct = found.stream().distinct().toList();
    return distinct.size() == 1 ? Optional.of(distinct.get(0)) : Optional.empty();
  }
}

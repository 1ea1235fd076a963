package dev.s3emulator.junit5;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.util.function.Predicate;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** A parameter or a field that may get a value: its type, its annotations and what to call it. */
record InjectionPoint(
    Class<?> type, Predicate<Class<? extends Annotation>> isAnnotated, String description) {

  static InjectionPoint of(ParameterContext parameter) {
    return new InjectionPoint(
        parameter.getParameter().getType(),
        parameter::isAnnotated,
        "the parameter \""
            + parameter.getParameter().getName()
            + "\" of "
            + parameter.getDeclaringExecutable().getName());
  }

  static InjectionPoint of(Field field) {
    return new InjectionPoint(
        field.getType(),
        annotation -> AnnotationSupport.isAnnotated(field, annotation),
        "the field \"" + field.getName() + "\"");
  }

  ExtensionConfigurationException wrong(String reason) {
    return new ExtensionConfigurationException("S3 emulator: " + description + ": " + reason);
  }

  ExtensionConfigurationException hasNoFactory() {
    return wrong(
        "nothing makes a " + type.getName() + "; an S3ClientFactory in META-INF/services could.");
  }
}

package dev.s3emulator.junit5;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ModifierSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/** Finds and sets the fields of a test class that are ours to set. */
final class FieldInjection {

  private FieldInjection() {}

  static List<Field> staticFields(Class<?> type) {
    return fields(type, true);
  }

  static List<Field> instanceFields(Class<?> type) {
    return fields(type, false);
  }

  private static List<Field> fields(Class<?> type, boolean isStatic) {
    return ReflectionSupport.findFields(
        type,
        field -> ModifierSupport.isStatic(field) == isStatic && isOurs(field),
        HierarchyTraversalMode.TOP_DOWN);
  }

  private static boolean isOurs(Field field) {
    return isShared(field) || AnnotationSupport.isAnnotated(field, S3Emulator.class);
  }

  /** Returns whether the field asks for something of whatever emulator its class has. */
  static boolean isShared(Field field) {
    return AnnotationSupport.isAnnotated(field, InjectS3.class);
  }

  /**
   * Sets a field to what its type asks for.
   *
   * @param instance null for a static field
   * @param value gives the value, or empty if there is none for the type
   */
  static void set(
      Field field, @Nullable Object instance, Function<InjectionPoint, Optional<Object>> value) {
    InjectionPoint point = InjectionPoint.of(field);
    if (ModifierSupport.isFinal(field)) {
      throw point.wrong("it is final.");
    }
    Object found = value.apply(point).orElseThrow(point::hasNoFactory);
    try {
      field.setAccessible(true);
      field.set(instance, found);
    } catch (ReflectiveOperationException | RuntimeException refused) {
      throw new ExtensionConfigurationException(
          point.wrong("it cannot be set.").getMessage(), refused);
    }
  }
}

package dev.s3emulator.junit5;

import java.lang.reflect.Field;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ModifierSupport;

/** The one emulator of a registered extension, for all places of the class. */
final class RegisteredDeclarations implements Declarations {

  private final S3EmulatorExtension extension;
  private final EmulatorOptions options;

  RegisteredDeclarations(S3EmulatorExtension extension, EmulatorOptions options) {
    this.extension = extension;
    this.options = options;
  }

  @Override
  public Optional<Declaration> of(ExtensionContext context) {
    // Nested classes share the emulator of the outermost class that has the field.
    Optional<ExtensionContext> holder =
        Contexts.classes(context).filter(this::isInStaticField).reduce((inner, outer) -> outer);
    EmulatorScope scope =
        options.scope(holder.isPresent() ? EmulatorScope.CLASS : EmulatorScope.METHOD);
    return Optional.of(
        new Declaration(
            options,
            scope,
            holder.orElseGet(() -> Contexts.testClass(context)),
            identity(scope, holder.isPresent())));
  }

  /** Each instance of a class has an extension of its own, which must not matter beyond a test. */
  private Object identity(EmulatorScope scope, boolean isStatic) {
    return switch (scope) {
      case METHOD -> extension;
      case CLASS, BY_PLACE -> isStatic ? extension : options;
      case RUN -> options;
    };
  }

  private boolean isInStaticField(ExtensionContext context) {
    return AnnotationSupport.findAnnotatedFields(
            context.getRequiredTestClass(),
            RegisterExtension.class,
            ModifierSupport::isStatic,
            HierarchyTraversalMode.TOP_DOWN)
        .stream()
        .anyMatch(this::holdsExtension);
  }

  private boolean holdsExtension(Field field) {
    try {
      field.setAccessible(true);
      return field.get(null) == extension;
    } catch (ReflectiveOperationException | RuntimeException unreadable) {
      return false;
    }
  }
}

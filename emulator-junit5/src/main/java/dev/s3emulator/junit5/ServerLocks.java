package dev.s3emulator.junit5;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Tells JUnit 5.12 and newer which tests share an emulator, so that it runs them one after the
 * other and others meanwhile. Older versions never load this class. {@link Turns} keeps what is not
 * known here.
 */
final class ServerLocks implements ResourceLocksProvider {

  @Override
  public Set<Lock> provideForMethod(
      List<Class<?>> enclosingInstanceTypes, Class<?> testClass, Method testMethod) {
    Optional<S3Emulator> onMethod = AnnotationSupport.findAnnotation(testMethod, S3Emulator.class);
    if (onMethod.isPresent()) {
      return locks(onMethod.get(), EmulatorScope.METHOD, testClass);
    }
    List<Class<?>> classes = new ArrayList<>(enclosingInstanceTypes);
    classes.add(testClass);
    Collections.reverse(classes);
    for (Class<?> each : classes) {
      Optional<S3Emulator> onClass = AnnotationSupport.findAnnotation(each, S3Emulator.class);
      if (onClass.isPresent()) {
        return locks(onClass.get(), EmulatorScope.CLASS, each);
      }
    }
    return Set.of();
  }

  private static Set<Lock> locks(S3Emulator annotation, EmulatorScope byPlace, Class<?> owner) {
    if (!annotation.reset()) {
      return Set.of();
    }
    EmulatorScope scope =
        annotation.scope() == EmulatorScope.BY_PLACE ? byPlace : annotation.scope();
    return switch (scope) {
      case METHOD, BY_PLACE -> Set.of();
      case CLASS -> Set.of(lock(owner.getName()));
      case RUN -> Set.of(lock("the run"));
    };
  }

  private static Lock lock(String owner) {
    return new Lock(S3Emulator.class.getName() + ":" + owner, ResourceAccessMode.READ_WRITE);
  }
}

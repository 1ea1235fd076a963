package dev.s3emulator.junit5;

import dev.s3emulator.S3EmulatorServer;
import java.lang.annotation.Annotation;
import java.lang.reflect.Executable;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.opentest4j.TestAbortedException;

/**
 * Aborts tests that need an emulator while there is another S3 in its place. Their methods are
 * looked at beforehand: an exception of a parameter resolver would be a failure to JUnit.
 *
 * @param other the other S3, or empty if there are emulators
 */
record ServerNeeds(Optional<OtherS3> other) {

  static ServerNeeds in(ExtensionContext context) {
    return new ServerNeeds(OtherS3.of(context));
  }

  /** Aborts a class whose methods around all tests need the server. */
  void requireNoneOfClass(Class<?> type) {
    requireNone(Stream.of(BeforeAll.class, AfterAll.class).flatMap(each -> methods(type, each)));
  }

  /** Aborts a test that needs the server, or whose methods before and after it do. */
  void requireNoneOfTest(ExtensionContext context) {
    requireNone(Stream.of(context.getRequiredTestMethod()));
    for (Object instance : context.getRequiredTestInstances().getAllInstances()) {
      requireNone(
          Stream.of(BeforeEach.class, AfterEach.class)
              .flatMap(each -> methods(instance.getClass(), each)));
    }
  }

  /** Aborts before a constructor that needs the server. */
  void requireNoneOfConstructor(Class<?> type) {
    requireNone(Stream.of(type.getDeclaredConstructors()));
  }

  private static Stream<Executable> methods(Class<?> type, Class<? extends Annotation> annotation) {
    return AnnotationSupport.findAnnotatedMethods(type, annotation, HierarchyTraversalMode.TOP_DOWN)
        .stream()
        .map(Executable.class::cast);
  }

  private void requireNone(Stream<? extends Executable> executables) {
    if (other.isPresent()) {
      executables
          .filter(
              each -> Stream.of(each.getParameterTypes()).anyMatch(S3EmulatorServer.class::equals))
          .findFirst()
          .ifPresent(
              each -> {
                throw abortion(each.getName(), other.get().endpoint());
              });
    }
  }

  /** Returns what ends a test that needs an emulator. */
  static TestAbortedException abortion(String who, Object endpoint) {
    return new TestAbortedException(
        who
            + " needs an S3EmulatorServer, and s3emulator.endpoint makes the tests use "
            + endpoint
            + ".");
  }
}

package dev.s3emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What users can see: nothing internal, and no more types than meant. */
class PublicApiTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.s3emulator");

  static Stream<Class<?>> publicTypes() {
    return CLASSES.stream()
        .filter(type -> !type.getPackageName().contains(".internal"))
        .map(JavaClass::reflect)
        .filter(PublicApiTest::isPublic)
        .map(type -> (Class<?>) type);
  }

  @ParameterizedTest
  @MethodSource("publicTypes")
  void publicTypesNeverMentionAnInternalType(Class<?> type) {
    assertThat(signatures(type)).noneMatch(name -> name.contains("dev.s3emulator.internal"));
  }

  @Test
  void theRootPackageHoldsTheseTypes() {
    assertThat(publicTypes().filter(type -> type.getPackageName().equals("dev.s3emulator")))
        .extracting(Class::getName)
        .containsExactlyInAnyOrder(
            "dev.s3emulator.AccessKey",
            "dev.s3emulator.BucketOptions",
            "dev.s3emulator.EmulatorClock",
            "dev.s3emulator.Explanation",
            "dev.s3emulator.Main",
            "dev.s3emulator.MfaDevice",
            "dev.s3emulator.ObjectOwnership",
            "dev.s3emulator.RetentionMode",
            "dev.s3emulator.S3Call",
            "dev.s3emulator.S3Clients",
            "dev.s3emulator.S3EmulatorServer",
            "dev.s3emulator.S3EmulatorServerBuilder",
            "dev.s3emulator.S3Snapshot",
            "dev.s3emulator.Storage",
            "dev.s3emulator.User",
            "dev.s3emulator.Versioning");
  }

  @Test
  void theServerNeverMentionsTheAwsSdk() {
    assertThat(signatures(S3EmulatorServer.class)).noneMatch(name -> name.contains("awssdk"));
    assertThat(CLASSES.get(S3EmulatorServer.class).getDirectDependenciesFromSelf())
        .noneMatch(use -> use.getTargetClass().getName().contains("awssdk"));
  }

  private static boolean isPublic(Class<?> type) {
    boolean visible = Modifier.isPublic(type.getModifiers());
    return visible && (type.getEnclosingClass() == null || isPublic(type.getEnclosingClass()));
  }

  private static List<String> signatures(Class<?> type) {
    List<Type> types = new ArrayList<>(List.of(type.getGenericInterfaces()));
    if (type.getGenericSuperclass() != null) {
      types.add(type.getGenericSuperclass());
    }
    for (Field field : type.getDeclaredFields()) {
      if (isVisible(field)) {
        types.add(field.getGenericType());
      }
    }
    Stream<Executable> executables =
        Stream.concat(
            Stream.of(type.getDeclaredMethods()), Stream.of(type.getDeclaredConstructors()));
    executables
        .filter(PublicApiTest::isVisible)
        .forEach(
            executable -> {
              types.addAll(List.of(executable.getGenericParameterTypes()));
              types.addAll(List.of(executable.getGenericExceptionTypes()));
              if (executable instanceof Method method) {
                types.add(method.getGenericReturnType());
              }
            });
    return types.stream().map(Type::getTypeName).toList();
  }

  private static boolean isVisible(Member member) {
    int modifiers = member.getModifiers();
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }
}

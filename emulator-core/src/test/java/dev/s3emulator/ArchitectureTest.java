package dev.s3emulator;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the table of allowed imports that ARCHITECTURE.md shows. */
class ArchitectureTest {

  private static final String ROOT = "dev.s3emulator";
  private static final String INTERNAL = ROOT + ".internal.";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  static Stream<Arguments> allowedImports() {
    return Stream.of(
        row(ROOT + ".store"),
        row(INTERNAL + "tls", "javax.net.ssl.."),
        row(ROOT + ".model"),
        row(ROOT + ".journal", ROOT + ".model"),
        row(
            INTERNAL + "view",
            INTERNAL + "domain..",
            ROOT + ".model",
            ROOT + ".store",
            "org.pcollections.."),
        row(INTERNAL + "domain..", "org.pcollections..", ROOT + ".store"),
        row(INTERNAL + "protocol..", INTERNAL + "domain..", ROOT + ".store"),
        row(INTERNAL + "xml", INTERNAL + "domain..", INTERNAL + "protocol.."),
        row(INTERNAL + "engine", INTERNAL + "domain..", ROOT + ".store", "org.pcollections.."),
        row(
            INTERNAL + "persistence",
            INTERNAL + "auth.policy",
            INTERNAL + "engine",
            INTERNAL + "domain..",
            ROOT + ".store",
            "org.pcollections..",
            "jakarta.json.."),
        row(INTERNAL + "routing", INTERNAL + "domain..", INTERNAL + "protocol.."),
        row(INTERNAL + "auth..", INTERNAL + "domain..", INTERNAL + "protocol..", "jakarta.json.."),
        row(INTERNAL + "lookup", INTERNAL + "domain..", INTERNAL + "protocol.."),
        row(
            INTERNAL + "operation..",
            INTERNAL + "auth.policy",
            INTERNAL + "lookup",
            INTERNAL + "routing",
            INTERNAL + "engine",
            INTERNAL + "domain..",
            INTERNAL + "protocol..",
            INTERNAL + "xml",
            ROOT + ".store",
            "org.pcollections.."),
        row(
            INTERNAL + "website",
            INTERNAL + "routing",
            INTERNAL + "engine",
            INTERNAL + "domain..",
            INTERNAL + "protocol.."),
        row(
            INTERNAL + "pipeline",
            INTERNAL + "website",
            INTERNAL + "auth..",
            INTERNAL + "operation",
            INTERNAL + "routing",
            INTERNAL + "engine",
            INTERNAL + "domain..",
            INTERNAL + "protocol..",
            INTERNAL + "xml",
            INTERNAL + "view",
            ROOT + ".journal",
            ROOT + ".model",
            ROOT + ".store"),
        row(
            INTERNAL + "accesslog",
            INTERNAL + "pipeline",
            INTERNAL + "routing",
            INTERNAL + "engine",
            INTERNAL + "domain..",
            INTERNAL + "protocol.."),
        row(
            INTERNAL + "http",
            INTERNAL + "pipeline",
            INTERNAL + "protocol",
            ROOT + ".store",
            "javax.net.ssl..",
            "io.undertow..",
            "org.xnio.."),
        row(
            INTERNAL + "fixture",
            INTERNAL + "auth.policy",
            INTERNAL + "routing",
            INTERNAL + "engine",
            INTERNAL + "domain..",
            INTERNAL + "protocol..",
            INTERNAL + "xml",
            ROOT + ".store",
            "org.pcollections..",
            "jakarta.json.."));
  }

  private static Arguments row(String packages, String... mayImport) {
    return Arguments.of(packages, mayImport);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("allowedImports")
  void packagesImportOnlyWhatTheTableAllows(String packages, String[] mayImport) {
    DescribedPredicate<JavaClass> allowed =
        resideInAnyPackage(mayImport)
            .or(resideInAPackage(packages))
            .or(resideInAnyPackage("java..", "javax.xml.stream..", "org.jspecify.annotations.."));
    classes()
        .that()
        .resideInAPackage(packages)
        .should(onlyDependOnClassesThat(allowed))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void packagesFormNoCycles() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void groupsOfOperationsDoNotKnowEachOther() {
    slices().matching(INTERNAL + "operation.(*)..").should().notDependOnEachOther().check(CLASSES);
  }

  @Test
  void onlyTheTransportKnowsTheWebServer() {
    noClasses()
        .that()
        .resideOutsideOfPackage(INTERNAL + "http")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.undertow..", "org.xnio..")
        .check(CLASSES);
  }

  @Test
  void nothingHoldsMutableStaticState() {
    classes()
        .should(
            new ArchCondition<JavaClass>("have final static fields") {
              @Override
              public void check(JavaClass checked, ConditionEvents events) {
                checked.getFields().stream()
                    .filter(
                        field ->
                            field.getModifiers().contains(JavaModifier.STATIC)
                                && !field.getModifiers().contains(JavaModifier.FINAL))
                    .forEach(
                        field ->
                            events.add(
                                SimpleConditionEvent.violated(
                                    field, field.getFullName() + " is static and not final")));
              }
            })
        .check(CLASSES);
  }

  @Test
  void everyPackageIsNullMarked() {
    for (JavaPackage each : CLASSES.getPackage(ROOT).getSubpackagesInTree()) {
      if (!each.getClasses().isEmpty()) {
        assertThat(each.isAnnotatedWith(NullMarked.class)).as(each.getName()).isTrue();
      }
    }
  }
}

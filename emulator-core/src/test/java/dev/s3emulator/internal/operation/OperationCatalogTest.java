package dev.s3emulator.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.s3emulator.internal.engine.IdSource;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;
import dev.s3emulator.internal.routing.RouteTable;
import dev.s3emulator.store.BlobStores;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Request;

/** The catalog is whole: every operation of S3 answers, or says by its name that it does not. */
class OperationCatalogTest {

  private static final List<Operation> OPERATIONS =
      OperationCatalog.of(
          new S3Engine(() -> Instant.EPOCH, new IdSource(1), BlobStores.inMemory()));

  /** What browsers ask and the SDKs have no method for, by the names of CloudTrail. */
  private static final Set<String> OF_BROWSERS = Set.of("PostObject", "PreflightRequest");

  /** An upgrade of the SDK shows new operations here. */
  @Test
  void catalogHasTheOperationsOfTheSdk() {
    Set<String> sdk = new TreeSet<>();
    sdk.addAll(operationsOf(S3Client.class));
    sdk.addAll(operationsOf(S3AsyncClient.class));
    sdk.addAll(OF_BROWSERS);

    Set<String> missing = new TreeSet<>(sdk);
    names().forEach(missing::remove);
    Set<String> unknown = new TreeSet<>(names());
    unknown.removeAll(sdk);

    assertThat(sdk).contains("DeleteObjects", "SelectObjectContent");
    assertThat(missing).as("operations of the SDK that the catalog lacks").isEmpty();
    assertThat(unknown).as("operations that the SDK does not have").isEmpty();
  }

  @Test
  void noOperationIsBothEmulatedAndNot() {
    assertThat(names()).doesNotHaveDuplicates();
  }

  @Test
  void routesAreUnambiguous() {
    assertThat(new RouteTable(OPERATIONS, UnsupportedOperations.routes())).isNotNull();
  }

  @Test
  void everyOperationIsRegistered() {
    Set<String> written =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.s3emulator.internal.operation")
                .stream()
                .filter(type -> type.isAssignableTo(Operation.class))
                .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));

    assertThat(OPERATIONS)
        .extracting(operation -> operation.getClass().getSimpleName())
        .containsExactlyInAnyOrderElementsOf(written);
  }

  @Test
  void operationIsNamedAsItsRouteAndLiesInTheListOfItsPackage() {
    assertThat(OPERATIONS)
        .allSatisfy(
            operation ->
                assertThat(operation.getClass().getSimpleName())
                    .isEqualTo(operation.route().operation()));
  }

  @Test
  void listOfUnsupportedOperationsIsSorted() {
    assertThat(UnsupportedOperations.names()).isSorted();
  }

  private static List<String> names() {
    return Stream.concat(
            OPERATIONS.stream().map(Operation::route).map(Route::operation),
            UnsupportedOperations.names().stream())
        .toList();
  }

  /** The methods that take a request of S3 itself, but for those that only repeat operations. */
  private static Set<String> operationsOf(Class<?> client) {
    return Arrays.stream(client.getMethods())
        .filter(method -> !method.getName().matches(".*(Paginator|AsBytes)"))
        .filter(OperationCatalogTest::takesRequest)
        .map(method -> capitalized(method.getName()))
        .collect(Collectors.toSet());
  }

  private static boolean takesRequest(Method method) {
    return method.getParameterCount() > 0
        && S3Request.class.isAssignableFrom(method.getParameterTypes()[0]);
  }

  private static String capitalized(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}

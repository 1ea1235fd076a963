package dev.s3emulator.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.engine.IdSource;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;
import dev.s3emulator.model.S3Operation;
import dev.s3emulator.store.BlobStores;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The public list of operations is that of the catalog. */
class S3OperationTest {

  @Test
  void constantsAreTheOperationsOfTheCatalog() {
    List<Operation> supported =
        OperationCatalog.of(
            new S3Engine(() -> Instant.EPOCH, new IdSource(1), BlobStores.inMemory()));
    Stream<String> catalog =
        Stream.concat(
            supported.stream().map(Operation::route).map(Route::operation),
            UnsupportedOperations.names().stream());

    assertThat(S3Operation.values())
        .extracting(S3Operation::awsName)
        .containsExactlyInAnyOrderElementsOf(catalog.toList());
  }

  @Test
  void constantsAreSpelledAndOrderedAsTheirNames() {
    assertThat(S3Operation.values())
        .isSortedAccordingTo(Comparator.comparing(S3Operation::awsName))
        .allSatisfy(
            operation ->
                assertThat(operation.name().replace("_", ""))
                    .isEqualTo(operation.awsName().toUpperCase(Locale.ROOT)));
    assertThat(Arrays.toString(S3Operation.values())).contains("DeleteObjects", "ListObjectsV2");
  }
}

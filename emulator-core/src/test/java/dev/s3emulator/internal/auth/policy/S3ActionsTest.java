package dev.s3emulator.internal.auth.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.auth.policy.S3Actions.Level;
import dev.s3emulator.internal.domain.policy.TextPattern;
import dev.s3emulator.internal.operation.OperationCatalog;
import dev.s3emulator.internal.protocol.RequestTarget;
import dev.s3emulator.internal.routing.Route;
import dev.s3emulator.internal.testing.InProcessS3;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Policies of buckets can name what operations on buckets and objects need. */
class S3ActionsTest {

  /** There is no bucket yet, or none in particular; a preflight needs no permission. */
  private static final Set<String> WITHOUT_BUCKET =
      Set.of("CreateBucket", "ListBuckets", "PreflightRequest");

  static Stream<Route> routes() {
    return OperationCatalog.of(new InProcessS3().engine()).stream()
        .map(operation -> operation.route())
        .filter(route -> !WITHOUT_BUCKET.contains(route.operation()));
  }

  @ParameterizedTest
  @MethodSource("routes")
  void actionsOfOperationsAreKnown(Route route) {
    List<Level> levels =
        S3Actions.levels(
            TextPattern.parse(route.action(), new TextPattern.Syntax(true, false, true)));

    assertThat(levels).as(route.action()).hasSize(1);
    if (route.level() == RequestTarget.Level.OBJECT) {
      assertThat(levels).containsExactly(Level.OBJECT);
    }
  }
}

package dev.s3emulator.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.S3EmulatorServer;
import dev.s3emulator.Versioning;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** What fails for defects inside the emulator and for annotations that cannot be. */
class S3EmulatorFailureTest {

  private static final String DEFECT =
      "Something failed inside the S3 emulator:\n"
          + "  GET /photos?versions (ListObjectVersions) -> 500 InternalError:"
          + " We encountered an internal error. Please try again.";

  @Test
  void aDefectInsideTheEmulatorFailsTheTestThatMetIt() {
    EngineExecutionResults results = Running.run(DefectCase.class);

    results.testEvents().assertStatistics(stats -> stats.succeeded(1).failed(1));
    assertThat(Running.failures(results))
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure).isInstanceOf(AssertionError.class).hasMessage(DEFECT);
              assertThat(failure).hasCause(new IllegalStateException("the disk is gone"));
            });
  }

  @Test
  void aDefectAroundTheTestsIsNotOverlooked() {
    EngineExecutionResults results = Running.run(DefectBeforeAllCase.class);

    assertThat(Running.failures(results)).hasSize(2).allSatisfy(S3EmulatorFailureTest::isDefect);
    results.testEvents().assertStatistics(stats -> stats.failed(1));
    results.containerEvents().assertStatistics(stats -> stats.failed(1));
  }

  @Test
  void aDefectDoesNotHideTheFailureOfTheTest() {
    Throwable failure = Running.failures(Running.run(DefectAndFailureCase.class)).get(0);

    assertThat(failure).hasMessage("mine");
    assertThat(failure.getSuppressed()).singleElement().satisfies(S3EmulatorFailureTest::isDefect);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          BadName        | buckets[1].name: The bucket "Photos" cannot be created:
          TwiceNamed     | buckets[1].name: the bucket "photos" is there twice.
          SuspendedLock  | buckets[0].versioning: a bucket with Object Lock cannot suspend versioning.
          MissingFixture | buckets[0].seed: classpath:/fixtures/absent: there is no such folder
          MissingFolder  | seed[1]: no-such-folder
          BadRegion      | region: The region "Ireland, maybe" is not a name such as "eu-west-1".
          """)
  void aValueThatCannotBeFailsTheClassAndNamesTheElement(String type, String reason)
      throws ClassNotFoundException {
    EngineExecutionResults results =
        Running.run(Class.forName(S3EmulatorFailureTest.class.getName() + "$" + type));

    results.testEvents().assertStatistics(stats -> stats.started(0));
    assertThat(Running.failures(results))
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure).isInstanceOf(ExtensionConfigurationException.class);
              assertThat(failure).message().startsWith("@S3Emulator: " + reason);
              assertThat(failure).hasNoSuppressedExceptions();
            });
  }

  @Test
  void aNestedClassCannotHaveTheAnnotationToo() {
    assertThat(Running.failures(Running.run(AnnotatedTwiceCase.class)))
        .singleElement()
        .asString()
        .contains(
            "@S3Emulator: Within shares the server of the class around it"
                + " and cannot have the annotation too.");
  }

  private static void isDefect(Throwable failure) {
    assertThat(failure).isInstanceOf(AssertionError.class).hasMessage(DEFECT);
  }

  /** Records what the pipeline records when a handler throws. */
  private static void meetDefect(S3EmulatorServer server) {
    server.journal().add(new FailedRequest());
  }

  @S3Emulator
  @TestMethodOrder(MethodOrderer.MethodName.class)
  static class DefectCase {
    @Test
    void first(S3EmulatorServer server) {
      meetDefect(server);
    }

    @Test
    void second(S3EmulatorServer server) {
      assertThat(server.journal().requests()).isEqualTo(List.of());
    }
  }

  @S3Emulator
  static class DefectBeforeAllCase {
    @BeforeAll
    static void before(S3EmulatorServer server) {
      meetDefect(server);
    }

    @Test
    void test() {}

    @AfterAll
    static void after(S3EmulatorServer server) {
      meetDefect(server);
    }
  }

  @S3Emulator
  static class DefectAndFailureCase {
    @Test
    void test(S3EmulatorServer server) {
      meetDefect(server);
      throw new AssertionError("mine");
    }
  }

  abstract static class NeverRun {
    @Test
    void test() {}
  }

  @S3Emulator(buckets = {@Bucket(name = "photos"), @Bucket(name = "Photos")})
  static class BadName extends NeverRun {}

  @S3Emulator(buckets = {@Bucket(name = "photos"), @Bucket(name = "photos")})
  static class TwiceNamed extends NeverRun {}

  @S3Emulator(
      buckets = @Bucket(name = "photos", versioning = Versioning.SUSPENDED, objectLock = true))
  static class SuspendedLock extends NeverRun {}

  @S3Emulator(buckets = @Bucket(name = "photos", seed = "classpath:/fixtures/absent"))
  static class MissingFixture extends NeverRun {}

  @S3Emulator(seed = {"classpath:/fixtures/trees", "no-such-folder"})
  static class MissingFolder extends NeverRun {}

  @S3Emulator(region = "Ireland, maybe")
  static class BadRegion extends NeverRun {}

  @S3Emulator
  static class AnnotatedTwiceCase {
    @Nested
    @S3Emulator
    class Within {
      @Test
      void test() {}
    }
  }
}

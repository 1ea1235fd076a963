package dev.s3emulator.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.RetentionMode;
import dev.s3emulator.S3EmulatorServer;
import dev.s3emulator.Versioning;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
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
          EndlessRetention | buckets[0].defaultRetention: The retention period P0D is none of S3:
          TwoRetentions  | buckets[0].defaultRetention: A bucket has one default retention.
          MissingFixture | buckets[0].seed: classpath:/fixtures/absent: there is no such folder
          MissingFolder  | seed[1]: no-such-folder
          BadRegion      | region: The region "Ireland, maybe" is not a name such as "eu-west-1".
          BadAccessKey   | accessKey: The access key id "A/B" is empty or holds a blank, '/' or ','.
          NoSecretKey    | secretKey: is missing, and accessKey is there.
          NoAccessKey    | accessKey: is missing, and secretKey is there.
          BlankProperty  | endpointProperty[1]: the name of a system property is not blank.
          BadPerMethod   | buckets[0].name: The bucket "Photos" cannot be created:
          BadStatic      | buckets[0].name: The bucket "Photos" cannot be created:
          BadInstance    | buckets[0].name: The bucket "Photos" cannot be created:
          BadInherited   | buckets[1].name: The bucket "Photos" cannot be created:
          BadMeta        | region: The region "x y" is not a name such as "eu-west-1".
          StaticPerMethod| scope: with METHOD there is no emulator yet in a constructor,
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

  @Test
  void aClassThatFailsToStartLeavesNoPropertyBehind() {
    assertThat(Running.failures(Running.run(BlankProperty.class))).hasSize(1);

    assertThat(System.getProperty("failure.test.endpoint")).isNull();
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

  @S3Emulator(
      buckets =
          @Bucket(
              name = "photos",
              defaultRetention = @DefaultRetention(mode = RetentionMode.GOVERNANCE)))
  static class EndlessRetention extends NeverRun {}

  @S3Emulator(
      buckets =
          @Bucket(
              name = "photos",
              defaultRetention = {
                @DefaultRetention(mode = RetentionMode.GOVERNANCE, days = 1),
                @DefaultRetention(mode = RetentionMode.COMPLIANCE, days = 1)
              }))
  static class TwoRetentions extends NeverRun {}

  @S3Emulator(buckets = @Bucket(name = "photos", seed = "classpath:/fixtures/absent"))
  static class MissingFixture extends NeverRun {}

  @S3Emulator(seed = {"classpath:/fixtures/trees", "no-such-folder"})
  static class MissingFolder extends NeverRun {}

  @S3Emulator(region = "Ireland, maybe")
  static class BadRegion extends NeverRun {}

  @S3Emulator(accessKey = "A/B", secretKey = "secret")
  static class BadAccessKey extends NeverRun {}

  @S3Emulator(accessKey = "AB")
  static class NoSecretKey extends NeverRun {}

  @S3Emulator(secretKey = "secret")
  static class NoAccessKey extends NeverRun {}

  @S3Emulator(endpointProperty = {"failure.test.endpoint", " "})
  static class BlankProperty extends NeverRun {}

  @S3Emulator(buckets = @Bucket(name = "Photos"), scope = EmulatorScope.METHOD)
  static class BadPerMethod extends NeverRun {}

  static class BadStatic extends NeverRun {
    @S3Emulator(buckets = @Bucket(name = "Photos"))
    static S3EmulatorServer server;
  }

  @S3Emulator
  static class BadInstance extends NeverRun {
    @S3Emulator(buckets = @Bucket(name = "Photos"))
    S3EmulatorServer server;
  }

  static class BadInherited extends BadName {}

  @Retention(RetentionPolicy.RUNTIME)
  @S3Emulator(region = "x y")
  @interface FarAway {}

  @FarAway
  static class BadMeta extends NeverRun {}

  static class StaticPerMethod extends NeverRun {
    @S3Emulator(scope = EmulatorScope.METHOD)
    static S3EmulatorServer server;
  }
}

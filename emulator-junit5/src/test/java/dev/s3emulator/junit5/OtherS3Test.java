package dev.s3emulator.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.s3emulator.BucketOptions;
import dev.s3emulator.ObjectOwnership;
import dev.s3emulator.RetentionMode;
import dev.s3emulator.S3EmulatorServer;
import dev.s3emulator.Versioning;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.Grant;
import software.amazon.awssdk.services.s3.model.ObjectLockLegalHoldStatus;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.Tag;

/** The same tests on another S3, which is an emulator in a process of its own. */
@Timeout(120)
class OtherS3Test {

  private static OtherProcess other;

  @BeforeAll
  static void startTheOther() throws IOException {
    other = OtherProcess.start();
    other.client().createBucket(create -> create.bucket("foreign"));
    other.client().putObject(put -> put.bucket("foreign").key("kept"), RequestBody.fromString("1"));
  }

  @AfterAll
  static void stopTheOther() {
    other.close();
  }

  /** Whatever tests ran there: nothing of theirs is left, and all else is. */
  @AfterEach
  void onlyTheForeignBucketIsThere() {
    assertThat(other.client().listBuckets().buckets())
        .extracting(bucket -> bucket.name())
        .containsExactly("foreign");
    assertThat(other.client().listObjectsV2(list -> list.bucket("foreign")).keyCount())
        .isEqualTo(1);
  }

  @Test
  void eachTestFindsItsBucketsAndNothingOfTheOneBefore() {
    Running.requireSuccess(3, other.run(FreshCase.class));
  }

  @S3Emulator(
      buckets = {
        @Bucket(
            name = "photos",
            versioning = Versioning.ENABLED,
            seed = "classpath:/fixtures/photos"),
        @Bucket(name = "plain"),
      })
  static class FreshCase {
    @RepeatedTest(3)
    void test(S3Client s3) {
      assertThat(s3.listBuckets().buckets())
          .extracting(bucket -> bucket.name())
          .containsExactly("foreign", "photos", "plain");
      var versions = s3.listObjectVersions(list -> list.bucket("photos"));
      assertThat(versions.deleteMarkers()).isEmpty();
      assertThat(versions.versions())
          .extracting(ObjectVersion::key)
          .containsExactly("2024/dog.txt", "cat.txt");
      assertThat(s3.headObject(head -> head.bucket("photos").key("cat.txt")).contentType())
          .isEqualTo("text/plain");

      s3.deleteObject(delete -> delete.bucket("photos").key("cat.txt"));
      s3.createMultipartUpload(create -> create.bucket("photos").key("never/finished"));
      s3.putObject(put -> put.bucket("photos").key("new \u00e9/+&<"), RequestBody.fromString("x"));
      s3.deleteBucket(delete -> delete.bucket("plain"));
    }
  }

  @Test
  void whatIsInjectedAndPublishedLeadsThere() {
    var results = other.run(LeadingCase.class, LeadingExtensionCase.class);

    Running.requireSuccess(2, results);
    assertThat(System.getProperty("other.endpoint")).isNull();
  }

  @S3Emulator(region = "us-west-2", endpointProperty = "other.endpoint", strict = true)
  static class LeadingCase {
    @InjectS3 S3Target target;

    @Test
    void test(URI endpoint, Region region, AwsCredentialsProvider credentials) {
      assertThat(endpoint).isEqualTo(other.endpoint()).isEqualTo(target.endpoint());
      assertThat(System.getProperty("other.endpoint")).isEqualTo(endpoint.toString());
      assertThat(region).isEqualTo(Region.EU_WEST_1);
      assertThat(credentials.resolveCredentials().accessKeyId()).isEqualTo("AKIAOTHERPROCESS");
      assertThat(target.server()).isEmpty();
    }
  }

  static class LeadingExtensionCase {
    @RegisterExtension
    static final S3EmulatorExtension emulator =
        S3EmulatorExtension.builder()
            .bucket(BucketOptions.named("photos").tag("kind", "cats"))
            .accessKey("ignored", "there")
            .exposeToContainers(true)
            .build();

    @Test
    void test() {
      assertThat(emulator.endpoint()).isEqualTo(other.endpoint());
      var tags =
          emulator.client(S3Client.class).getBucketTagging(get -> get.bucket("photos")).tagSet();
      assertThat(tags).extracting(Tag::key).containsExactlyInAnyOrder("kind", "s3emulator-run");
    }
  }

  @Test
  void bucketsHaveTheirSettingsAndObjectsTheirHistory() {
    Running.requireSuccess(1, other.run(HistoryCase.class));
  }

  @S3Emulator(
      buckets = {
        @Bucket(name = "locked", objectLock = true),
        @Bucket(name = "paused", versioning = Versioning.SUSPENDED),
        @Bucket(
            name = "site",
            objectOwnership = ObjectOwnership.OBJECT_WRITER,
            allowPublicAccess = true,
            cannedAcl = "public-read"),
      },
      seed = "classpath:/fixtures/report")
  static class HistoryCase {
    @Test
    void test(S3Client s3) {
      assertThat(versioning(s3, "locked")).isEqualTo(BucketVersioningStatus.ENABLED);
      assertThat(versioning(s3, "paused")).isEqualTo(BucketVersioningStatus.SUSPENDED);
      assertThat(versioning(s3, "photos")).isEqualTo(BucketVersioningStatus.ENABLED);

      assertThat(s3.getBucketAcl(get -> get.bucket("site")).grants())
          .extracting(Grant::permissionAsString)
          .containsExactly("FULL_CONTROL", "READ");
      assertThatExceptionOfType(S3Exception.class)
          .isThrownBy(() -> s3.getPublicAccessBlock(get -> get.bucket("site")));
      assertThat(s3.getPublicAccessBlock(get -> get.bucket("paused"))).isNotNull();

      String cat = "2024/cat.jpg";
      var cats = s3.listObjectVersions(list -> list.bucket("photos").prefix(cat)).versions();
      assertThat(cats).hasSize(2);
      assertThat(cats.get(0).versionId()).isNotEqualTo("null");
      assertThat(cats.get(1).versionId()).isEqualTo("null");
      assertThat(text(s3, cats.get(0))).isEqualTo("cat");
      assertThat(text(s3, cats.get(1))).isEqualTo("cat, from before versioning");
      assertThat(s3.getObjectTagging(get -> get.bucket("photos").key(cat)).tagSet())
          .containsExactly(Tag.builder().key("kind").value("cat").build());
      assertThat(s3.headObject(get -> get.bucket("photos").key("2024/beach.jpg")).metadata())
          .isEqualTo(Map.of("rating", "4"));
    }

    private static BucketVersioningStatus versioning(S3Client s3, String bucket) {
      return s3.getBucketVersioning(get -> get.bucket(bucket)).status();
    }

    private static String text(S3Client s3, ObjectVersion version) {
      return s3.getObjectAsBytes(
              get -> get.bucket("photos").key(version.key()).versionId(version.versionId()))
          .asUtf8String();
    }
  }

  @Test
  void versionsAreLockedAndPoliciesHoldThere() {
    Running.requireSuccess(1, other.run(LockedCase.class));
  }

  @S3Emulator(seed = "classpath:/fixtures/vault")
  static class LockedCase {
    @Test
    void test(S3Client s3) {
      var configuration =
          s3.getObjectLockConfiguration(get -> get.bucket("vault")).objectLockConfiguration();
      assertThat(configuration.rule().defaultRetention().days()).isEqualTo(30);
      var own = s3.headObject(head -> head.bucket("vault").key("own.txt"));
      assertThat(own.objectLockMode()).isEqualTo(ObjectLockMode.GOVERNANCE);
      assertThat(own.objectLockRetainUntilDate()).isEqualTo("2999-01-01T00:00:00.500Z");
      assertThat(own.objectLockLegalHoldStatus()).isEqualTo(ObjectLockLegalHoldStatus.OFF);
      assertThat(s3.getBucketPolicy(get -> get.bucket("vault")).policy())
          .startsWith("{\"Statement\":{\"Effect\":\"Deny\"");
      var past = s3.headObject(head -> head.bucket("vault").key("past.txt"));
      assertThat(past.objectLockMode()).isNull();
      assertThat(past.objectLockLegalHoldStatus()).isNull();
    }
  }

  @Test
  void testsThatKeepTheStateShareTheBucketsUntilTheEndOfTheClass() {
    Running.requireSuccess(2, other.run(KeepingCase.class));
  }

  @S3Emulator(buckets = @Bucket(name = "photos"), reset = false)
  @TestMethodOrder(MethodOrderer.MethodName.class)
  static class KeepingCase {
    @BeforeAll
    static void before(S3Client s3) {
      assertThat(s3.listObjectsV2(list -> list.bucket("photos")).keyCount()).isZero();
    }

    @Test
    void first(S3Client s3) {
      s3.putObject(put -> put.bucket("photos").key("cat"), RequestBody.fromString("x"));
    }

    @Test
    void second(S3Client s3) {
      assertThat(s3.listObjectsV2(list -> list.bucket("photos")).keyCount()).isEqualTo(1);
    }
  }

  @Test
  void aClassThatCannotStartLeavesNothing() {
    assertThat(Running.failures(other.run(KeepingForeignCase.class)))
        .singleElement()
        .satisfies(failure -> assertThat(failure).message().contains("\"foreign\""));
  }

  @S3Emulator(
      buckets = {@Bucket(name = "before"), @Bucket(name = "foreign")},
      reset = false)
  static class KeepingForeignCase {
    @Test
    void test() {}
  }

  @Test
  void classesWithTheSameNamesTakeTurns() {
    var results =
        Running.runInParallelWith(other.parameters(), FreshCase.class, SameNamesCase.class);

    Running.requireSuccess(6, results);
  }

  static class SameNamesCase extends FreshCase {}

  @Test
  void aBucketOfSomebodyElseFailsTheTestAndStaysAsItIs() {
    EngineExecutionResults results = other.run(ForeignCase.class);

    assertThat(Running.failures(results))
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure).isInstanceOf(ExtensionConfigurationException.class);
              assertThat(failure)
                  .hasMessage(
                      "The bucket \"foreign\" at "
                          + other.endpoint()
                          + " exists already and was not made by these tests, which therefore"
                          + " leave it alone.");
            });
  }

  @S3Emulator(
      buckets = {
        @Bucket(name = "before"),
        @Bucket(name = "foreign"),
      })
  static class ForeignCase {
    @Test
    void test() {}
  }

  /** Nobody could remove its versions again, and only its owner could turn it on. */
  @Test
  void aBucketWithMfaDeleteFailsTheTest() {
    assertThat(Running.failures(other.run(MfaDeleteCase.class)))
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure).isInstanceOf(ExtensionConfigurationException.class);
              assertThat(failure)
                  .hasMessage(
                      "The bucket \"careful\" at "
                          + other.endpoint()
                          + " cannot get MFA Delete, which needs a device of its owner.");
            });
  }

  /** What its tests upload is removed after them, unless in compliance mode. */
  @Test
  void aDefaultRetentionHoldsThere() {
    Running.requireSuccess(1, other.run(RetentionCase.class));
  }

  @S3Emulator(
      buckets =
          @Bucket(
              name = "kept",
              defaultRetention = @DefaultRetention(mode = RetentionMode.GOVERNANCE, days = 1)))
  static class RetentionCase {
    @Test
    void test(S3Client s3) {
      s3.putObject(put -> put.bucket("kept").key("key"), RequestBody.fromString("x"));
      assertThat(s3.headObject(head -> head.bucket("kept").key("key")).objectLockMode())
          .isEqualTo(ObjectLockMode.GOVERNANCE);
    }
  }

  static class MfaDeleteCase {
    @RegisterExtension
    static final S3EmulatorExtension emulator =
        S3EmulatorExtension.builder().bucket(BucketOptions.named("careful").mfaDelete()).build();

    @Test
    void test() {
      emulator.client(S3Client.class).listBuckets();
    }
  }

  /** A test must not run there on less than its fixture states. */
  @Test
  void whatIsNotRepeatedThereFailsTheTest() {
    assertThat(Running.failures(other.run(ConfiguredCase.class)))
        .singleElement()
        .satisfies(
            failure ->
                assertThat(failure)
                    .hasMessage(
                        "The bucket \"site\" at "
                            + other.endpoint()
                            + " cannot get the configuration \"website\", which is not repeated on"
                            + " another S3."));
    assertThat(Running.failures(other.run(EncryptedCase.class)))
        .singleElement()
        .satisfies(
            failure ->
                assertThat(failure)
                    .hasMessage(
                        "The bucket \"safe\" at "
                            + other.endpoint()
                            + " cannot get the encryption of \"secret.txt\", which is not repeated"
                            + " on another S3."));
  }

  @S3Emulator(seed = "classpath:/fixtures/configured")
  static class ConfiguredCase {
    @Test
    void test(S3Client s3) {
      s3.listBuckets();
    }
  }

  @S3Emulator(seed = "classpath:/fixtures/encrypted")
  static class EncryptedCase {
    @Test
    void test(S3Client s3) {
      s3.listBuckets();
    }
  }

  @Test
  void whatARunThatWasKilledHasLeftIsRemoved() {
    S3Client s3 = other.client();
    s3.createBucket(create -> create.bucket("plain"));
    s3.putBucketTagging(
        put ->
            put.bucket("plain")
                .tagging(
                    set ->
                        set.tagSet(Tag.builder().key("s3emulator-run").value("earlier").build())));
    s3.putBucketVersioning(
        put ->
            put.bucket("plain")
                .versioningConfiguration(set -> set.status(BucketVersioningStatus.ENABLED)));
    s3.putObject(put -> put.bucket("plain").key("old"), RequestBody.fromString("x"));
    s3.deleteObject(delete -> delete.bucket("plain").key("old"));

    Running.requireSuccess(3, other.run(FreshCase.class));
  }

  @Test
  void twoEmulatorsOfOneTestCannotHaveTheSameBucket() {
    assertThat(Running.failures(other.run(TwiceCase.class)))
        .singleElement()
        .satisfies(
            failure ->
                assertThat(failure)
                    .hasMessageEndingWith(" is in use by another emulator of this run."));
  }

  static class TwiceCase {
    @Test
    void test(
        @S3Emulator(buckets = @Bucket(name = "photos")) S3Client one,
        @S3Emulator(buckets = @Bucket(name = "photos"), region = "eu-central-1") S3Client two) {}
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ParameterPower     | test
          FactoryPower       | test
          BeforeEachPower    | prepare
          ConstructorPower   | dev.s3emulator.junit5.OtherS3Test$ConstructorPower
          PerClassPower      | dev.s3emulator.junit5.OtherS3Test$PerClassPower
          BeforeAllPower     | prepareAll
          FieldPower         | The test
          OwnFieldPower      | The test
          OwnParameterPower  | test
          SeveralPower       | test
          ExtensionPower     | The test
          ExtensionParameter | test
          """)
  void aTestThatNeedsTheEmulatorIsAbortedWithTheReason(String type, String who)
      throws ClassNotFoundException {
    var results = other.run(Class.forName(OtherS3Test.class.getName() + "$" + type));

    assertThat(Running.failures(results)).isEmpty();
    assertThat(Running.abortions(results))
        .containsExactly(
            who
                + " needs an S3EmulatorServer, and s3emulator.endpoint makes the tests use "
                + other.endpoint()
                + ".");
    results.testEvents().assertStatistics(stats -> stats.succeeded(0).failed(0));
  }

  @S3Emulator(buckets = @Bucket(name = "photos"))
  static class ParameterPower {
    @Test
    void test(S3Client s3, S3EmulatorServer server) {}
  }

  @S3Emulator
  static class FactoryPower {
    @TestFactory
    List<DynamicTest> test(S3EmulatorServer server) {
      return new ArrayList<>();
    }
  }

  @S3Emulator
  static class BeforeEachPower {
    @BeforeEach
    void prepare(S3EmulatorServer server) {}

    @Test
    void test() {}
  }

  @S3Emulator
  static class ConstructorPower {
    ConstructorPower(S3EmulatorServer server) {}

    @Test
    void test() {}
  }

  @S3Emulator
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  static class PerClassPower {
    PerClassPower(S3EmulatorServer server) {}

    @Test
    void test() {}
  }

  @S3Emulator
  static class BeforeAllPower {
    @BeforeAll
    static void prepareAll(S3EmulatorServer server) {}

    @Test
    void test() {}
  }

  @S3Emulator
  static class FieldPower {
    @InjectS3 S3EmulatorServer server;

    @Test
    void test() {}
  }

  static class OwnFieldPower {
    @S3Emulator S3EmulatorServer server;

    @Test
    void test() {}
  }

  static class OwnParameterPower {
    @Test
    void test(@S3Emulator S3EmulatorServer server) {}
  }

  static class SeveralPower {
    @Test
    void test(
        @S3Emulator S3EmulatorServer server, @S3Emulator(region = "eu-west-1") S3Client other) {}
  }

  static class ExtensionPower {
    @RegisterExtension final S3EmulatorExtension s3 = S3EmulatorExtension.builder().build();

    @Test
    void test() {
      s3.server().journal().clear();
    }
  }

  static class ExtensionParameter {
    @RegisterExtension static final S3EmulatorExtension s3 = S3EmulatorExtension.builder().build();

    @Test
    void test(S3EmulatorServer server) {}
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          access-key |        | is missing, and s3emulator.endpoint is there.
          secret-key | ' '    | is missing, and s3emulator.endpoint is there.
          access-key | A/B    | The access key id "A/B" is empty or holds a blank, '/' or ','.
          endpoint   | ftp://x | "ftp://x" is not the address of an S3, as http://127.0.0.1:9000 is.
          endpoint   | a b    | "a b" is not the address of an S3, as http://127.0.0.1:9000 is.
          endpoint   | http://127.0.0.1/?a    | "http://127.0.0.1/?a" is not the address of an S3, as http://127.0.0.1:9000 is.
          """)
  void aWrongParameterFailsTheClassInOneSentence(String name, String value, String reason) {
    Map<String, String> parameters = new HashMap<>(other.parameters());
    parameters.put("s3emulator." + name, value == null ? "" : value);

    assertThat(Running.failures(Running.runWith(parameters, FreshCase.class)))
        .singleElement()
        .satisfies(
            failure ->
                assertThat(failure)
                    .hasMessage("The configuration parameter s3emulator." + name + ": " + reason));
  }

  @ParameterizedTest
  @ValueSource(classes = {FreshCase.class, PerMethodCase.class})
  void anEndpointWhereNobodyListensFailsTheClassInOneSentence(Class<?> type) {
    URI gone;
    try (S3EmulatorServer server = S3EmulatorServer.start()) {
      gone = server.endpoint();
    }
    Map<String, String> parameters = new HashMap<>(other.parameters());
    parameters.put("s3emulator.endpoint", gone + "/");

    assertThat(Running.failures(Running.runWith(parameters, type)))
        .singleElement()
        .satisfies(
            failure ->
                assertThat(failure)
                    .hasMessageMatching(
                        "The configuration parameter s3emulator.endpoint: "
                            + gone
                            + " cannot be reached: \\S+.*\\."));
  }

  @S3Emulator(scope = EmulatorScope.METHOD)
  static class PerMethodCase {
    @Test
    void first() {}

    @Test
    void second() {}
  }

  @Test
  void aKeyThatTheOtherRefusesFailsInOneSentence() {
    Map<String, String> parameters = new HashMap<>(other.parameters());
    parameters.put("s3emulator.secret-key", "wrong");

    assertThat(Running.failures(Running.runWith(parameters, ForeignCase.class)))
        .singleElement()
        .satisfies(
            failure ->
                assertThat(failure)
                    .message()
                    .startsWith(
                        "The bucket \"before\" at "
                            + other.endpoint()
                            + " cannot be looked at: The request signature we calculated does not"
                            + " match the signature you provided."));
  }

  @Test
  void aWrongAnnotationFailsThereAsItDoesHere() {
    assertThat(Running.failures(other.run(BadNameCase.class)))
        .singleElement()
        .satisfies(
            failure ->
                assertThat(failure)
                    .message()
                    .startsWith("@S3Emulator: buckets[0].name: The bucket \"Photos\" cannot be"));
  }

  @S3Emulator(buckets = @Bucket(name = "Photos"))
  static class BadNameCase {
    @Test
    void test() {}
  }
}

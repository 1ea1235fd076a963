package dev.s3emulator.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.RetentionMode;
import dev.s3emulator.S3EmulatorServer;
import dev.s3emulator.Versioning;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.MFADeleteStatus;
import software.amazon.awssdk.services.s3.model.ObjectLockConfiguration;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The annotation as its users see it. */
@S3Emulator(
    buckets = {
      @dev.s3emulator.junit5.Bucket(
          name = "photos",
          versioning = Versioning.ENABLED,
          seed = "classpath:/fixtures/photos"),
      @dev.s3emulator.junit5.Bucket(name = "paused", versioning = Versioning.SUSPENDED),
      @dev.s3emulator.junit5.Bucket(name = "locked", objectLock = true),
      @dev.s3emulator.junit5.Bucket(name = "guarded", mfaDelete = true),
      @dev.s3emulator.junit5.Bucket(
          name = "retained",
          defaultRetention = @DefaultRetention(mode = RetentionMode.COMPLIANCE, years = 7))
    },
    seed = "classpath:/fixtures/trees",
    region = "eu-west-1")
class S3EmulatorTest {

  private final S3Client constructed;

  S3EmulatorTest(S3Client constructed) {
    this.constructed = constructed;
  }

  @BeforeAll
  static void everythingIsThereBeforeTheFirstTest(S3EmulatorServer server, S3Client s3) {
    assertThat(bucketNames(s3))
        .containsExactly("forest", "guarded", "locked", "paused", "photos", "retained");
    s3.createBucket(request -> request.bucket("before-all"));
    server.clock().advance(Duration.ofDays(1000));
  }

  @BeforeEach
  void eachTestBeginsWithWhatTheAnnotationSays(S3EmulatorServer server, S3Client s3) {
    assertThat(server.journal().requests()).isEmpty();
    assertThat(server.clock().instant()).isBefore(Instant.now().plusSeconds(60));
    assertThat(bucketNames(s3))
        .containsExactly("forest", "guarded", "locked", "paused", "photos", "retained");
    assertThat(keys(s3, "photos")).containsExactly("2024/dog.txt", "cat.txt");
  }

  @AfterEach
  void parametersAreTheSameAfterTheTest(S3Client s3) {
    assertThat(s3).isSameAs(constructed);
  }

  @AfterAll
  static void theServerServesUntilTheEnd(S3Client s3, S3AsyncClient async) {
    assertThat(bucketNames(s3)).isNotEmpty();
    assertThat(async.listBuckets().join().buckets()).isNotEmpty();
  }

  @RepeatedTest(2)
  void whatClientsDoIsGoneInTheNextTest(S3EmulatorServer server, S3Client s3) {
    s3.createBucket(request -> request.bucket("scratch"));
    s3.deleteObject(request -> request.bucket("photos").key("cat.txt"));
    server.clock().advance(Duration.ofDays(1));

    assertThat(bucketNames(s3)).contains("scratch");
    assertThat(keys(s3, "photos")).containsExactly("2024/dog.txt");
  }

  @Test
  void bucketsHaveTheVersioningThatWasAskedFor(S3Client s3) {
    assertThat(versioning(s3, "photos")).isEqualTo(BucketVersioningStatus.ENABLED);
    assertThat(versioning(s3, "paused")).isEqualTo(BucketVersioningStatus.SUSPENDED);
    assertThat(versioning(s3, "locked")).isEqualTo(BucketVersioningStatus.ENABLED);
    assertThat(versioning(s3, "guarded")).isEqualTo(BucketVersioningStatus.ENABLED);
    assertThat(s3.getBucketVersioning(request -> request.bucket("guarded")).mfaDelete())
        .isEqualTo(MFADeleteStatus.ENABLED);
    ObjectLockConfiguration lock =
        s3.getObjectLockConfiguration(request -> request.bucket("retained"))
            .objectLockConfiguration();
    assertThat(lock.rule().defaultRetention().mode()).isEqualTo(ObjectLockRetentionMode.COMPLIANCE);
    assertThat(lock.rule().defaultRetention().years()).isEqualTo(7);
    assertThat(versioning(s3, "forest")).isNull();
  }

  @Test
  void bothClientsTalkToTheSameServer(S3Client s3, S3AsyncClient async) {
    async.createBucket(request -> request.bucket("from-async")).join();

    assertThat(bucketNames(s3)).contains("from-async");
  }

  @Test
  void theEndpointIsTheServers(URI endpoint, S3EmulatorServer server) {
    assertThat(endpoint).isEqualTo(server.endpoint());
    assertThat(server.region()).isEqualTo("eu-west-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cat.txt", "2024/dog.txt"})
  void parametersOfOthersComeFirst(String key, S3Client s3) {
    assertThat(keys(s3, "photos")).contains(key);
  }

  @Nested
  class Within {

    @Test
    void aNestedClassSharesTheServer(S3Client s3, URI endpoint) {
      assertThat(s3).isSameAs(constructed);
      assertThat(s3.serviceClientConfiguration().endpointOverride()).contains(endpoint);
    }

    @RepeatedTest(2)
    void aNestedTestBeginsWithTheSameState(S3Client s3) {
      assertThat(bucketNames(s3)).doesNotContain("nested");
      s3.createBucket(request -> request.bucket("nested"));
    }
  }

  private static Iterable<String> bucketNames(S3Client s3) {
    return s3.listBuckets().buckets().stream().map(Bucket::name).toList();
  }

  private static Iterable<String> keys(S3Client s3, String bucket) {
    return s3.listObjectsV2(request -> request.bucket(bucket)).contents().stream()
        .map(S3Object::key)
        .toList();
  }

  private static BucketVersioningStatus versioning(S3Client s3, String bucket) {
    return s3.getBucketVersioning(request -> request.bucket(bucket)).status();
  }
}

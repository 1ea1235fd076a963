package dev.s3emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.s3emulator.model.VersionView;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.ObjectLockConfiguration;
import software.amazon.awssdk.services.s3.model.ObjectLockEnabled;
import software.amazon.awssdk.services.s3.model.ObjectLockLegalHoldStatus;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.ObjectLockRetention;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Object Lock as the AWS SDK asks for it, with its default settings, and reads it. */
class ObjectLockAcceptanceTest {

  private static final String PROTECTED = "Access Denied because object protected by object lock.";

  private static S3EmulatorServer server;
  private static S3Client s3;

  @BeforeAll
  static void start() {
    server = S3EmulatorServer.start();
    s3 = S3Clients.s3Client(server);
  }

  @AfterEach
  void setTheClockBack() {
    server.clock().reset();
  }

  @AfterAll
  static void close() {
    s3.close();
    server.close();
  }

  @Test
  void lockedVersionStaysUntilItsRetentionEnds() {
    server.createBucket(BucketOptions.named("retained").objectLock());
    Instant end = inMilliseconds(Duration.ofDays(1));
    String version =
        s3.putObject(
                put ->
                    put.bucket("retained")
                        .key("a")
                        .objectLockMode(ObjectLockMode.COMPLIANCE)
                        .objectLockRetainUntilDate(end),
                RequestBody.fromString("a"))
            .versionId();

    HeadObjectResponse head = s3.headObject(get -> get.bucket("retained").key("a"));
    assertThat(head.objectLockMode()).isEqualTo(ObjectLockMode.COMPLIANCE);
    assertThat(head.objectLockRetainUntilDate()).isEqualTo(end);
    assertRefused(() -> delete("retained", "a", version, true));
    s3.deleteObject(delete -> delete.bucket("retained").key("a"));
    assertThat(version("retained", "a", version).lockedAt(server.clock().instant())).isTrue();

    server.clock().set(end);
    assertThat(version("retained", "a", version).lockedAt(server.clock().instant())).isFalse();
    delete("retained", "a", version, false);
    assertThat(s3.listObjectVersions(list -> list.bucket("retained")).versions()).isEmpty();
  }

  @Test
  void lockedKeyFailsAloneInABatch() {
    server.createBucket(BucketOptions.named("batch").objectLock());
    String held =
        s3.putObject(
                put ->
                    put.bucket("batch")
                        .key("held")
                        .objectLockLegalHoldStatus(ObjectLockLegalHoldStatus.ON),
                RequestBody.fromString("a"))
            .versionId();
    String free =
        s3.putObject(put -> put.bucket("batch").key("free"), RequestBody.fromString("a"))
            .versionId();

    DeleteObjectsResponse response =
        s3.deleteObjects(
            delete ->
                delete
                    .bucket("batch")
                    .bypassGovernanceRetention(true)
                    .delete(set -> set.objects(entry("held", held), entry("free", free))));

    assertThat(response.deleted())
        .singleElement()
        .satisfies(deleted -> assertThat(deleted.versionId()).isEqualTo(free));
    assertThat(response.errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.key()).isEqualTo("held");
              assertThat(error.versionId()).isEqualTo(held);
              assertThat(error.code()).isEqualTo("AccessDenied");
              assertThat(error.message()).isEqualTo(PROTECTED);
            });
    s3.putObjectLegalHold(
        put ->
            put.bucket("batch")
                .key("held")
                .legalHold(hold -> hold.status(ObjectLockLegalHoldStatus.OFF)));
    assertThat(s3.getObjectLegalHold(get -> get.bucket("batch").key("held")).legalHold().status())
        .isEqualTo(ObjectLockLegalHoldStatus.OFF);
    delete("batch", "held", held, false);
  }

  @Test
  void governanceGivesWayToWhoBypassesIt() {
    server.createBucket(BucketOptions.named("governed").objectLock());
    String version =
        s3.putObject(put -> put.bucket("governed").key("a"), RequestBody.fromString("a"))
            .versionId();
    Instant end = inMilliseconds(Duration.ofDays(2));
    retain(ObjectLockRetentionMode.GOVERNANCE, end, false);

    assertRefused(() -> retain(ObjectLockRetentionMode.GOVERNANCE, end.minusSeconds(1), false));
    assertRefused(() -> delete("governed", "a", version, false));
    retain(ObjectLockRetentionMode.GOVERNANCE, end.minusSeconds(1), true);
    ObjectLockRetention retention =
        s3.getObjectRetention(get -> get.bucket("governed").key("a")).retention();
    assertThat(retention.mode()).isEqualTo(ObjectLockRetentionMode.GOVERNANCE);
    assertThat(retention.retainUntilDate()).isEqualTo(end.minusSeconds(1));
    delete("governed", "a", version, true);
  }

  @Test
  void defaultRetentionIsThatOfTheOptionsAndThenOfTheRequest() {
    server.createBucket(
        BucketOptions.named("defaults")
            .defaultRetention(RetentionMode.GOVERNANCE, Period.ofYears(1)));
    ObjectLockConfiguration configuration =
        s3.getObjectLockConfiguration(get -> get.bucket("defaults")).objectLockConfiguration();
    assertThat(configuration.objectLockEnabled()).isEqualTo(ObjectLockEnabled.ENABLED);
    assertThat(configuration.rule().defaultRetention().years()).isEqualTo(1);

    s3.putObject(put -> put.bucket("defaults").key("a"), RequestBody.fromString("a"));
    assertThat(s3.headObject(head -> head.bucket("defaults").key("a")).objectLockMode())
        .isEqualTo(ObjectLockMode.GOVERNANCE);
    s3.putObjectLockConfiguration(
        put ->
            put.bucket("defaults")
                .objectLockConfiguration(set -> set.objectLockEnabled(ObjectLockEnabled.ENABLED)));
    s3.copyObject(
        copy ->
            copy.sourceBucket("defaults")
                .sourceKey("a")
                .destinationBucket("defaults")
                .destinationKey("b"));
    assertThat(s3.headObject(head -> head.bucket("defaults").key("b")).objectLockMode()).isNull();
  }

  @Test
  void multipartUploadBringsItsLock() {
    server.createBucket(BucketOptions.named("parts").objectLock());
    Instant end = inMilliseconds(Duration.ofDays(1));
    String id =
        s3.createMultipartUpload(
                create ->
                    create
                        .bucket("parts")
                        .key("a")
                        .objectLockMode(ObjectLockMode.GOVERNANCE)
                        .objectLockRetainUntilDate(end))
            .uploadId();
    String eTag =
        s3.uploadPart(
                upload -> upload.bucket("parts").key("a").uploadId(id).partNumber(1),
                RequestBody.fromString("a"))
            .eTag();
    s3.completeMultipartUpload(
        complete ->
            complete
                .bucket("parts")
                .key("a")
                .uploadId(id)
                .multipartUpload(
                    parts ->
                        parts.parts(
                            List.of(CompletedPart.builder().partNumber(1).eTag(eTag).build()))));

    assertThat(s3.getObjectRetention(get -> get.bucket("parts").key("a")).retention())
        .isEqualTo(
            ObjectLockRetention.builder()
                .mode(ObjectLockRetentionMode.GOVERNANCE)
                .retainUntilDate(end)
                .build());
  }

  private static Instant inMilliseconds(Duration fromNow) {
    return server.clock().instant().plus(fromNow).truncatedTo(ChronoUnit.MILLIS);
  }

  private static void retain(ObjectLockRetentionMode mode, Instant until, boolean bypass) {
    s3.putObjectRetention(
        put ->
            put.bucket("governed")
                .key("a")
                .bypassGovernanceRetention(bypass)
                .retention(set -> set.mode(mode).retainUntilDate(until)));
  }

  private static void delete(String bucket, String key, String version, boolean bypass) {
    s3.deleteObject(
        delete ->
            delete
                .bucket(bucket)
                .key(key)
                .versionId(version)
                .bypassGovernanceRetention(bypass ? true : null));
  }

  private static void assertRefused(Runnable request) {
    assertThatExceptionOfType(S3Exception.class)
        .isThrownBy(request::run)
        .satisfies(
            refused -> {
              assertThat(refused.statusCode()).isEqualTo(403);
              assertThat(refused.awsErrorDetails().errorMessage()).isEqualTo(PROTECTED);
            });
  }

  private static VersionView version(String bucket, String key, String version) {
    return server
        .snapshot()
        .bucket(bucket)
        .flatMap(found -> found.object(key))
        .flatMap(object -> object.version(version))
        .orElseThrow();
  }

  private static ObjectIdentifier entry(String key, String version) {
    return ObjectIdentifier.builder().key(key).versionId(version).build();
  }
}

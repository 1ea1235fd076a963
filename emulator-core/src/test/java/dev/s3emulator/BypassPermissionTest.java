package dev.s3emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.s3emulator.internal.testing.PolicyTexts;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.ObjectLockMode;
import software.amazon.awssdk.services.s3.model.ObjectLockRetentionMode;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Who may delete all versions, but not bypass retentions (delete-semantics 6, last column). */
class BypassPermissionTest {

  private static final String ALL = "arn:aws:s3:::vault/*";
  private static final User CLEANER =
      User.named("cleaner")
          .accountId("123456789012")
          .iamUser()
          .policies(
              PolicyTexts.of(
                  PolicyTexts.allow("s3:*", ALL),
                  PolicyTexts.deny("s3:BypassGovernanceRetention", ALL)));
  private static final User READER =
      User.named("reader")
          .accountId("123456789012")
          .iamUser()
          .policies(PolicyTexts.of(PolicyTexts.allow("s3:GetObject", ALL)));

  private static S3EmulatorServer server;
  private static S3Client owner;
  private static S3Client cleaner;

  @BeforeAll
  static void start() {
    server = S3EmulatorServer.builder().user(User.DEFAULT).user(CLEANER).user(READER).start();
    server.createBucket(BucketOptions.named("vault").objectLock());
    owner = S3Clients.s3Client(server);
    cleaner = S3Clients.s3Client(server, CLEANER.accessKey());
  }

  @AfterAll
  static void close() {
    cleaner.close();
    owner.close();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void headerWithoutPermissionIsDeniedAlsoWhereNothingIsLocked(boolean locked) {
    String version = put("single", locked);

    assertThatExceptionOfType(S3Exception.class)
        .isThrownBy(
            () ->
                cleaner.deleteObject(
                    delete ->
                        delete
                            .bucket("vault")
                            .key("single")
                            .versionId(version)
                            .bypassGovernanceRetention(true)))
        .satisfies(
            refused -> {
              assertThat(refused.statusCode()).isEqualTo(403);
              assertThat(refused.awsErrorDetails().errorMessage())
                  .contains("s3:BypassGovernanceRetention");
            });
    owner.deleteObject(
        delete ->
            delete
                .bucket("vault")
                .key("single")
                .versionId(version)
                .bypassGovernanceRetention(true));
  }

  @Test
  void batchIsDeniedKeyByKey() {
    String version = put("batch", true);
    ObjectIdentifier entry = ObjectIdentifier.builder().key("batch").versionId(version).build();

    List<S3Error> errors =
        cleaner
            .deleteObjects(
                delete ->
                    delete
                        .bucket("vault")
                        .bypassGovernanceRetention(true)
                        .delete(set -> set.objects(entry)))
            .errors();

    assertThat(errors)
        .singleElement()
        .satisfies(error -> assertThat(error.code()).isEqualTo("AccessDenied"));
  }

  @Test
  void retentionIsNotShortened() {
    put("retained", true);

    assertThatExceptionOfType(S3Exception.class)
        .isThrownBy(
            () ->
                cleaner.putObjectRetention(
                    put ->
                        put.bucket("vault")
                            .key("retained")
                            .bypassGovernanceRetention(true)
                            .retention(
                                set ->
                                    set.mode(ObjectLockRetentionMode.GOVERNANCE)
                                        .retainUntilDate(
                                            server.clock().instant().plusSeconds(60)))))
        .satisfies(refused -> assertThat(refused.statusCode()).isEqualTo(403));
  }

  @Test
  void lockIsHiddenFromWhoMayReadTheObjectOnly() {
    put("hidden", true);
    try (S3Client reader = S3Clients.s3Client(server, READER.accessKey())) {
      HeadObjectResponse seen = reader.headObject(head -> head.bucket("vault").key("hidden"));

      assertThat(seen.objectLockMode()).isNull();
      assertThat(seen.objectLockRetainUntilDate()).isNull();
      assertThat(cleaner.headObject(head -> head.bucket("vault").key("hidden")).objectLockMode())
          .isEqualTo(ObjectLockMode.GOVERNANCE);
    }
  }

  private static String put(String key, boolean locked) {
    return owner
        .putObject(
            put -> {
              put.bucket("vault").key(key);
              if (locked) {
                put.objectLockMode(ObjectLockMode.GOVERNANCE)
                    .objectLockRetainUntilDate(server.clock().instant().plus(Duration.ofDays(1)));
              }
            },
            RequestBody.fromString("a"))
        .versionId();
  }
}

package dev.s3emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.MFADelete;
import software.amazon.awssdk.services.s3.model.MFADeleteStatus;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** MFA Delete with the AWS SDK, by devices of several kinds (delete-semantics 5). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MfaDeleteAcceptanceTest {

  private static final String MUST = "Mfa Authentication must be used for this request";
  private static final String OWNER_ONLY =
      "This operation may only be performed by the bucket owner";
  private static final String INVALID =
      "The serial number and/or token code you provided is not valid.";
  private static final String SEED = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  private static final Instant START = Instant.parse("2026-02-03T16:45:10Z");

  private final MfaDevice listed = MfaDevice.withCodes("20899872", "301749");
  private final MfaDevice timed =
      MfaDevice.of("arn:aws:iam::111122223333:mfa/root-account-mfa-device", SEED);
  private final MfaDevice once = MfaDevice.of("once", SEED).singleUse();
  private final MfaDevice ofUser = MfaDevice.withCodes("of-user", "123456");

  private final User owner =
      User.named("owner").accountId("111122223333").mfaDevices(listed, timed, once);
  private final User admin =
      User.named("admin").accountId("111122223333").iamUser().mfaDevices(ofUser);

  private final S3EmulatorServer server =
      S3EmulatorServer.builder()
          .clock(EmulatorClock.frozenAt(START))
          .user(owner)
          .user(admin)
          .start();
  private final S3Client client = S3Clients.s3Client(server);

  @AfterAll
  void close() {
    client.close();
    server.close();
  }

  @Test
  void ownersRootTurnsItOnAndOff() {
    server.createBucket("switched");
    assertThat(refusal(() -> configure(client, "switched", MFADelete.ENABLED, null)))
        .isEqualTo("403 AccessDenied: " + MUST);
    try (S3Client admins = S3Clients.s3Client(server, admin.accessKey())) {
      assertThat(refusal(() -> configure(admins, "switched", MFADelete.ENABLED, header(ofUser))))
          .isEqualTo("403 AccessDenied: " + OWNER_ONLY);
      assertThat(refusal(() -> configure(admins, "switched", MFADelete.ENABLED, header(listed))))
          .startsWith("400 NotDeviceOwnerError: The device with serial number 20899872");
    }

    configure(client, "switched", MFADelete.ENABLED, header(listed));

    GetBucketVersioningResponse shown = client.getBucketVersioning(g -> g.bucket("switched"));
    assertThat(shown.status()).isEqualTo(BucketVersioningStatus.ENABLED);
    assertThat(shown.mfaDelete()).isEqualTo(MFADeleteStatus.ENABLED);
    assertThat(refusal(() -> configure(client, "switched", MFADelete.DISABLED, null)))
        .isEqualTo("403 AccessDenied: " + MUST);
    configure(client, "switched", MFADelete.DISABLED, header(listed));
    assertThat(client.getBucketVersioning(g -> g.bucket("switched")).mfaDelete())
        .isEqualTo(MFADeleteStatus.DISABLED);
  }

  @Test
  void versionsAreDeletedWithACode() {
    String version = protectedVersion("versions");

    client.deleteObject(d -> d.bucket("versions").key("k"));
    assertThat(refusal(() -> delete("versions", version, null)))
        .isEqualTo("403 AccessDenied: " + MUST);
    assertThat(refusal(() -> delete("versions", version, "20899872 000000")))
        .isEqualTo("400 TokenCodeInvalidError: " + INVALID);
    assertThat(refusal(() -> delete("versions", version, "301749")))
        .startsWith("400 InvalidArgument: Mfa header is invalid");
    delete("versions", version, header(listed));

    assertThat(client.listObjectVersions(l -> l.bucket("versions")).versions()).isEmpty();
  }

  @Test
  void batchFailsAsAWhole() {
    String version = protectedVersion("batches");

    assertThat(refusal(() -> deleteBoth("batches", version, null)))
        .isEqualTo("403 AccessDenied: " + MUST);
    assertThat(client.listObjectVersions(l -> l.bucket("batches")).deleteMarkers()).isEmpty();
    DeleteObjectsResponse done = deleteBoth("batches", version, header(listed));

    assertThat(done.deleted()).hasSize(2);
    assertThat(done.errors()).isEmpty();
  }

  @Test
  void sessionsCannotUseDevices() {
    String version = protectedVersion("sessions");
    AccessKey session = server.temporaryCredentials(owner, Duration.ofHours(1));

    try (S3Client temporary = S3Clients.s3Client(server, session)) {
      assertThat(
              refusal(
                  () ->
                      temporary.deleteObject(
                          d ->
                              d.bucket("sessions")
                                  .key("k")
                                  .versionId(version)
                                  .mfa(header(listed)))))
          .isEqualTo(
              "400 InvalidRequest: DevPay and Mfa are mutually exclusive authorization methods.");
    }
  }

  @Test
  void usersCanBeAddedWithTheirDevices() {
    MfaDevice late = MfaDevice.withCodes("late", "111111");
    String version = protectedVersion("late");
    assertThat(refusal(() -> delete("late", version, header(late))))
        .startsWith("400 NotDeviceOwnerError: ");

    server.addUser(User.named("late").accountId("111122223333").mfaDevices(late));

    delete("late", version, header(late));
  }

  @Test
  void aDeviceIsOneUsers() {
    User second = User.named("second").mfaDevices(ofUser);

    assertThatIllegalStateException()
        .isThrownBy(() -> server.addUser(second))
        .withMessage(
            "The MFA device \"of-user\" belongs to arn:aws:iam::111122223333:user/admin already.");
    assertThat(server.users()).doesNotContain(second);
    server.addUser(User.named("second"));
  }

  @Test
  void codesByTimeFollowTheClock() {
    try (S3EmulatorServer own = ownServer()) {
      S3Client s3 = S3Clients.s3Client(own);
      String code = timed.headerAt(own.clock().instant());
      configure(s3, "photos", MFADelete.ENABLED, code);

      own.clock().advance(Duration.ofSeconds(30));
      configure(s3, "photos", MFADelete.ENABLED, code);
      own.clock().advance(Duration.ofSeconds(30));
      assertThat(refusal(() -> configure(s3, "photos", MFADelete.ENABLED, code)))
          .isEqualTo("400 TokenCodeInvalidError: " + INVALID);
      configure(s3, "photos", MFADelete.ENABLED, timed.headerAt(own.clock().instant()));
      s3.close();
    }
  }

  @Test
  void codeForSingleUseCountsOnce() {
    try (S3EmulatorServer own = ownServer()) {
      S3Client s3 = S3Clients.s3Client(own);
      configure(s3, "photos", MFADelete.ENABLED, once.headerAt(own.clock().instant()));

      assertThat(
              refusal(
                  () ->
                      configure(
                          s3, "photos", MFADelete.ENABLED, once.headerAt(own.clock().instant()))))
          .isEqualTo("400 TokenCodeInvalidError: " + INVALID);
      own.clock().advance(Duration.ofSeconds(30));
      configure(s3, "photos", MFADelete.ENABLED, once.headerAt(own.clock().instant()));
      s3.close();
    }
  }

  @Test
  void plainHttpCanBeRefused() {
    try (S3EmulatorServer own =
        S3EmulatorServer.builder()
            .user(owner)
            .https(true)
            .requireHttpsForMfa(true)
            .bucket(BucketOptions.named("photos").mfaDelete())
            .start()) {
      try (S3Client secure = S3Clients.s3Client(own)) {
        configure(secure, "photos", MFADelete.DISABLED, header(listed));
        configure(secure, "photos", MFADelete.ENABLED, header(listed));
      }
      try (S3Client plain =
          S3Client.builder()
              .endpointOverride(own.endpoint())
              .region(Region.US_EAST_1)
              .credentialsProvider(
                  StaticCredentialsProvider.create(
                      AwsBasicCredentials.create(
                          owner.accessKey().accessKeyId(), owner.accessKey().secretAccessKey())))
              .build()) {
        assertThat(refusal(() -> configure(plain, "photos", MFADelete.DISABLED, header(listed))))
            .isEqualTo("400 InvalidRequest: Requests that include x-amz-mfa must use HTTPS.");
        assertThat(refusal(() -> configure(plain, "photos", MFADelete.DISABLED, null)))
            .isEqualTo("403 AccessDenied: " + MUST);
      }
    }
  }

  private S3EmulatorServer ownServer() {
    return S3EmulatorServer.builder()
        .clock(EmulatorClock.frozenAt(START))
        .user(owner)
        .bucket("photos")
        .start();
  }

  private String protectedVersion(String bucket) {
    server.createBucket(BucketOptions.named(bucket).mfaDelete());
    return client
        .putObject(p -> p.bucket(bucket).key("k"), RequestBody.fromString("x"))
        .versionId();
  }

  private String header(MfaDevice device) {
    return device.headerAt(START);
  }

  private void delete(String bucket, String version, String mfa) {
    client.deleteObject(d -> d.bucket(bucket).key("k").versionId(version).mfa(mfa));
  }

  private DeleteObjectsResponse deleteBoth(String bucket, String version, String mfa) {
    return client.deleteObjects(
        d ->
            d.bucket(bucket)
                .mfa(mfa)
                .delete(
                    keys ->
                        keys.objects(
                            ObjectIdentifier.builder().key("other").build(),
                            ObjectIdentifier.builder().key("k").versionId(version).build())));
  }

  private static void configure(S3Client s3, String bucket, MFADelete state, String mfa) {
    s3.putBucketVersioning(
        PutBucketVersioningRequest.builder()
            .bucket(bucket)
            .mfa(mfa)
            .versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED).mfaDelete(state))
            .build());
  }

  private static String refusal(ThrowingCallable request) {
    S3Exception refused = catchThrowableOfType(S3Exception.class, request);
    return refused.statusCode()
        + " "
        + refused.awsErrorDetails().errorCode()
        + ": "
        + refused.awsErrorDetails().errorMessage();
  }
}

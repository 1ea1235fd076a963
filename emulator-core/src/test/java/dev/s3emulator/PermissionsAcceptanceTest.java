package dev.s3emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Users with policies, over the wire and through the AWS SDK. */
class PermissionsAcceptanceTest {

  private static final User APP =
      User.named("app")
          .accountId("123456789012")
          .iamUser()
          .policies(
              PolicyTexts.of(
                  PolicyTexts.allow("s3:*Object", "arn:aws:s3:::photos/*"),
                  PolicyTexts.deny("s3:DeleteObject", "arn:aws:s3:::photos/keep/*")));

  private static S3EmulatorServer server;

  @BeforeAll
  static void start() {
    server =
        S3EmulatorServer.builder()
            .user(User.DEFAULT)
            .user(APP)
            .bucket("photos")
            .strict(true)
            .start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void batchOfTheUserFailsForWhatItsPolicyDenies() {
    try (S3Client s3 = S3Clients.s3Client(server, APP.accessKey())) {
      s3.putObject(put -> put.bucket("photos").key("keep/a"), RequestBody.fromString("a"));
      s3.putObject(put -> put.bucket("photos").key("b"), RequestBody.fromString("b"));

      DeleteObjectsResponse answer =
          s3.deleteObjects(
              delete ->
                  delete
                      .bucket("photos")
                      .delete(
                          all ->
                              all.objects(
                                  List.of(
                                      ObjectIdentifier.builder().key("keep/a").build(),
                                      ObjectIdentifier.builder().key("b").build()))));

      assertThat(answer.deleted()).extracting(each -> each.key()).containsExactly("b");
      assertThat(answer.errors()).hasSize(1);
      assertThat(answer.errors().get(0).code()).isEqualTo("AccessDenied");
      assertThat(answer.errors().get(0).message())
          .isEqualTo(
              "User: arn:aws:iam::123456789012:user/app is not authorized to perform:"
                  + " s3:DeleteObject on resource: \"arn:aws:s3:::photos/keep/a\" with an explicit"
                  + " deny in an identity-based policy");
    }
  }

  @Test
  void temporaryKeysHaveThePoliciesOfTheirUser() {
    AccessKey session = server.temporaryCredentials(APP, Duration.ofMinutes(15));
    try (S3Client s3 = S3Clients.s3Client(server, session)) {
      s3.putObject(put -> put.bucket("photos").key("c"), RequestBody.fromString("c"));

      assertThatThrownBy(() -> s3.listObjectsV2(list -> list.bucket("photos")))
          .isInstanceOf(S3Exception.class)
          .hasMessageContaining("because no identity-based policy allows the s3:ListBucket action");
      assertThatThrownBy(s3::listBuckets)
          .isInstanceOf(S3Exception.class)
          .hasMessageContaining(
              "User: arn:aws:iam::123456789012:user/app is not authorized to perform:"
                  + " s3:ListAllMyBuckets because no identity-based policy allows the"
                  + " s3:ListAllMyBuckets action");
    }
  }

  @Test
  void iamUserWithoutOtherPoliciesIsAnAdministrator() {
    User admin = User.named("admin").accountId("123456789012").iamUser();
    server.addUser(admin);

    try (S3Client s3 = S3Clients.s3Client(server, admin.accessKey())) {
      s3.createBucket(create -> create.bucket("of-admin"));
      assertThat(s3.listBuckets().buckets())
          .extracting(bucket -> bucket.name())
          .contains("of-admin", "photos");
    }
  }

  @Test
  void rootIsNotLimitedByPolicies() {
    User other = User.named("other-root").withoutPolicies();
    server.addUser(other);

    try (S3Client s3 = S3Clients.s3Client(server, other.accessKey())) {
      assertThat(s3.listBuckets().buckets()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "[]", "{\"Version\":\"1\"}", "{\"Statement\":[{\"Principal\":\"*\"}]}"})
  void wrongPoliciesAreRefusedWhenTheUserIsAdded(String policy) {
    User wrong = User.named("wrong").accountId("123456789012").iamUser().policies(policy);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> server.addUser(wrong))
        .withMessageStartingWith(
            "The user \"wrong\" has a wrong policy: AWS would refuse this policy");
    assertThat(server.users()).doesNotContain(wrong);
  }
}

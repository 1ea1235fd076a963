package dev.s3emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.AccessControlPolicy;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.GetObjectAclResponse;
import software.amazon.awssdk.services.s3.model.Grant;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.Permission;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.Type;

/** ACLs and ownership as the AWS SDK sends and reads them. */
class AclAcceptanceTest {

  private static final String ALL_USERS = "http://acs.amazonaws.com/groups/global/AllUsers";
  private static final String FRIEND = "b".repeat(64);

  private static S3EmulatorServer server;
  private static S3Client s3;

  @BeforeAll
  static void start() {
    server = S3EmulatorServer.start();
    server.createBucket(
        BucketOptions.named("open")
            .objectOwnership(ObjectOwnership.BUCKET_OWNER_PREFERRED)
            .allowPublicAccess()
            .cannedAcl("public-read"));
    s3 = S3Clients.s3Client(server);
  }

  @AfterAll
  static void close() {
    s3.close();
    server.close();
  }

  @Test
  void bucketHasTheAclThatItWasCreatedWith() {
    assertThat(s3.getBucketAcl(get -> get.bucket("open")).grants())
        .extracting(Grant::permission, grant -> grant.grantee().uri())
        .containsExactly(tuple(Permission.FULL_CONTROL, null), tuple(Permission.READ, ALL_USERS));
    assertThat(
            s3.getBucketOwnershipControls(get -> get.bucket("open"))
                .ownershipControls()
                .rules()
                .get(0)
                .objectOwnershipAsString())
        .isEqualTo("BucketOwnerPreferred");
    assertThatExceptionOfType(S3Exception.class)
        .isThrownBy(() -> s3.getPublicAccessBlock(get -> get.bucket("open")))
        .satisfies(refused -> assertThat(refused.statusCode()).isEqualTo(404));
  }

  @Test
  void cannedAclOfAnUploadIsListed() {
    s3.putObject(
        put -> put.bucket("open").key("canned").acl(ObjectCannedACL.PUBLIC_READ),
        RequestBody.fromString("a"));

    GetObjectAclResponse acl = s3.getObjectAcl(get -> get.bucket("open").key("canned"));

    assertThat(acl.grants())
        .extracting(Grant::permission, grant -> grant.grantee().type())
        .containsExactly(
            tuple(Permission.FULL_CONTROL, Type.CANONICAL_USER),
            tuple(Permission.READ, Type.GROUP));
  }

  @Test
  void policyDocumentIsReadBackAsItWasSent() {
    s3.putObject(put -> put.bucket("open").key("document"), RequestBody.fromString("a"));
    GetObjectAclResponse before = s3.getObjectAcl(get -> get.bucket("open").key("document"));
    Grant toFriend =
        Grant.builder()
            .grantee(grantee -> grantee.type(Type.CANONICAL_USER).id(FRIEND))
            .permission(Permission.READ_ACP)
            .build();
    AccessControlPolicy policy =
        AccessControlPolicy.builder()
            .owner(before.owner())
            .grants(before.grants().get(0), toFriend)
            .build();

    s3.putObjectAcl(put -> put.bucket("open").key("document").accessControlPolicy(policy));

    GetObjectAclResponse after = s3.getObjectAcl(get -> get.bucket("open").key("document"));
    assertThat(after.owner()).isEqualTo(before.owner());
    assertThat(after.grants()).isEqualTo(policy.grants());
  }

  @Test
  void grantHeadersOfBucketsAreListed() {
    server.createBucket(
        BucketOptions.named("granted").objectOwnership(ObjectOwnership.OBJECT_WRITER));

    s3.putBucketAcl(put -> put.bucket("granted").grantWrite("id=\"" + FRIEND + "\""));

    assertThat(s3.getBucketAcl(get -> get.bucket("granted")).grants())
        .singleElement()
        .satisfies(
            grant -> {
              assertThat(grant.grantee().id()).isEqualTo(FRIEND);
              assertThat(grant.permission()).isEqualTo(Permission.WRITE);
            });
  }

  @Test
  void newBucketRefusesAcls() {
    s3.createBucket(create -> create.bucket("closed"));

    assertThatExceptionOfType(S3Exception.class)
        .isThrownBy(
            () -> s3.putBucketAcl(put -> put.bucket("closed").acl(BucketCannedACL.PUBLIC_READ)))
        .satisfies(
            refused -> {
              assertThat(refused.statusCode()).isEqualTo(400);
              assertThat(refused.awsErrorDetails().errorCode())
                  .isEqualTo("AccessControlListNotSupported");
            });
  }
}

package dev.s3emulator.internal.auth.acl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.auth.acl.AclRequirement.Resource;
import dev.s3emulator.internal.domain.attribute.AccessControlList.Permission;
import dev.s3emulator.internal.protocol.NeededAction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AclRequirementTest {

  @ParameterizedTest
  @CsvSource({
    "s3:ListBucket, BUCKET, READ, false",
    "s3:ListBucketVersions, BUCKET, READ, false",
    "s3:ListBucketMultipartUploads, BUCKET, READ, false",
    "s3:PutObject, BUCKET, WRITE, true",
    "s3:DeleteObject, BUCKET, WRITE, true",
    "s3:GetBucketAcl, BUCKET, READ_ACP, false",
    "s3:PutBucketAcl, BUCKET, WRITE_ACP, false",
    "s3:GetObject, OBJECT, READ, false",
    "s3:GetObjectVersion, OBJECT, READ, false",
    "s3:GetObjectTorrent, OBJECT, READ, false",
    "s3:GetObjectVersionTorrent, OBJECT, READ, false",
    "s3:GetObjectAcl, OBJECT, READ_ACP, false",
    "s3:GetObjectVersionAcl, OBJECT, READ_ACP, false",
    "s3:PutObjectAcl, OBJECT, WRITE_ACP, false",
    "s3:PutObjectVersionAcl, OBJECT, WRITE_ACP, false"
  })
  void listsGrantTheseActions(
      String action, Resource resource, Permission permission, boolean ownEntryOnly) {
    assertThat(AclRequirement.of(NeededAction.of(action)))
        .contains(new AclRequirement(resource, permission, ownEntryOnly));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3:DeleteObjectVersion",
        "s3:BypassGovernanceRetention",
        "s3:PutBucketPolicy",
        "s3:GetObjectTagging",
        "s3:CreateBucket",
        "s3:DeleteBucket",
        "s3:PutObjectRetention"
      })
  void noListGrantsAnyOther(String action) {
    assertThat(AclRequirement.of(NeededAction.of(action))).isEmpty();
  }

  /** The list that comes with an upload is that of the caller's own object. */
  @ParameterizedTest
  @ValueSource(strings = {"s3:PutObject", "s3:PutObjectAcl"})
  void whoMayUploadMayBringListAlong(String action) {
    assertThat(AclRequirement.of(NeededAction.onNewObject(action)))
        .contains(new AclRequirement(Resource.BUCKET, Permission.WRITE, true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3:PutObjectTagging", "s3:PutObjectRetention", "s3:PutObjectLegalHold"})
  void noListLetsUploadsBringAnythingElseAlong(String action) {
    assertThat(AclRequirement.of(NeededAction.onNewObject(action))).isEmpty();
  }
}

package dev.s3emulator.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.s3emulator.internal.domain.OwnershipControls.ObjectOwnership;
import dev.s3emulator.internal.domain.attribute.AccessControlList;
import dev.s3emulator.internal.domain.attribute.AccessControlList.Grant;
import dev.s3emulator.internal.domain.attribute.AccessControlList.Permission;
import dev.s3emulator.internal.domain.attribute.CannedAcl;
import dev.s3emulator.internal.domain.attribute.Grantee;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OwnershipTest {

  private static final Owner WRITER = new Owner("111122223333", "a".repeat(64), "writer");
  private static final String BUCKET_OWNER = Owner.DEFAULT.canonicalId();
  private static final BucketSettings SETTINGS =
      BucketSettings.ofNew("photos", Owner.DEFAULT, "us-east-1", Instant.EPOCH);

  @ParameterizedTest(name = "{0} with {1} belongs to {2}")
  @CsvSource({
    "BUCKET_OWNER_ENFORCED, PRIVATE, bucket owner",
    "BUCKET_OWNER_ENFORCED, PUBLIC_READ, bucket owner",
    "BUCKET_OWNER_ENFORCED, BUCKET_OWNER_FULL_CONTROL, bucket owner",
    "BUCKET_OWNER_PREFERRED, PRIVATE, writer",
    "BUCKET_OWNER_PREFERRED, PUBLIC_READ, writer",
    "BUCKET_OWNER_PREFERRED, PUBLIC_READ_WRITE, writer",
    "BUCKET_OWNER_PREFERRED, AUTHENTICATED_READ, writer",
    "BUCKET_OWNER_PREFERRED, AWS_EXEC_READ, writer",
    "BUCKET_OWNER_PREFERRED, BUCKET_OWNER_READ, writer",
    "BUCKET_OWNER_PREFERRED, BUCKET_OWNER_FULL_CONTROL, bucket owner",
    "OBJECT_WRITER, PRIVATE, writer",
    "OBJECT_WRITER, PUBLIC_READ, writer",
    "OBJECT_WRITER, BUCKET_OWNER_FULL_CONTROL, writer"
  })
  void ruleAndListDecideWhoOwns(ObjectOwnership rule, CannedAcl canned, String owner) {
    BucketSettings settings = SETTINGS.with(new OwnershipControls(rule));
    AccessControlList list = canned.list(WRITER.canonicalId(), BUCKET_OWNER);

    Owner owns = Ownership.of(settings).ownerOfNew(list, WRITER);

    assertThat(owns).isEqualTo(owner.equals("writer") ? WRITER : Owner.DEFAULT);
    assertThat(Ownership.of(settings).ownerOfNew(list, Owner.DEFAULT)).isEqualTo(Owner.DEFAULT);
  }

  @Test
  void withoutControlsTheWriterOwns() {
    Ownership ownership = Ownership.of(SETTINGS.without(OwnershipControls.class));

    assertThat(ownership.ownerOfNew(AccessControlList.PRIVATE, WRITER)).isEqualTo(WRITER);
    assertThat(ownership.disablesAcls()).isFalse();
  }

  @Test
  void grantThatSaysTheSameDoesNotGiveAnObjectAway() {
    BucketSettings settings =
        SETTINGS.with(new OwnershipControls(ObjectOwnership.BUCKET_OWNER_PREFERRED));
    AccessControlList explicit =
        new AccessControlList(
            List.of(new Grant(new Grantee.Account(BUCKET_OWNER), Permission.FULL_CONTROL)));

    assertThat(Ownership.of(settings).ownerOfNew(explicit, WRITER)).isEqualTo(WRITER);
  }

  @Test
  void enforcingHidesOwnersAndListsAndKeepsThem() {
    BucketAcl shared = new BucketAcl(CannedAcl.AUTHENTICATED_READ.list(BUCKET_OWNER, BUCKET_OWNER));
    BucketSettings settings = SETTINGS.with(shared);
    DeleteMarker marker = new DeleteMarker(VersionId.NULL, 1, Instant.EPOCH, WRITER);
    Ownership enforced = new Ownership(settings, ObjectOwnership.BUCKET_OWNER_ENFORCED);
    Ownership writers = new Ownership(settings, ObjectOwnership.OBJECT_WRITER);

    assertThat(enforced.ownerOf(marker)).isEqualTo(Owner.DEFAULT);
    assertThat(enforced.bucketAcl()).isEqualTo(AccessControlList.PRIVATE);
    assertThat(enforced.isSharedByAcl()).isTrue();
    assertThat(writers.ownerOf(marker)).isEqualTo(WRITER);
    assertThat(writers.bucketAcl()).isEqualTo(shared.list());
  }

  @ParameterizedTest
  @EnumSource(CannedAcl.class)
  void blockRefusesPublicListsOnly(CannedAcl canned) {
    AccessControlList list = canned.list(BUCKET_OWNER, BUCKET_OWNER);
    Ownership blocked = new Ownership(SETTINGS, ObjectOwnership.OBJECT_WRITER);
    Ownership open =
        new Ownership(
            SETTINGS.with(new PublicAccessBlock(false, true, true, true)),
            ObjectOwnership.OBJECT_WRITER);
    boolean isPublic =
        List.of(CannedAcl.PUBLIC_READ, CannedAcl.PUBLIC_READ_WRITE, CannedAcl.AUTHENTICATED_READ)
            .contains(canned);

    S3Exception refused =
        catchThrowableOfType(S3Exception.class, () -> blocked.requireUnblocked(list));

    assertThat(refused != null).isEqualTo(isPublic);
    if (refused != null) {
      assertThat(refused.error()).isEqualTo(S3Error.ACCESS_DENIED);
      assertThat(refused.reason())
          .contains(
              "The ACL is public, and the public access block of the bucket photos has"
                  + " BlockPublicAcls.");
    }
    assertThatCode(() -> open.requireUnblocked(list)).doesNotThrowAnyException();
    assertThatCode(
            () ->
                new Ownership(
                        SETTINGS.without(PublicAccessBlock.class), ObjectOwnership.OBJECT_WRITER)
                    .requireUnblocked(list))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "PRIVATE, OWNER FULL_CONTROL, OWNER FULL_CONTROL",
    "PUBLIC_READ, OWNER FULL_CONTROL; AllUsers READ, OWNER FULL_CONTROL; AllUsers READ",
    "PUBLIC_READ_WRITE, OWNER FULL_CONTROL; AllUsers READ; AllUsers WRITE,"
        + " OWNER FULL_CONTROL; AllUsers READ; AllUsers WRITE",
    "AUTHENTICATED_READ, OWNER FULL_CONTROL; AuthenticatedUsers READ,"
        + " OWNER FULL_CONTROL; AuthenticatedUsers READ",
    "AWS_EXEC_READ, OWNER FULL_CONTROL; EC2 READ, OWNER FULL_CONTROL; EC2 READ",
    "BUCKET_OWNER_READ, OWNER FULL_CONTROL, OWNER FULL_CONTROL; BUCKET_OWNER READ",
    "BUCKET_OWNER_FULL_CONTROL, OWNER FULL_CONTROL,"
        + " OWNER FULL_CONTROL; BUCKET_OWNER FULL_CONTROL",
    "LOG_DELIVERY_WRITE, OWNER FULL_CONTROL; LogDelivery WRITE; LogDelivery READ_ACP,"
        + " OWNER FULL_CONTROL; LogDelivery WRITE; LogDelivery READ_ACP"
  })
  void cannedListsGrant(CannedAcl canned, String ofBucketOwner, String ofWriter) {
    assertThat(describe(canned.list(BUCKET_OWNER, BUCKET_OWNER))).isEqualTo(ofBucketOwner);
    assertThat(describe(canned.list(WRITER.canonicalId(), BUCKET_OWNER))).isEqualTo(ofWriter);
  }

  @Test
  void logDeliveryIsForBucketsOnly() {
    assertThat(CannedAcl.ofObject("log-delivery-write")).isEmpty();
    for (CannedAcl canned : CannedAcl.values()) {
      assertThat(CannedAcl.ofBucket(canned.wireName())).contains(canned);
    }
  }

  private static String describe(AccessControlList list) {
    return list.grants().stream()
        .map(grant -> describe(grant.grantee()) + " " + grant.permission())
        .reduce((one, other) -> one + "; " + other)
        .orElse("");
  }

  private static String describe(Grantee grantee) {
    if (grantee instanceof Grantee.Group group) {
      return group.uri().substring(group.uri().lastIndexOf('/') + 1);
    }
    return grantee instanceof Grantee.Account account
        ? account.canonicalId().equals(BUCKET_OWNER) ? "BUCKET_OWNER" : "EC2"
        : "OWNER";
  }
}

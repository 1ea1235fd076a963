package dev.s3emulator.internal.domain;

import dev.s3emulator.internal.domain.OwnershipControls.ObjectOwnership;
import dev.s3emulator.internal.domain.attribute.AccessControlList;
import dev.s3emulator.internal.domain.attribute.CannedAcl;

/**
 * Who owns what is in a bucket, and which access control lists count there.
 *
 * <p>Under BucketOwnerEnforced no list counts, and the bucket's owner owns everything. Lists and
 * owners from before are kept and count again when the setting changes, as S3 documents it.
 *
 * @param settings what the bucket is
 * @param rule the bucket's setting; one without ownership controls leaves objects to their writers
 */
public record Ownership(BucketSettings settings, ObjectOwnership rule) {

  /** Returns the ownership in a bucket. */
  public static Ownership in(Bucket bucket) {
    return of(bucket.settings());
  }

  /** Returns the ownership in a bucket with these settings. */
  public static Ownership of(BucketSettings settings) {
    return new Ownership(
        settings,
        settings
            .configuration(OwnershipControls.class)
            .map(OwnershipControls::objectOwnership)
            .orElse(ObjectOwnership.OBJECT_WRITER));
  }

  /** Returns whether access control lists are off. */
  public boolean disablesAcls() {
    return rule == ObjectOwnership.BUCKET_OWNER_ENFORCED;
  }

  /**
   * Returns the list if it says what holds anyway in a bucket where lists are off.
   *
   * @throws S3Exception AccessControlListNotSupported if it says anything else
   */
  public AccessControlList requireFullControlOfBucketOwner(AccessControlList list) {
    if (!list.isFullControlOf(settings.owner().canonicalId())) {
      throw refusalOfAcls();
    }
    return list;
  }

  /** Returns the answer to a list where lists are off. */
  public S3Exception refusalOfAcls() {
    return S3Exception.of(S3Error.ACCESS_CONTROL_LIST_NOT_SUPPORTED)
        .because("The bucket " + settings.name() + " has the ownership BucketOwnerEnforced.");
  }

  /**
   * Returns the list if the bucket takes it.
   *
   * @throws S3Exception AccessDenied if it is public and the bucket blocks such lists
   */
  public AccessControlList requireUnblocked(AccessControlList list) {
    boolean blocks =
        settings
            .configuration(PublicAccessBlock.class)
            .filter(PublicAccessBlock::blockPublicAcls)
            .isPresent();
    if (blocks && list.isPublic()) {
      throw S3Exception.of(S3Error.ACCESS_DENIED)
          .because(
              "The ACL is public, and the public access block of the bucket "
                  + settings.name()
                  + " has BlockPublicAcls.");
    }
    return list;
  }

  /** Returns the bucket's list, as it counts. */
  public AccessControlList bucketAcl() {
    return disablesAcls() ? AccessControlList.PRIVATE : keptBucketAcl();
  }

  /** Returns whether the bucket's list, counting or not, grants others than the bucket's owner. */
  public boolean isSharedByAcl() {
    return keptBucketAcl().grantsToOthersThan(settings.owner().canonicalId());
  }

  private AccessControlList keptBucketAcl() {
    return settings.configuration(BucketAcl.class).orElse(BucketAcl.PRIVATE).list();
  }

  /** Returns the list of a version, as it counts. */
  public AccessControlList aclOf(ObjectVersion version) {
    return disablesAcls() ? AccessControlList.PRIVATE : version.attributes().acl();
  }

  /** Returns who owns an entry now. */
  public Owner ownerOf(VersionEntry entry) {
    return disablesAcls() ? settings.owner() : entry.owner();
  }

  /** Returns who will own the object of an upload. */
  public Owner ownerOf(Upload upload) {
    return ownerOfNew(upload.object().attributes().acl(), upload.initiator());
  }

  /**
   * Returns who owns an object that is being stored.
   *
   * @param list the list that comes with it
   * @param writer the account that stores it
   */
  public Owner ownerOfNew(AccessControlList list, Owner writer) {
    return switch (rule) {
      case BUCKET_OWNER_ENFORCED -> settings.owner();
      case BUCKET_OWNER_PREFERRED -> isGivenToBucketOwner(list) ? settings.owner() : writer;
      case OBJECT_WRITER -> writer;
    };
  }

  /** Only the canned list gives an object away, not a grant that says the same [D]. */
  private boolean isGivenToBucketOwner(AccessControlList list) {
    return list.equals(
        CannedAcl.BUCKET_OWNER_FULL_CONTROL.listOfWriter(settings.owner().canonicalId()));
  }
}

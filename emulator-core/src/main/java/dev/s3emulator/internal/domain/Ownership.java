package dev.s3emulator.internal.domain;

import dev.s3emulator.internal.domain.OwnershipControls.ObjectOwnership;
import dev.s3emulator.internal.domain.attribute.AccessControlList;
import dev.s3emulator.internal.domain.attribute.AccessControlList.Grant;
import dev.s3emulator.internal.domain.attribute.AccessControlList.Permission;
import dev.s3emulator.internal.domain.attribute.Grantee;

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

  /** Returns the bucket's list, as it counts. */
  public AccessControlList bucketAcl() {
    return disablesAcls()
        ? AccessControlList.PRIVATE
        : settings.configuration(BucketAcl.class).orElse(BucketAcl.PRIVATE).list();
  }

  /** Returns the list of a version, as it counts. */
  public AccessControlList aclOf(ObjectVersion version) {
    return disablesAcls() ? AccessControlList.PRIVATE : version.attributes().acl();
  }

  /** Returns who owns an entry now. */
  public Owner ownerOf(VersionEntry entry) {
    return disablesAcls() ? settings.owner() : entry.owner();
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
      case BUCKET_OWNER_PREFERRED ->
          list.grants().contains(fullControlOfBucketOwner()) ? settings.owner() : writer;
      case OBJECT_WRITER -> writer;
    };
  }

  private Grant fullControlOfBucketOwner() {
    return new Grant(new Grantee.Account(settings.owner().canonicalId()), Permission.FULL_CONTROL);
  }
}

package dev.s3emulator.internal.domain;

import java.time.Instant;

/**
 * What a bucket is, apart from its objects.
 *
 * @param name the name, valid by {@link BucketNames}
 * @param owner the account that created it
 * @param region the region, such as {@code us-east-1}
 * @param locationConstraint the region as GetBucketLocation shows it: nothing for us-east-1, and
 *     {@code EU} for a bucket in eu-west-1 that was created with that old name
 * @param creationDate when it was created, in whole seconds
 * @param versioning the versioning state
 * @param mfaDelete what GetBucketVersioning shows as MfaDelete
 * @param objectLockEnabled whether it was created for Object Lock
 * @param tags the bucket's tags
 */
public record BucketSettings(
    String name,
    Owner owner,
    String region,
    String locationConstraint,
    Instant creationDate,
    VersioningState versioning,
    MfaDelete mfaDelete,
    boolean objectLockEnabled,
    TagSet tags) {

  /** Makes the settings of a bucket whose location is shown as its region is called. */
  public BucketSettings(
      String name,
      Owner owner,
      String region,
      Instant creationDate,
      VersioningState versioning,
      MfaDelete mfaDelete,
      boolean objectLockEnabled,
      TagSet tags) {
    this(
        name,
        owner,
        region,
        region.equals(Region.US_EAST_1.name()) ? "" : region,
        creationDate,
        versioning,
        mfaDelete,
        objectLockEnabled,
        tags);
  }

  /** Returns the ARN. */
  public String arn() {
    return new Region(region).bucketArn(name);
  }

  /** What GetBucketVersioning shows about MFA Delete: nothing until it was set once. */
  public enum MfaDelete {
    /** Never set. */
    NEVER_SET,
    /** Set to Disabled. */
    DISABLED,
    /** Set to Enabled. */
    ENABLED
  }

  /** Returns the settings with another versioning state. */
  public BucketSettings withVersioning(VersioningState state) {
    return new BucketSettings(
        name,
        owner,
        region,
        locationConstraint,
        creationDate,
        state,
        mfaDelete,
        objectLockEnabled,
        tags);
  }

  /** Returns the settings with another MFA Delete state. */
  public BucketSettings withMfaDelete(MfaDelete state) {
    return new BucketSettings(
        name,
        owner,
        region,
        locationConstraint,
        creationDate,
        versioning,
        state,
        objectLockEnabled,
        tags);
  }

  /** Returns the settings with other tags. */
  public BucketSettings withTags(TagSet others) {
    return new BucketSettings(
        name,
        owner,
        region,
        locationConstraint,
        creationDate,
        versioning,
        mfaDelete,
        objectLockEnabled,
        others);
  }
}

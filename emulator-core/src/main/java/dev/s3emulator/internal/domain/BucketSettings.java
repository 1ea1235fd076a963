package dev.s3emulator.internal.domain;

import java.time.Instant;
import java.util.Optional;

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
 * @param configurations everything that one request sets as a whole, such as CORS rules
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
    TagSet tags,
    BucketConfigurations configurations) {

  private static final BucketConfigurations OF_NEW =
      BucketConfigurations.NONE.with(OwnershipControls.ENFORCED).with(PublicAccessBlock.ALL);

  /**
   * Returns the settings of a new bucket: never versioned, without Object Lock and tags, its owner
   * owning all that is in it, and with everything blocked that would make it public.
   */
  public static BucketSettings ofNew(
      String name, Owner owner, String region, Instant creationDate) {
    return new BucketSettings(
        name,
        owner,
        region,
        region.equals(Region.US_EAST_1.name()) ? "" : region,
        creationDate,
        VersioningState.UNVERSIONED,
        MfaDelete.NEVER_SET,
        false,
        TagSet.EMPTY,
        OF_NEW);
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

  /** Returns the settings with another text for GetBucketLocation. */
  public BucketSettings withLocationConstraint(String text) {
    return new BucketSettings(
        name,
        owner,
        region,
        text,
        creationDate,
        versioning,
        mfaDelete,
        objectLockEnabled,
        tags,
        configurations);
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
        tags,
        configurations);
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
        tags,
        configurations);
  }

  /** Returns the settings with or without Object Lock. */
  public BucketSettings withObjectLock(boolean enabled) {
    return new BucketSettings(
        name,
        owner,
        region,
        locationConstraint,
        creationDate,
        versioning,
        mfaDelete,
        enabled,
        tags,
        configurations);
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
        others,
        configurations);
  }

  /** Returns the configuration of this kind. */
  public <T extends BucketConfiguration> Optional<T> configuration(Class<T> kind) {
    return configurations.get(kind);
  }

  /** Returns the settings with this configuration in the place of the one of its class. */
  public BucketSettings with(BucketConfiguration configuration) {
    return with(configurations.with(configuration));
  }

  /** Returns the settings without the configuration of this kind. */
  public BucketSettings without(Class<? extends BucketConfiguration> kind) {
    return with(configurations.without(kind));
  }

  private BucketSettings with(BucketConfigurations others) {
    return new BucketSettings(
        name,
        owner,
        region,
        locationConstraint,
        creationDate,
        versioning,
        mfaDelete,
        objectLockEnabled,
        tags,
        others);
  }
}

package dev.s3emulator;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bucket to create: {@code BucketOptions.named("photos").versioning(Versioning.ENABLED)}.
 *
 * <p>Immutable and safe for use by many threads: each method returns changed options and leaves
 * these as they are.
 */
public final class BucketOptions {

  private final String name;
  private final @Nullable Versioning versioning;
  private final boolean objectLock;
  private final @Nullable String region;
  private final Map<String, String> tags;
  private final Access access;

  private BucketOptions(
      String name,
      @Nullable Versioning versioning,
      boolean objectLock,
      @Nullable String region,
      Map<String, String> tags,
      Access access) {
    if (objectLock && versioning != null && versioning != Versioning.ENABLED) {
      throw new IllegalArgumentException(
          "The bucket \""
              + name
              + "\" has Object Lock, so its versioning cannot be "
              + versioning
              + ".");
    }
    this.name = name;
    this.versioning = versioning;
    this.objectLock = objectLock;
    this.region = region;
    this.tags = tags;
    this.access = access;
  }

  /**
   * Returns options for a bucket without versioning, Object Lock and tags, in the server's region.
   * As in S3, ACLs are off and nothing can make it public.
   *
   * <p>Whether the name is one that S3 accepts is checked when the bucket is created.
   */
  public static BucketOptions named(String name) {
    return new BucketOptions(name, null, false, null, Map.of(), Access.CLOSED);
  }

  /**
   * Returns options with this versioning state.
   *
   * @throws IllegalArgumentException if the bucket has Object Lock, which needs {@link
   *     Versioning#ENABLED}
   */
  public BucketOptions versioning(Versioning state) {
    return new BucketOptions(name, state, objectLock, region, tags, access);
  }

  /**
   * Returns options with Object Lock, which also enables versioning.
   *
   * @throws IllegalArgumentException if another versioning state was asked for
   */
  public BucketOptions objectLock() {
    return new BucketOptions(name, versioning, true, region, tags, access);
  }

  /**
   * Returns options with this region in place of the server's.
   *
   * @throws IllegalArgumentException if it is not the name of a region, such as {@code eu-west-1}
   */
  public BucketOptions region(String other) {
    return new BucketOptions(
        name, versioning, objectLock, BucketCreation.requireRegion(other), tags, access);
  }

  /** Returns options with this tag added, or with its value changed. */
  public BucketOptions tag(String key, String value) {
    Map<String, String> all = new LinkedHashMap<>(tags);
    all.put(key, value);
    return new BucketOptions(
        name, versioning, objectLock, region, Collections.unmodifiableMap(all), access);
  }

  /**
   * Returns options with this ownership of objects in place of {@link
   * ObjectOwnership#BUCKET_OWNER_ENFORCED}. With any other one ACLs count.
   */
  public BucketOptions objectOwnership(ObjectOwnership ownership) {
    return with(new Access(ownership, access.openable, access.acl));
  }

  /**
   * Returns options for a bucket that policies and ACLs may make public: without the public access
   * block that a new bucket has. This alone makes nothing public.
   */
  public BucketOptions allowPublicAccess() {
    return with(new Access(access.ownership, true, access.acl));
  }

  /**
   * Returns options with this ACL of the bucket, by the name that requests give in {@code
   * x-amz-acl}, such as {@code public-read}.
   *
   * <p>Whether the bucket can have it is checked when it is created: every ACL but {@code private}
   * needs an {@link #objectOwnership} under which ACLs count, and a public one also {@link
   * #allowPublicAccess}.
   *
   * @throws IllegalArgumentException if S3 knows no such ACL for buckets
   */
  public BucketOptions cannedAcl(String acl) {
    return with(new Access(access.ownership, access.openable, BucketCreation.requireAcl(acl)));
  }

  private BucketOptions with(Access other) {
    return new BucketOptions(name, versioning, objectLock, region, tags, other);
  }

  /** Returns the name. */
  public String name() {
    return name;
  }

  /** Returns the versioning state that the bucket will have. */
  public Versioning versioning() {
    if (versioning != null) {
      return versioning;
    }
    return objectLock ? Versioning.ENABLED : Versioning.UNVERSIONED;
  }

  /** Returns whether the bucket will have Object Lock. */
  public boolean hasObjectLock() {
    return objectLock;
  }

  /** Returns the region, or empty for the server's. */
  public Optional<String> region() {
    return Optional.ofNullable(region);
  }

  /** Returns the tags in the order in which they were added; the map cannot be changed. */
  public Map<String, String> tags() {
    return tags;
  }

  /** Returns who will own what is uploaded. */
  public ObjectOwnership objectOwnership() {
    return access.ownership;
  }

  /** Returns whether policies and ACLs may make the bucket public. */
  public boolean allowsPublicAccess() {
    return access.openable;
  }

  /** Returns the name of the bucket's ACL, {@code private} unless another was chosen. */
  public String cannedAcl() {
    return access.acl;
  }

  /** Returns the options on one line. */
  @Override
  public String toString() {
    return "BucketOptions["
        + name
        + ", versioning="
        + versioning()
        + (objectLock ? ", objectLock" : "")
        + (region == null ? "" : ", region=" + region)
        + (tags.isEmpty() ? "" : ", tags=" + tags)
        + access
        + "]";
  }

  /** Who may do what: how the bucket differs from one that is closed. */
  private record Access(ObjectOwnership ownership, boolean openable, String acl) {

    static final Access CLOSED =
        new Access(ObjectOwnership.BUCKET_OWNER_ENFORCED, false, "private");

    @Override
    public String toString() {
      return (ownership == CLOSED.ownership ? "" : ", objectOwnership=" + ownership)
          + (openable ? ", allowPublicAccess" : "")
          + (acl.equals(CLOSED.acl) ? "" : ", cannedAcl=" + acl);
    }
  }
}

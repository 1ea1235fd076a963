package dev.s3emulator;

import dev.s3emulator.internal.domain.DefaultRetention;
import java.time.Period;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
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
  private final Versions versions;
  private final Access access;
  private final @Nullable String region;
  private final Map<String, String> tags;

  private BucketOptions(
      String name,
      Versions versions,
      Access access,
      @Nullable String region,
      Map<String, String> tags) {
    versions.check(name);
    this.name = name;
    this.versions = versions;
    this.access = access;
    this.region = region;
    this.tags = tags;
  }

  /**
   * Returns options for a bucket without versioning, Object Lock and tags, in the server's region.
   * As in S3, ACLs are off and nothing can make it public.
   *
   * <p>Whether the name is one that S3 accepts is checked when the bucket is created.
   */
  public static BucketOptions named(String name) {
    return new BucketOptions(name, Versions.NONE, Access.CLOSED, null, Map.of());
  }

  /**
   * Returns options with this versioning state.
   *
   * @throws IllegalArgumentException if the bucket has Object Lock, which needs {@link
   *     Versioning#ENABLED}, or MFA Delete, which no {@link Versioning#UNVERSIONED} bucket has
   */
  public BucketOptions versioning(Versioning state) {
    return with(new Versions(state, versions.lock, versions.retention, versions.mfaDelete));
  }

  /**
   * Returns options with Object Lock, which also enables versioning.
   *
   * @throws IllegalArgumentException if another versioning state was asked for
   */
  public BucketOptions objectLock() {
    return with(new Versions(versions.state, true, versions.retention, versions.mfaDelete));
  }

  /**
   * Returns options with Object Lock and a default retention: every version whose upload names no
   * retention gets this one, from the time of its upload on.
   *
   * @param mode who may shorten it
   * @param period days, at most 36500, or years of the calendar, at most 100, such as {@code
   *     Period.ofDays(30)}; not both
   * @throws IllegalArgumentException if the period is none that S3 takes, or if another versioning
   *     state than {@link Versioning#ENABLED} was asked for
   */
  public BucketOptions defaultRetention(RetentionMode mode, Period period) {
    return with(
        new Versions(
            versions.state, true, BucketCreation.retention(mode, period), versions.mfaDelete));
  }

  /**
   * Returns options with MFA Delete turned on, as only the root of the owner's account can do it by
   * a request. Versioning is enabled unless {@link Versioning#SUSPENDED} is asked for.
   *
   * @throws IllegalArgumentException if no versioning was asked for
   * @see User#mfaDevices
   */
  public BucketOptions mfaDelete() {
    return with(new Versions(versions.state, versions.lock, versions.retention, true));
  }

  /**
   * Returns options with this region in place of the server's.
   *
   * @throws IllegalArgumentException if it is not the name of a region, such as {@code eu-west-1}
   */
  public BucketOptions region(String other) {
    return new BucketOptions(name, versions, access, BucketCreation.requireRegion(other), tags);
  }

  /** Returns options with this tag added, or with its value changed. */
  public BucketOptions tag(String key, String value) {
    Map<String, String> all = new LinkedHashMap<>(tags);
    all.put(key, value);
    return new BucketOptions(name, versions, access, region, Collections.unmodifiableMap(all));
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
   * <p>Whether there is such an ACL, and whether the bucket can have it, is checked when the bucket
   * is created: every ACL but {@code private} needs an {@link #objectOwnership} under which ACLs
   * count, and a public one also {@link #allowPublicAccess}.
   */
  public BucketOptions cannedAcl(String acl) {
    return with(new Access(access.ownership, access.openable, acl));
  }

  private BucketOptions with(Versions other) {
    return new BucketOptions(name, other, access, region, tags);
  }

  private BucketOptions with(Access other) {
    return new BucketOptions(name, versions, other, region, tags);
  }

  /** Returns the name. */
  public String name() {
    return name;
  }

  /** Returns the versioning state that the bucket will have. */
  public Versioning versioning() {
    if (versions.state != null) {
      return versions.state;
    }
    return versions.lock || versions.mfaDelete ? Versioning.ENABLED : Versioning.UNVERSIONED;
  }

  /** Returns whether the bucket will have Object Lock. */
  public boolean hasObjectLock() {
    return versions.lock;
  }

  /** Returns the mode of the default retention, or empty if there will be none. */
  public Optional<RetentionMode> defaultRetentionMode() {
    return retention().map(each -> RetentionMode.valueOf(each.mode().name()));
  }

  /** Returns how long the default retention lasts, or empty if there will be none. */
  public Optional<Period> defaultRetentionPeriod() {
    return retention()
        .map(
            each ->
                switch (each.unit()) {
                  case DAYS -> Period.ofDays(each.count());
                  case YEARS -> Period.ofYears(each.count());
                });
  }

  private static String unit(DefaultRetention retention) {
    return retention.unit().wireName().toLowerCase(Locale.ROOT);
  }

  Optional<DefaultRetention> retention() {
    return Optional.ofNullable(versions.retention);
  }

  /** Returns whether the bucket will have MFA Delete turned on. */
  public boolean hasMfaDelete() {
    return versions.mfaDelete;
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

  /** Returns whether these options say the same as others. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof BucketOptions options
        && name.equals(options.name)
        && versions.equals(options.versions)
        && access.equals(options.access)
        && Objects.equals(region, options.region)
        && tags.equals(options.tags);
  }

  /** Returns a hash code that equal options share. */
  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /** Returns the options on one line. */
  @Override
  public String toString() {
    return "BucketOptions["
        + name
        + ", versioning="
        + versioning()
        + (versions.lock ? ", objectLock" : "")
        + retention()
            .map(each -> ", " + each.mode() + " for " + each.count() + ' ' + unit(each))
            .orElse("")
        + (versions.mfaDelete ? ", mfaDelete" : "")
        + (region == null ? "" : ", region=" + region)
        + (tags.isEmpty() ? "" : ", tags=" + tags)
        + access
        + "]";
  }

  /** What happens with old versions. */
  private record Versions(
      @Nullable Versioning state,
      boolean lock,
      @Nullable DefaultRetention retention,
      boolean mfaDelete) {

    static final Versions NONE = new Versions(null, false, null, false);

    void check(String bucket) {
      if (lock && state != null && state != Versioning.ENABLED) {
        throw new IllegalArgumentException(
            "The bucket \""
                + bucket
                + "\" has Object Lock, so its versioning cannot be "
                + state
                + ".");
      }
      if (mfaDelete && state == Versioning.UNVERSIONED) {
        throw new IllegalArgumentException(
            "The bucket \""
                + bucket
                + "\" has MFA Delete, so its versioning cannot be UNVERSIONED.");
      }
    }
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

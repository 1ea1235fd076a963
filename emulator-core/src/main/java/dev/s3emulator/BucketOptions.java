package dev.s3emulator;

import dev.s3emulator.internal.domain.DefaultRetention;
import java.time.Period;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
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
  private final @Nullable DefaultRetention retention;
  private final boolean mfaDelete;
  private final @Nullable String region;
  private final Map<String, String> tags;

  private BucketOptions(
      String name,
      @Nullable Versioning versioning,
      boolean objectLock,
      @Nullable DefaultRetention retention,
      boolean mfaDelete,
      @Nullable String region,
      Map<String, String> tags) {
    if (objectLock && versioning != null && versioning != Versioning.ENABLED) {
      throw new IllegalArgumentException(
          "The bucket \""
              + name
              + "\" has Object Lock, so its versioning cannot be "
              + versioning
              + ".");
    }
    if (mfaDelete && versioning == Versioning.UNVERSIONED) {
      throw new IllegalArgumentException(
          "The bucket \"" + name + "\" has MFA Delete, so its versioning cannot be UNVERSIONED.");
    }
    this.name = name;
    this.versioning = versioning;
    this.objectLock = objectLock;
    this.retention = retention;
    this.mfaDelete = mfaDelete;
    this.region = region;
    this.tags = tags;
  }

  /**
   * Returns options for a bucket without versioning, Object Lock and tags, in the server's region.
   *
   * <p>Whether the name is one that S3 accepts is checked when the bucket is created.
   */
  public static BucketOptions named(String name) {
    return new BucketOptions(name, null, false, null, false, null, Map.of());
  }

  /**
   * Returns options with this versioning state.
   *
   * @throws IllegalArgumentException if the bucket has Object Lock, which needs {@link
   *     Versioning#ENABLED}, or MFA Delete, which no {@link Versioning#UNVERSIONED} bucket has
   */
  public BucketOptions versioning(Versioning state) {
    return new BucketOptions(name, state, objectLock, retention, mfaDelete, region, tags);
  }

  /**
   * Returns options with Object Lock, which also enables versioning.
   *
   * @throws IllegalArgumentException if another versioning state was asked for
   */
  public BucketOptions objectLock() {
    return new BucketOptions(name, versioning, true, retention, mfaDelete, region, tags);
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
    return new BucketOptions(
        name, versioning, true, BucketCreation.retention(mode, period), mfaDelete, region, tags);
  }

  /**
   * Returns options with MFA Delete turned on, as only the root of the owner's account can do it by
   * a request. Versioning is enabled unless {@link Versioning#SUSPENDED} is asked for.
   *
   * @throws IllegalArgumentException if no versioning was asked for
   * @see User#mfaDevices
   */
  public BucketOptions mfaDelete() {
    return new BucketOptions(name, versioning, objectLock, retention, true, region, tags);
  }

  /**
   * Returns options with this region in place of the server's.
   *
   * @throws IllegalArgumentException if it is not the name of a region, such as {@code eu-west-1}
   */
  public BucketOptions region(String other) {
    return new BucketOptions(
        name,
        versioning,
        objectLock,
        retention,
        mfaDelete,
        BucketCreation.requireRegion(other),
        tags);
  }

  /** Returns options with this tag added, or with its value changed. */
  public BucketOptions tag(String key, String value) {
    Map<String, String> all = new LinkedHashMap<>(tags);
    all.put(key, value);
    return new BucketOptions(
        name,
        versioning,
        objectLock,
        retention,
        mfaDelete,
        region,
        Collections.unmodifiableMap(all));
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
    return objectLock || mfaDelete ? Versioning.ENABLED : Versioning.UNVERSIONED;
  }

  /** Returns whether the bucket will have Object Lock. */
  public boolean hasObjectLock() {
    return objectLock;
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
    return Optional.ofNullable(retention);
  }

  /** Returns whether the bucket will have MFA Delete turned on. */
  public boolean hasMfaDelete() {
    return mfaDelete;
  }

  /** Returns the region, or empty for the server's. */
  public Optional<String> region() {
    return Optional.ofNullable(region);
  }

  /** Returns the tags in the order in which they were added; the map cannot be changed. */
  public Map<String, String> tags() {
    return tags;
  }

  /** Returns the options on one line. */
  @Override
  public String toString() {
    return "BucketOptions["
        + name
        + ", versioning="
        + versioning()
        + (objectLock ? ", objectLock" : "")
        + retention()
            .map(each -> ", " + each.mode() + " for " + each.count() + ' ' + unit(each))
            .orElse("")
        + (mfaDelete ? ", mfaDelete" : "")
        + (region == null ? "" : ", region=" + region)
        + (tags.isEmpty() ? "" : ", tags=" + tags)
        + "]";
  }
}

package dev.s3emulator.junit5;

import dev.s3emulator.BucketOptions;
import dev.s3emulator.RetentionMode;
import dev.s3emulator.Versioning;
import java.time.Period;
import java.util.List;
import java.util.stream.Stream;

/**
 * A bucket as an annotation or a builder asks for it.
 *
 * @param versioning the versioning state, not checked yet
 * @param objectLock whether it has Object Lock, which not every versioning state allows
 * @param mfaDelete whether it has MFA Delete
 * @param retentions its default retention, not checked yet
 * @param others all other options
 * @param seed the fixture whose files become its objects, or empty
 */
record BucketSpec(
    Versioning versioning,
    boolean objectLock,
    boolean mfaDelete,
    List<RetentionSpec> retentions,
    BucketOptions others,
    String seed) {

  /** A default retention. */
  record RetentionSpec(RetentionMode mode, int days, int years) {}

  static BucketSpec of(Bucket bucket) {
    BucketOptions others =
        BucketOptions.named(bucket.name())
            .objectOwnership(bucket.objectOwnership())
            .cannedAcl(bucket.cannedAcl());
    List<RetentionSpec> retentions =
        Stream.of(bucket.defaultRetention())
            .map(each -> new RetentionSpec(each.mode(), each.days(), each.years()))
            .toList();
    return new BucketSpec(
        bucket.versioning(),
        bucket.objectLock() || !retentions.isEmpty(),
        bucket.mfaDelete(),
        retentions,
        bucket.allowPublicAccess() ? others.allowPublicAccess() : others,
        bucket.seed());
  }

  static BucketSpec of(BucketOptions bucket, String seed) {
    return new BucketSpec(
        bucket.versioning(),
        bucket.hasObjectLock(),
        bucket.hasMfaDelete(),
        List.of(),
        bucket,
        seed);
  }

  String name() {
    return others.name();
  }

  /** Returns the options without the default retention of an annotation. */
  BucketOptions toOptions() {
    BucketOptions options = others;
    if (objectLock) {
      options = options.objectLock();
    }
    if (mfaDelete) {
      options = options.mfaDelete();
    }
    // Both bring the versions that they need.
    return versioning == Versioning.UNVERSIONED ? options : options.versioning(versioning);
  }

  /**
   * Returns options with the default retention of an annotation.
   *
   * @throws IllegalArgumentException if it is none that S3 takes, or there are several
   */
  BucketOptions withRetention(BucketOptions options) {
    if (retentions.isEmpty()) {
      return options;
    }
    if (retentions.size() > 1) {
      throw new IllegalArgumentException("A bucket has one default retention.");
    }
    RetentionSpec retention = retentions.get(0);
    return options.defaultRetention(retention.mode, Period.of(retention.years, 0, retention.days));
  }
}

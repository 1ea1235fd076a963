package dev.s3emulator.junit5;

import dev.s3emulator.BucketOptions;
import dev.s3emulator.Versioning;

/**
 * A bucket as an annotation or a builder asks for it.
 *
 * @param versioning the versioning state, not checked yet
 * @param objectLock whether it has Object Lock, which not every versioning state allows
 * @param others all other options
 * @param seed the fixture whose files become its objects, or empty
 */
record BucketSpec(Versioning versioning, boolean objectLock, BucketOptions others, String seed) {

  static BucketSpec of(Bucket bucket) {
    BucketOptions others =
        BucketOptions.named(bucket.name())
            .objectOwnership(bucket.objectOwnership())
            .cannedAcl(bucket.cannedAcl());
    return new BucketSpec(
        bucket.versioning(),
        bucket.objectLock(),
        bucket.allowPublicAccess() ? others.allowPublicAccess() : others,
        bucket.seed());
  }

  static BucketSpec of(BucketOptions bucket, String seed) {
    return new BucketSpec(bucket.versioning(), bucket.hasObjectLock(), bucket, seed);
  }

  String name() {
    return others.name();
  }

  BucketOptions toOptions() {
    return objectLock ? others.objectLock() : others.versioning(versioning);
  }
}

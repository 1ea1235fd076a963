package dev.s3emulator.junit5;

import dev.s3emulator.BucketOptions;
import dev.s3emulator.ObjectOwnership;
import dev.s3emulator.Versioning;
import java.util.Map;
import java.util.Optional;

/**
 * A bucket as an annotation or a builder asks for it; unlike {@link BucketOptions} equal to another
 * one that says the same, and not checked yet.
 */
record BucketSpec(
    String name,
    Versioning versioning,
    boolean objectLock,
    Optional<String> region,
    Map<String, String> tags,
    ObjectOwnership objectOwnership,
    boolean allowPublicAccess,
    String cannedAcl,
    String seed) {

  static BucketSpec of(Bucket bucket) {
    return new BucketSpec(
        bucket.name(),
        bucket.versioning(),
        bucket.objectLock(),
        Optional.empty(),
        Map.of(),
        bucket.objectOwnership(),
        bucket.allowPublicAccess(),
        bucket.cannedAcl(),
        bucket.seed());
  }

  static BucketSpec of(BucketOptions bucket, String seed) {
    return new BucketSpec(
        bucket.name(),
        bucket.versioning(),
        bucket.hasObjectLock(),
        bucket.region(),
        bucket.tags(),
        bucket.objectOwnership(),
        bucket.allowsPublicAccess(),
        bucket.cannedAcl(),
        seed);
  }

  BucketOptions toOptions() {
    BucketOptions options = BucketOptions.named(name);
    options = objectLock ? options.objectLock() : options.versioning(versioning);
    if (region.isPresent()) {
      options = options.region(region.get());
    }
    for (Map.Entry<String, String> tag : tags.entrySet()) {
      options = options.tag(tag.getKey(), tag.getValue());
    }
    if (allowPublicAccess) {
      options = options.allowPublicAccess();
    }
    return options.objectOwnership(objectOwnership).cannedAcl(cannedAcl);
  }
}

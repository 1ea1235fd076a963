package dev.s3emulator.junit5;

import dev.s3emulator.BucketOptions;
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
    boolean mfaDelete,
    Optional<String> region,
    Map<String, String> tags,
    String seed) {

  static BucketSpec of(Bucket bucket) {
    return new BucketSpec(
        bucket.name(),
        bucket.versioning(),
        bucket.objectLock(),
        false,
        Optional.empty(),
        Map.of(),
        bucket.seed());
  }

  static BucketSpec of(BucketOptions bucket, String seed) {
    return new BucketSpec(
        bucket.name(),
        bucket.versioning(),
        bucket.hasObjectLock(),
        bucket.hasMfaDelete(),
        bucket.region(),
        bucket.tags(),
        seed);
  }

  BucketOptions toOptions() {
    BucketOptions options = BucketOptions.named(name);
    options = objectLock ? options.objectLock() : options.versioning(versioning);
    if (mfaDelete) {
      options = options.mfaDelete();
    }
    if (region.isPresent()) {
      options = options.region(region.get());
    }
    for (Map.Entry<String, String> tag : tags.entrySet()) {
      options = options.tag(tag.getKey(), tag.getValue());
    }
    return options;
  }
}

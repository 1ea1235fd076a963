package dev.s3emulator.internal.domain;

import java.util.Collection;
import java.util.Optional;
import org.pcollections.TreePMap;

/**
 * Everything that the emulator holds, as one immutable value. A snapshot is a reference to it.
 *
 * @param buckets the buckets by name, in the order of the names' bytes
 */
public record S3State(TreePMap<String, Bucket> buckets) {

  /** No buckets. */
  public static final S3State EMPTY = new S3State(TreePMap.empty());

  /** Returns the bucket with this name. */
  public Optional<Bucket> bucket(String name) {
    return Optional.ofNullable(buckets.get(name));
  }

  /**
   * Returns the bucket with this name.
   *
   * @throws S3Exception NoSuchBucket if there is none
   */
  public Bucket requireBucket(String name) {
    Bucket bucket = buckets.get(name);
    if (bucket == null) {
      throw S3Exception.noSuchBucket(name);
    }
    return bucket;
  }

  /**
   * Returns the buckets behind the name {@code after} whose names do not come before {@code from},
   * in order. Reading some of them costs no more than those.
   */
  public Collection<Bucket> bucketsBehind(String after, String from) {
    return (after.compareTo(from) >= 0 ? buckets.tailMap(after, false) : buckets.tailMap(from))
        .values();
  }

  /** Returns the state with this bucket added, or put in the place of the one of its name. */
  public S3State with(Bucket bucket) {
    return new S3State(buckets.plus(bucket.name(), bucket));
  }

  /** Returns the state without the bucket of this name. */
  public S3State without(String name) {
    return new S3State(buckets.minus(name));
  }
}

package dev.s3emulator.junit5.internal.report;

import dev.s3emulator.model.BucketView;
import dev.s3emulator.model.ObjectView;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What became of one bucket.
 *
 * @param name the name
 * @param before the bucket before, empty if it was not there
 * @param after the bucket after, empty if it is not there
 * @param keys the first keys that changed, in order
 * @param more how many further keys changed
 */
record BucketChange(
    String name,
    Optional<BucketView> before,
    Optional<BucketView> after,
    List<KeyChange> keys,
    int more) {

  /** How many changed keys of a bucket are told. */
  static final int LIMIT = 100;

  /** Returns what became of a bucket that is there before or after. */
  static BucketChange of(String name, Optional<BucketView> before, Optional<BucketView> after) {
    List<KeyChange> keys = new ArrayList<>();
    int more = 0;
    if (!before.equals(after)) {
      for (String key : changedKeys(before, after)) {
        if (keys.size() < LIMIT) {
          keys.add(KeyChange.of(key, find(before, key), find(after, key)));
        } else {
          more++;
        }
      }
    }
    return new BucketChange(name, before, after, keys, more);
  }

  /** Returns whether anything of it is another than before. */
  boolean changed() {
    return !keys.isEmpty() || !summary(before).equals(summary(after));
  }

  /** Returns what a bucket is, on one line. */
  static String summary(Optional<BucketView> bucket) {
    return bucket.map(BucketChange::summary).orElse("not there");
  }

  private static String summary(BucketView bucket) {
    return bucket.versioning().map(status -> "versioning " + status).orElse("unversioned")
        + (bucket.mfaDelete() ? ", MFA Delete" : "")
        + (bucket.objectLock() ? ", Object Lock" : "")
        + (bucket.tags().isEmpty() ? "" : ", tags " + bucket.tags())
        + ", "
        + bucket.size()
        + (bucket.size() == 1 ? " key" : " keys");
  }

  /** Both sides come in the order of their keys' bytes, but strings do not compare like that. */
  private static Set<String> changedKeys(Optional<BucketView> before, Optional<BucketView> after) {
    Set<String> changed = new LinkedHashSet<>();
    Stream.of(before, after)
        .flatMap(Optional::stream)
        .forEach(
            bucket -> {
              for (ObjectView object : bucket.objects()) {
                if (!find(before, object.key()).equals(find(after, object.key()))) {
                  changed.add(object.key());
                }
              }
            });
    return changed;
  }

  private static Optional<ObjectView> find(Optional<BucketView> bucket, String key) {
    return bucket.flatMap(present -> present.object(key));
  }
}

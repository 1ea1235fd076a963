package dev.s3emulator.internal.engine;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.S3State;
import dev.s3emulator.internal.domain.VersionEntry;
import dev.s3emulator.internal.domain.VersionStack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What was seeded, kept apart from what clients have made of it since: the state that a reset
 * returns to. An immutable value.
 *
 * @param state the seeded buckets and objects
 */
public record Baseline(S3State state) {

  /** Nothing was seeded. */
  public static final Baseline EMPTY = new Baseline(S3State.EMPTY);

  /**
   * Returns the baseline with what one seeding added: that by which {@code after} goes beyond
   * {@code before}. Entries keep their version ids.
   *
   * <p>A bucket that the seeding created replaces one that was seeded under its name. Of a bucket
   * that existed only the entries that the seeding made are taken, because older ones may be a
   * client's.
   */
  public Baseline plusSeeding(S3State before, S3State after) {
    S3State seeded = state;
    for (Bucket bucket : after.buckets().values()) {
      Bucket known = before.buckets().get(bucket.name());
      if (known == null) {
        seeded = seeded.with(bucket.withoutUploads());
      } else if (bucket.lastSequence() > known.lastSequence()
          || !bucket.settings().equals(known.settings())) {
        seeded = seeded.with(extend(seeded, known, bucket));
      }
    }
    return new Baseline(seeded);
  }

  private static Bucket extend(S3State seeded, Bucket before, Bucket after) {
    Bucket target =
        seeded
            .bucket(after.name())
            .map(bucket -> bucket.with(after.settings()))
            .orElseGet(() -> Bucket.empty(after.settings()));
    if (target.lastSequence() > before.lastSequence()) {
      // A snapshot set the bucket back behind its seeds: their numbers are taken a second time.
      return after.withoutUploads();
    }
    for (Addition addition : additions(before, after)) {
      target = target.push(addition.key(), addition.entry());
    }
    return target;
  }

  /** In the order in which they were made: the number of the last one becomes the bucket's. */
  private static List<Addition> additions(Bucket before, Bucket after) {
    List<Addition> additions = new ArrayList<>();
    for (Map.Entry<ObjectKey, VersionStack> stack : after.objects().entrySet()) {
      for (VersionEntry entry : stack.getValue().newestFirst()) {
        if (entry.sequence() <= before.lastSequence()) {
          break;
        }
        additions.add(new Addition(stack.getKey(), entry));
      }
    }
    additions.sort(Comparator.comparingLong(addition -> addition.entry().sequence()));
    return additions;
  }

  private record Addition(ObjectKey key, VersionEntry entry) {}
}

package dev.s3emulator.internal.domain;

import java.util.List;

/** One thing that was done to a state: enough to do it again. */
public sealed interface StateChange {

  /**
   * Does it again.
   *
   * @throws IllegalStateException if the state is not as it was
   */
  S3State applyTo(S3State state);

  /** A bucket was created, without anything in it. */
  record BucketCreated(BucketSettings settings) implements StateChange {
    @Override
    public S3State applyTo(S3State state) {
      return state.with(Bucket.empty(settings));
    }
  }

  /** A bucket went with all that was in it. */
  record BucketRemoved(String bucket) implements StateChange {
    @Override
    public S3State applyTo(S3State state) {
      return state.without(bucket);
    }
  }

  /**
   * A bucket was changed.
   *
   * @param changes what was done to it, in order
   */
  record BucketChanged(String bucket, List<BucketChange> changes) implements StateChange {
    @Override
    public S3State applyTo(S3State state) {
      Bucket changed =
          state
              .bucket(bucket)
              .orElseThrow(() -> new IllegalStateException("There is no bucket " + bucket));
      for (BucketChange change : changes) {
        changed = change.applyTo(changed);
      }
      return state.with(changed);
    }
  }
}

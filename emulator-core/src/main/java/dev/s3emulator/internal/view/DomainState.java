package dev.s3emulator.internal.view;

import dev.s3emulator.internal.domain.S3State;
import dev.s3emulator.model.BucketView;
import dev.s3emulator.model.StateView;
import java.util.List;
import java.util.Optional;

/** A state as users see it. */
public record DomainState(S3State state) implements StateView {

  @Override
  public List<BucketView> buckets() {
    return state.buckets().values().stream().<BucketView>map(DomainBucket::new).toList();
  }

  @Override
  public Optional<BucketView> bucket(String name) {
    return state.bucket(name).map(DomainBucket::new);
  }

  @Override
  public String toString() {
    return state.buckets().keySet().toString();
  }
}

package dev.s3emulator.model;

import java.util.List;
import java.util.Optional;

/**
 * Everything that a server held at one instant, to look at. Immutable and safe for use by many
 * threads.
 *
 * <p>A view costs nothing to take and keeps the bytes of its objects reachable as long as it lives.
 * Implemented by the emulator only; methods may be added.
 */
public interface StateView {

  /** Returns the buckets, in the order of their names. */
  List<BucketView> buckets();

  /** Returns the bucket with this name. */
  Optional<BucketView> bucket(String name);
}

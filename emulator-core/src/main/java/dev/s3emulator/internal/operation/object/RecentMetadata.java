package dev.s3emulator.internal.operation.object;

import dev.s3emulator.internal.domain.ObjectMetadata;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The metadata of recent writes, so that a million equal uploads share one value.
 *
 * <p>A value has one place, by its hash, and gives it up to the next with another value: bounded,
 * and a lost race costs one more instance. Safe for use by many threads.
 */
final class RecentMetadata {

  private static final int PLACES = 64;

  private final AtomicReferenceArray<ObjectMetadata> places = new AtomicReferenceArray<>(PLACES);

  /** Returns a value that equals {@code metadata}, the one of an earlier write if possible. */
  ObjectMetadata share(ObjectMetadata metadata) {
    int hash = metadata.hashCode();
    int place = (hash ^ hash >>> 16) & (PLACES - 1);
    ObjectMetadata recent = places.get(place);
    if (metadata.equals(recent)) {
      return recent;
    }
    places.set(place, metadata);
    return metadata;
  }
}

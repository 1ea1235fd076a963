package dev.s3emulator.internal.domain.listing;

import dev.s3emulator.internal.domain.ObjectKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects a page until it is full. Used by one thread. */
final class PageBuilder<E> {

  private final int limit;
  private final List<E> entries = new ArrayList<>();
  private final List<ObjectKey> commonPrefixes = new ArrayList<>();
  private @Nullable ObjectKey newest;
  private boolean truncated;

  PageBuilder(int limit) {
    this.limit = limit;
  }

  /** Adds an entry, or returns false when the page was full and so ends before it. */
  boolean add(ObjectKey key, E entry) {
    return take(key) && entries.add(entry);
  }

  /** Adds a common prefix, or returns false when the page was full and so ends before it. */
  boolean addCommonPrefix(ObjectKey commonPrefix) {
    return take(commonPrefix) && commonPrefixes.add(commonPrefix);
  }

  private boolean take(ObjectKey position) {
    if (entries.size() + commonPrefixes.size() == limit) {
      truncated = true;
      return false;
    }
    newest = position;
    return true;
  }

  ListingPage<E> build() {
    return new ListingPage<>(entries, commonPrefixes, truncated ? newest : null);
  }
}

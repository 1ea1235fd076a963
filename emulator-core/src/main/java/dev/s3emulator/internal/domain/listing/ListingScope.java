package dev.s3emulator.internal.domain.listing;

import dev.s3emulator.internal.domain.ObjectKey;
import org.jspecify.annotations.Nullable;

/**
 * What a listing shows, whatever it lists.
 *
 * @param prefix what every key begins with; may be empty
 * @param delimiter where keys are rolled up behind the prefix, or null; never empty
 * @param limit the largest number of entries and common prefixes together
 */
public record ListingScope(ObjectKey prefix, @Nullable ObjectKey delimiter, int limit) {

  /** Refuses an empty delimiter, which would roll every key up into the prefix. */
  public ListingScope {
    if (delimiter != null && delimiter.length() == 0) {
      throw new IllegalArgumentException("No delimiter is null, not empty");
    }
  }

  /** Returns whether a key with this name is listed, by itself or rolled up. */
  boolean contains(ObjectKey key) {
    return key.startsWith(prefix);
  }

  /** Returns what {@code key}, which this scope contains, is rolled up into, or null. */
  @Nullable ObjectKey commonPrefixOf(ObjectKey key) {
    if (delimiter == null) {
      return null;
    }
    int at = key.indexOf(delimiter, prefix.length());
    return at < 0 ? null : key.prefix(at + delimiter.length());
  }
}

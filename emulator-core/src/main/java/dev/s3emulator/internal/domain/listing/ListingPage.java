package dev.s3emulator.internal.domain.listing;

import dev.s3emulator.internal.domain.ObjectKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a listing. Entries and common prefixes are two parts of one sequence in the order of
 * their bytes, and are counted together.
 *
 * @param entries the entries, in order
 * @param commonPrefixes what keys were rolled up into, in order
 * @param last the key or common prefix with which the page ends although there is more, or null
 *     when there is no more
 */
public record ListingPage<E>(
    List<E> entries, List<ObjectKey> commonPrefixes, @Nullable ObjectKey last) {

  /** Returns whether there is more behind this page. */
  public boolean isTruncated() {
    return last != null;
  }

  /** Returns the number of entries and common prefixes. */
  public int size() {
    return entries.size() + commonPrefixes.size();
  }
}

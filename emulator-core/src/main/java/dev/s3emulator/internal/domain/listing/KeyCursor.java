package dev.s3emulator.internal.domain.listing;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.VersionStack;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * Walks the keys of a scope in order, and jumps.
 *
 * <p>It starts by one search in the tree and goes on by iterating, which costs a small constant per
 * key. Used by one thread.
 */
final class KeyCursor {

  /**
   * How many keys of a group are stepped over before the rest is jumped: a search costs about as
   * much as this many steps, and many groups are small.
   */
  private static final int STEPS_BEFORE_JUMP = 8;

  private final TreePMap<ObjectKey, VersionStack> objects;
  private final ListingScope scope;
  private Iterator<Entry<ObjectKey, VersionStack>> following = Collections.emptyIterator();
  private @Nullable Entry<ObjectKey, VersionStack> peeked;

  private KeyCursor(TreePMap<ObjectKey, VersionStack> objects, ListingScope scope) {
    this.objects = objects;
    this.scope = scope;
  }

  /**
   * Returns a cursor before the first key of the scope that is greater than {@code marker}. A
   * marker within a rolled-up group, or equal to its common prefix, stands for the whole group.
   */
  static KeyCursor after(Bucket bucket, ListingScope scope, @Nullable ObjectKey marker) {
    KeyCursor cursor = new KeyCursor(bucket.objects(), scope);
    if (marker == null || marker.compareTo(scope.prefix()) < 0) {
      cursor.seek(scope.prefix(), true);
      return cursor;
    }
    ObjectKey group = scope.contains(marker) ? scope.commonPrefixOf(marker) : null;
    if (group == null) {
      cursor.seek(marker, false);
    } else {
      cursor.seek(group.firstAfterPrefix(), true);
    }
    return cursor;
  }

  /** Returns the next key with its entries, or null when the scope has no more. */
  @Nullable Entry<ObjectKey, VersionStack> next() {
    Entry<ObjectKey, VersionStack> next = peeked;
    peeked = null;
    if (next == null && following.hasNext()) {
      next = following.next();
    }
    return next != null && scope.contains(next.getKey()) ? next : null;
  }

  /** Goes on behind all keys that start with {@code group}, as the last key returned does. */
  void skip(ObjectKey group) {
    for (int step = 0; step < STEPS_BEFORE_JUMP && following.hasNext(); step++) {
      Entry<ObjectKey, VersionStack> next = following.next();
      if (!next.getKey().startsWith(group)) {
        peeked = next;
        return;
      }
    }
    seek(group.firstAfterPrefix(), true);
  }

  private void seek(@Nullable ObjectKey first, boolean inclusive) {
    following =
        first == null
            ? Collections.emptyIterator()
            : objects.tailMap(first, inclusive).entrySet().iterator();
  }
}

package dev.s3emulator.internal.domain.listing;

import dev.s3emulator.internal.domain.ObjectKey;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * Walks the keys of a scope in order, and jumps.
 *
 * <p>To iterate costs a small constant per key; to search grows with the logarithm of the bucket.
 * So the cursor iterates from where it last searched, steps over small groups, and searches behind
 * large ones. Used by one thread.
 *
 * @param <V> what lies under a key
 */
final class KeyCursor<V> {

  /** How many keys of a group are stepped over before the rest is jumped. */
  private static final int STEPS_BEFORE_JUMP = 8;

  private final TreePMap<ObjectKey, V> objects;
  private final ListingScope scope;

  /** What is returned next, when that is known already. */
  private @Nullable Entry<ObjectKey, V> found;

  /** Where the last jump ended. */
  private ObjectKey landing;

  /** What follows; null after a jump, as between large groups nothing is iterated. */
  private @Nullable Iterator<Entry<ObjectKey, V>> following;

  private KeyCursor(TreePMap<ObjectKey, V> objects, ListingScope scope) {
    this.objects = objects;
    this.scope = scope;
    landing = scope.prefix();
  }

  /**
   * Returns a cursor before the first key of the scope that is greater than {@code marker}. A
   * marker within a rolled-up group, or equal to its common prefix, stands for the whole group.
   */
  static <V> KeyCursor<V> after(
      TreePMap<ObjectKey, V> objects, ListingScope scope, @Nullable ObjectKey marker) {
    KeyCursor<V> cursor = new KeyCursor<>(objects, scope);
    if (marker == null || marker.compareTo(scope.prefix()) < 0) {
      cursor.following = cursor.from(scope.prefix(), true);
      return cursor;
    }
    ObjectKey group = scope.contains(marker) ? scope.commonPrefixOf(marker) : null;
    if (group == null) {
      cursor.following = cursor.from(marker, false);
    } else {
      cursor.jump(group);
    }
    return cursor;
  }

  /** Returns the next key with its entries, or null when the scope has no more. */
  @Nullable Entry<ObjectKey, V> next() {
    Entry<ObjectKey, V> next = found;
    found = null;
    if (next == null) {
      if (following == null) {
        following = from(landing, false);
      }
      next = following.hasNext() ? following.next() : null;
    }
    return next != null && scope.contains(next.getKey()) ? next : null;
  }

  /** Goes on behind all keys that start with {@code group}, as the one returned last does. */
  void skip(ObjectKey group) {
    if (following != null) {
      for (int step = 0; step < STEPS_BEFORE_JUMP && following.hasNext(); step++) {
        Entry<ObjectKey, V> next = following.next();
        if (!next.getKey().startsWith(group)) {
          found = next;
          return;
        }
      }
    }
    jump(group);
  }

  private void jump(ObjectKey group) {
    ObjectKey first = group.firstAfterPrefix();
    Entry<ObjectKey, V> next = first == null ? null : objects.ceilingEntry(first);
    if (next == null) {
      following = Collections.emptyIterator();
    } else {
      found = next;
      landing = next.getKey();
      following = null;
    }
  }

  private Iterator<Entry<ObjectKey, V>> from(ObjectKey first, boolean inclusive) {
    return objects.tailMap(first, inclusive).entrySet().iterator();
  }
}

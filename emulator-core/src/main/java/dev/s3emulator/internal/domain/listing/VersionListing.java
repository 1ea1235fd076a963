package dev.s3emulator.internal.domain.listing;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.VersionEntry;
import dev.s3emulator.internal.domain.VersionId;
import dev.s3emulator.internal.domain.VersionStack;
import java.util.List;
import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;

/**
 * The rule of listing every version and delete marker: keys in order, the entries of a key newest
 * first.
 */
public final class VersionListing {

  private VersionListing() {}

  /**
   * Returns a page.
   *
   * @param marker after what the page begins, or null
   */
  public static ListingPage<ListedVersion> page(
      Bucket bucket, ListingScope scope, @Nullable VersionMarker marker) {
    PageBuilder<ListedVersion> page = new PageBuilder<>(scope.limit());
    if (scope.limit() == 0) {
      // S3 says of a page of nothing that there is no more.
      return page.build();
    }
    boolean more = marker == null || addRest(page, bucket, scope, marker);
    KeyCursor<VersionStack> cursor =
        KeyCursor.after(bucket.objects(), scope, marker == null ? null : marker.key());
    while (more) {
      Entry<ObjectKey, VersionStack> next = cursor.next();
      more = next != null && add(page, next.getKey(), next.getValue(), scope, cursor);
    }
    return page.build();
  }

  private static boolean add(
      PageBuilder<ListedVersion> page,
      ObjectKey key,
      VersionStack stack,
      ListingScope scope,
      KeyCursor<VersionStack> cursor) {
    ObjectKey commonPrefix = scope.commonPrefixOf(key);
    if (commonPrefix == null) {
      return addAll(page, key, stack, stack.newestFirst());
    }
    cursor.skip(commonPrefix);
    return page.addCommonPrefix(commonPrefix);
  }

  /** Adds what the page before left of the key that it ended with. */
  private static boolean addRest(
      PageBuilder<ListedVersion> page, Bucket bucket, ListingScope scope, VersionMarker marker) {
    ObjectKey key = marker.key();
    VersionId versionId = marker.versionId();
    if (versionId == null || !scope.contains(key) || scope.commonPrefixOf(key) != null) {
      return true;
    }
    VersionStack stack = bucket.objects().get(key);
    return stack == null || addAll(page, key, stack, olderThan(stack, versionId));
  }

  /**
   * Returns the entries behind a version id, whose entry need not exist any more: the id says where
   * it was. Only the id {@code null} does not. When its entry is gone, the key is listed from its
   * newest entry: a client that empties a bucket page by page, which is how the entry went, then
   * sees all that is left, and nobody misses one.
   */
  private static Iterable<VersionEntry> olderThan(VersionStack stack, VersionId versionId) {
    if (!versionId.isNull()) {
      return stack.olderThan(versionId.sequence());
    }
    return stack
        .find(VersionId.NULL)
        .map(entry -> stack.olderThan(entry.sequence()))
        .orElseGet(stack::newestFirst);
  }

  private static boolean addAll(
      PageBuilder<ListedVersion> page,
      ObjectKey key,
      VersionStack stack,
      Iterable<VersionEntry> entries) {
    VersionEntry current = stack.current();
    for (VersionEntry entry : entries) {
      if (!page.add(key, new ListedVersion(key, entry, entry == current))) {
        return false;
      }
    }
    return true;
  }

  /** Returns the id that a page names as its end, or null when it ends with a common prefix. */
  public static @Nullable VersionId lastVersionId(ListingPage<ListedVersion> page) {
    List<ListedVersion> entries = page.entries();
    if (entries.isEmpty()) {
      return null;
    }
    // A key that is listed by itself is never equal to a common prefix.
    ListedVersion last = entries.get(entries.size() - 1);
    return last.key().equals(page.last()) ? last.entry().versionId() : null;
  }
}

package dev.s3emulator.internal.domain.listing;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.ObjectVersion;
import dev.s3emulator.internal.domain.VersionStack;
import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;

/**
 * The rule of listing the objects of a bucket: ListObjects in both versions.
 *
 * <p>A key that is hidden by a delete marker is no part of it, and a common prefix is only there if
 * some key in it is visible. A page costs a search and a step per key, and a search per common
 * prefix. Only keys that delete markers hide make it cost more: each is one step.
 */
public final class ObjectListing {

  private ObjectListing() {}

  /**
   * Returns a page.
   *
   * @param after the key or common prefix after which the page begins, or null
   */
  public static ListingPage<ListedObject> page(
      Bucket bucket, ListingScope scope, @Nullable ObjectKey after) {
    PageBuilder<ListedObject> page = new PageBuilder<>(scope.limit());
    if (scope.limit() == 0) {
      // S3 says of a page of nothing that there is no more.
      return page.build();
    }
    KeyCursor<VersionStack> cursor = KeyCursor.after(bucket.objects(), scope, after);
    boolean more = true;
    while (more) {
      Entry<ObjectKey, VersionStack> next = cursor.next();
      more = next != null && add(page, next.getKey(), next.getValue(), scope, cursor);
    }
    return page.build();
  }

  private static boolean add(
      PageBuilder<ListedObject> page,
      ObjectKey key,
      VersionStack stack,
      ListingScope scope,
      KeyCursor<VersionStack> cursor) {
    if (!(stack.current() instanceof ObjectVersion visible)) {
      return true;
    }
    ObjectKey commonPrefix = scope.commonPrefixOf(key);
    if (commonPrefix == null) {
      return page.add(key, new ListedObject(key, visible));
    }
    cursor.skip(commonPrefix);
    return page.addCommonPrefix(commonPrefix);
  }
}

package dev.s3emulator.internal.domain.listing;

import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.Upload;
import dev.s3emulator.internal.domain.UploadId;
import dev.s3emulator.internal.domain.Uploads;
import java.util.Collection;
import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/** The rule of listing open uploads: keys in order, the uploads to a key in order of initiation. */
public final class UploadListing {

  private UploadListing() {}

  /**
   * Returns a page.
   *
   * @param marker after what the page begins, or null
   */
  public static ListingPage<Upload> page(
      Uploads uploads, ListingScope scope, @Nullable UploadMarker marker) {
    PageBuilder<Upload> page = new PageBuilder<>(scope.limit());
    if (scope.limit() == 0) {
      // S3 says of a page of nothing that there is no more.
      return page.build();
    }
    boolean more = marker == null || addRest(page, uploads, scope, marker);
    KeyCursor<TreePMap<Long, Upload>> cursor =
        KeyCursor.after(uploads.open(), scope, marker == null ? null : marker.key());
    while (more) {
      Entry<ObjectKey, TreePMap<Long, Upload>> next = cursor.next();
      more = next != null && add(page, next.getKey(), next.getValue(), scope, cursor);
    }
    return page.build();
  }

  private static boolean add(
      PageBuilder<Upload> page,
      ObjectKey key,
      TreePMap<Long, Upload> ofKey,
      ListingScope scope,
      KeyCursor<TreePMap<Long, Upload>> cursor) {
    ObjectKey commonPrefix = scope.commonPrefixOf(key);
    if (commonPrefix == null) {
      return addAll(page, key, ofKey.values());
    }
    cursor.skip(commonPrefix);
    return page.addCommonPrefix(commonPrefix);
  }

  /** Adds what the page before left of the key that it ended with. */
  private static boolean addRest(
      PageBuilder<Upload> page, Uploads uploads, ListingScope scope, UploadMarker marker) {
    ObjectKey key = marker.key();
    UploadId id = marker.id();
    TreePMap<Long, Upload> ofKey = uploads.open().get(key);
    if (id == null || ofKey == null || !scope.contains(key) || scope.commonPrefixOf(key) != null) {
      return true;
    }
    return addAll(page, key, ofKey.tailMap(id.sequence(), false).values());
  }

  private static boolean addAll(
      PageBuilder<Upload> page, ObjectKey key, Collection<Upload> uploads) {
    for (Upload upload : uploads) {
      if (!page.add(key, upload)) {
        return false;
      }
    }
    return true;
  }
}

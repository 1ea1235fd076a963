package dev.s3emulator.internal.domain.listing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.VersionEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whatever the bucket and the page size, paging gives what a naive scan of all keys gives: random
 * buckets with many common beginnings, hidden keys, and histories.
 */
class ListingPagingTest {

  private static final String[] PARTS = {"a", "b", "/", "//", "%", " ", "\uFFFF", "\uD83D\uDE00"};

  /** The tests' own order, so that they do not rest on the order of {@link ObjectKey}. */
  private static final Comparator<String> BY_BYTES =
      (one, other) -> Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8));

  @ParameterizedTest
  @CsvSource({
    "1, '', ",
    "2, '', /",
    "3, a, /",
    "4, a/, /",
    "5, /, /",
    "6, '', //",
    "7, '', b",
    "8, b, ",
    "9, a, '%'",
    "10, '', '\uD83D\uDE00'",
    "11, none, /",
    "12, '', a/"
  })
  void pagesOfObjectsMakeTheWhole(long seed, String prefix, @Nullable String delimiter) {
    Bucket bucket = randomBucket(seed);
    List<String> expected = scanObjects(bucket, prefix, delimiter);

    for (int limit = 1; limit <= expected.size() + 1; limit++) {
      assertThat(pageObjects(bucket, scope(prefix, delimiter, limit)))
          .as("page size %s", limit)
          .isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "21, '', ",
    "22, '', /",
    "23, a, /",
    "24, a/, /",
    "25, /, /",
    "26, '', //",
    "27, '', b",
    "28, b, ",
    "29, a, '%'",
    "30, '', '\uD83D\uDE00'",
    "31, none, /",
    "32, '', a/"
  })
  void pagesOfVersionsMakeTheWhole(long seed, String prefix, @Nullable String delimiter) {
    Bucket bucket = randomBucket(seed);
    List<String> expected = scanVersions(bucket, prefix, delimiter);

    for (int limit = 1; limit <= expected.size() + 1; limit++) {
      assertThat(pageVersions(bucket, scope(prefix, delimiter, limit)))
          .as("page size %s", limit)
          .isEqualTo(expected);
    }
  }

  private static Bucket randomBucket(long seed) {
    Random random = new Random(seed);
    ListedBucket bucket = new ListedBucket();
    for (int i = 0; i < 150; i++) {
      StringBuilder key = new StringBuilder(PARTS[random.nextInt(PARTS.length)]);
      for (int part = random.nextInt(5); part > 0; part--) {
        key.append(PARTS[random.nextInt(PARTS.length)]);
      }
      switch (random.nextInt(5)) {
        case 0 -> bucket.putNull(key.toString());
        case 1 -> bucket.hide(key.toString());
        default -> bucket.put(key.toString());
      }
    }
    return bucket.bucket();
  }

  private static ListingScope scope(String prefix, @Nullable String delimiter, int limit) {
    return new ListingScope(
        ObjectKey.of(prefix), delimiter == null ? null : ObjectKey.of(delimiter), limit);
  }

  private static List<String> scanObjects(
      Bucket bucket, String prefix, @Nullable String delimiter) {
    LinkedHashSet<String> found = new LinkedHashSet<>();
    for (String key : sortedKeys(bucket, prefix)) {
      VersionEntry current = bucket.current(ObjectKey.of(key)).orElseThrow();
      if (!current.isDeleteMarker()) {
        String group = group(key, prefix, delimiter);
        found.add(group == null ? key + " " + current.versionId() : group);
      }
    }
    return List.copyOf(found);
  }

  private static List<String> scanVersions(
      Bucket bucket, String prefix, @Nullable String delimiter) {
    LinkedHashSet<String> found = new LinkedHashSet<>();
    for (String key : sortedKeys(bucket, prefix)) {
      String group = group(key, prefix, delimiter);
      for (VersionEntry entry : bucket.stack(ObjectKey.of(key)).orElseThrow().newestFirst()) {
        found.add(group == null ? key + " " + entry.versionId() : group);
      }
    }
    return List.copyOf(found);
  }

  private static SortedSet<String> sortedKeys(Bucket bucket, String prefix) {
    TreeSet<String> keys = new TreeSet<>(BY_BYTES);
    bucket.objects().keySet().forEach(key -> keys.add(key.toString()));
    keys.removeIf(key -> !key.startsWith(prefix));
    return keys;
  }

  private static @Nullable String group(String key, String prefix, @Nullable String delimiter) {
    int at = delimiter == null ? -1 : key.indexOf(delimiter, prefix.length());
    return delimiter == null || at < 0 ? null : key.substring(0, at + delimiter.length());
  }

  private static List<String> pageObjects(Bucket bucket, ListingScope scope) {
    List<String> found = new ArrayList<>();
    ListingPage<ListedObject> page;
    ObjectKey after = null;
    do {
      page = ObjectListing.page(bucket, scope, after);
      requirePage(page, scope.limit(), found);
      found.addAll(
          merge(
              page.commonPrefixes(),
              page.entries().stream()
                  .map(o -> Map.entry(o.key(), o.version().versionId().toString()))
                  .toList()));
      // As a client does it: the position travels as an opaque token.
      after =
          page.last() == null
              ? null
              : ContinuationToken.parse(ContinuationToken.issue(page.last()));
    } while (page.isTruncated());
    return found;
  }

  private static List<String> pageVersions(Bucket bucket, ListingScope scope) {
    List<String> found = new ArrayList<>();
    ListingPage<ListedVersion> page;
    VersionMarker marker = null;
    do {
      page = VersionListing.page(bucket, scope, marker);
      requirePage(page, scope.limit(), found);
      found.addAll(
          merge(
              page.commonPrefixes(),
              page.entries().stream()
                  .map(v -> Map.entry(v.key(), v.entry().versionId().toString()))
                  .toList()));
      marker =
          page.last() == null
              ? null
              : new VersionMarker(page.last(), VersionListing.lastVersionId(page));
    } while (page.isTruncated());
    return found;
  }

  private static void requirePage(ListingPage<?> page, int limit, List<String> found) {
    assertThat(found).as("pages without end").hasSizeLessThan(1000);
    if (page.isTruncated()) {
      assertThat(page.size()).isEqualTo(limit);
    } else {
      assertThat(page.size()).isLessThanOrEqualTo(limit);
    }
  }

  /** Merges the two parts of a page into the sequence that they are. */
  private static List<String> merge(
      List<ObjectKey> prefixes, List<Map.Entry<ObjectKey, String>> entries) {
    List<Map.Entry<ObjectKey, String>> all = new ArrayList<>();
    prefixes.forEach(prefix -> all.add(Map.entry(prefix, "")));
    all.addAll(entries);
    all.sort(Map.Entry.comparingByKey());
    return all.stream()
        .map(e -> e.getValue().isEmpty() ? e.getKey().toString() : e.getKey() + " " + e.getValue())
        .toList();
  }
}

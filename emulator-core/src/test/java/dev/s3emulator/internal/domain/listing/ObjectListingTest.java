package dev.s3emulator.internal.domain.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.s3emulator.internal.domain.ObjectKey;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages of objects (xml-shapes A.3, recorded-answers 10). */
class ObjectListingTest {

  @Test
  void emptyBucketHasAnEmptyPage() {
    ListingPage<ListedObject> page = page(new ListedBucket(), "", null, 1000, null);

    assertThat(page.size()).isZero();
    assertThat(page.isTruncated()).isFalse();
  }

  @Test
  void keysOrderByTheirBytes() {
    // U+FFFF sorts behind an emoji in UTF-16 units, but before it in UTF-8.
    ListedBucket bucket =
        ListedBucket.of("\uD83D\uDE00", "\uFFFF", "b", "a//b", "a/", "a", "A", "%", "+", " ", "~");

    assertThat(keys(page(bucket, "", null, 1000, null)))
        .containsExactly(" ", "%", "+", "A", "a", "a/", "a//b", "b", "~", "\uFFFF", "\uD83D\uDE00");
  }

  @Test
  void keysAndCommonPrefixesAreCountedTogether() {
    ListedBucket bucket = ListedBucket.of("a", "b/1", "b/2", "c", "d/1", "e");

    ListingPage<ListedObject> page = page(bucket, "", "/", 3, null);

    assertThat(keys(page)).containsExactly("a", "c");
    assertThat(prefixes(page)).containsExactly("b/");
    assertThat(page.last()).isEqualTo(ObjectKey.of("c"));
    assertThat(page.size()).isEqualTo(3);
  }

  @Test
  void pageThatTakesEverythingIsNotTruncated() {
    ListedBucket bucket = ListedBucket.of("a", "b/1", "b/2");

    assertThat(page(bucket, "", "/", 2, null).isTruncated()).isFalse();
    assertThat(page(bucket, "", null, 3, null).isTruncated()).isFalse();
    assertThat(page(bucket, "", null, 2, null).isTruncated()).isTrue();
  }

  @Test
  void pageOfNothingIsNotTruncated() {
    ListingPage<ListedObject> page = page(ListedBucket.of("a"), "", null, 0, null);

    assertThat(page.size()).isZero();
    assertThat(page.isTruncated()).isFalse();
  }

  @Test
  void onlyHiddenKeysBehindAFullPageAreNoMore() {
    ListedBucket bucket = ListedBucket.of("a", "b", "c/1");
    bucket.hide("b");
    bucket.hide("c/1");

    assertThat(page(bucket, "", "/", 1, null).isTruncated()).isFalse();
  }

  @Test
  void keysUnderDeleteMarkersAreSkipped() {
    ListedBucket bucket = ListedBucket.of("a", "b", "c");
    bucket.hide("b");
    bucket.hide("never-was");

    assertThat(keys(page(bucket, "", null, 1000, null))).containsExactly("a", "c");
  }

  @Test
  void commonPrefixExistsOnlyIfItHoldsAVisibleKey() {
    ListedBucket bucket = ListedBucket.of("a/1", "a/2", "b/1", "b/2", "c/1");
    bucket.hide("a/1");
    bucket.hide("a/2");
    bucket.hide("b/1");

    assertThat(prefixes(page(bucket, "", "/", 1000, null))).containsExactly("b/", "c/");
  }

  @Test
  void largeGroupIsSkippedWhole() {
    ListedBucket bucket = new ListedBucket();
    IntStream.range(0, 100).forEach(i -> bucket.put("b/" + i));
    bucket.put("a");
    bucket.put("b0");
    bucket.put("c/1");

    ListingPage<ListedObject> page = page(bucket, "", "/", 1000, null);

    assertThat(keys(page)).containsExactly("a", "b0");
    assertThat(prefixes(page)).containsExactly("b/", "c/");
  }

  @Test
  void hiddenKeysAfterALargeGroupStayHidden() {
    ListedBucket bucket = new ListedBucket();
    IntStream.range(0, 100).forEach(i -> bucket.put("b/" + i));
    bucket.put("c");
    bucket.hide("c");
    bucket.put("d");

    assertThat(keys(page(bucket, "", "/", 1000, null))).containsExactly("d");
  }

  @Test
  void prefixSelectsAndMayBeAKeyItself() {
    ListedBucket bucket = ListedBucket.of("a", "ab", "a/", "a/b", "b");

    assertThat(keys(page(bucket, "a", null, 1000, null))).containsExactly("a", "a/", "a/b", "ab");
    assertThat(keys(page(bucket, "a/", null, 1000, null))).containsExactly("a/", "a/b");
    assertThat(keys(page(bucket, "c", null, 1000, null))).isEmpty();
  }

  @Test
  void keyEqualToThePrefixIsNotRolledUp() {
    ListedBucket bucket = ListedBucket.of("a/", "a//b", "a/b", "a/b/c");

    ListingPage<ListedObject> page = page(bucket, "a/", "/", 1000, null);

    assertThat(keys(page)).containsExactly("a/", "a/b");
    assertThat(prefixes(page)).containsExactly("a//", "a/b/");
  }

  @Test
  void delimiterOverlappingThePrefixIsNoDelimiter() {
    ListedBucket bucket = ListedBucket.of("a::b", "a:::b");

    ListingPage<ListedObject> page = page(bucket, "a:", "::", 1000, null);

    assertThat(keys(page)).containsExactly("a::b");
    assertThat(prefixes(page)).containsExactly("a:::");
  }

  @Test
  void delimiterMayHaveSeveralCharactersOrBeginKeys() {
    ListedBucket bucket = ListedBucket.of("/a", "/b", "x--y--z", "x-y", "ä€z");

    assertThat(prefixes(page(bucket, "", "/", 1000, null))).containsExactly("/");
    assertThat(prefixes(page(bucket, "", "--", 1000, null))).containsExactly("x--");
    assertThat(prefixes(page(bucket, "", "€", 1000, null))).containsExactly("ä€");
  }

  @Test
  void emptyDelimiterIsRefused() {
    ObjectKey empty = ObjectKey.of("");

    assertThatThrownBy(() -> new ListingScope(empty, empty, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "a, 'c,d', 'b/'",
    "b, 'c,d', 'b/'",
    "b., 'c,d', 'b/'",
    "b/, 'c,d', ''",
    "b/1, 'c,d', ''",
    "b/zzz, 'c,d', ''",
    "b0, 'c,d', ''",
    "c, 'd', ''",
    "zzz, '', ''"
  })
  void markerWithinAGroupStandsForTheWholeGroup(String marker, String keys, String prefixes) {
    ListedBucket bucket = ListedBucket.of("a", "b/1", "b/2", "c", "d");

    ListingPage<ListedObject> page = page(bucket, "", "/", 1000, marker);

    assertThat(String.join(",", keys(page))).isEqualTo(keys);
    assertThat(String.join(",", prefixes(page))).isEqualTo(prefixes);
  }

  @Test
  void markerOutsideThePrefixBoundsNothingOrEverything() {
    ListedBucket bucket = ListedBucket.of("a", "b/1", "b/2", "c");

    assertThat(keys(page(bucket, "b/", null, 1000, "a/x"))).containsExactly("b/1", "b/2");
    assertThat(keys(page(bucket, "b/", null, 1000, "b"))).containsExactly("b/1", "b/2");
    assertThat(keys(page(bucket, "b/", null, 1000, "c"))).isEmpty();
    assertThat(keys(page(bucket, "b/", "/", 1000, "a/x"))).containsExactly("b/1", "b/2");
  }

  @Test
  void markerNeedNotExist() {
    assertThat(keys(page(ListedBucket.of("a", "c"), "", null, 1000, "b"))).containsExactly("c");
    assertThat(keys(page(ListedBucket.of("a", "c"), "", null, 1000, ""))).containsExactly("a", "c");
  }

  private static ListingPage<ListedObject> page(
      ListedBucket bucket,
      String prefix,
      @Nullable String delimiter,
      int limit,
      @Nullable String after) {
    return ObjectListing.page(
        bucket.bucket(),
        new ListingScope(
            ObjectKey.of(prefix), delimiter == null ? null : ObjectKey.of(delimiter), limit),
        after == null ? null : ObjectKey.of(after));
  }

  private static List<String> keys(ListingPage<ListedObject> page) {
    return page.entries().stream().map(object -> object.key().toString()).toList();
  }

  private static List<String> prefixes(ListingPage<ListedObject> page) {
    return page.commonPrefixes().stream().map(ObjectKey::toString).toList();
  }
}

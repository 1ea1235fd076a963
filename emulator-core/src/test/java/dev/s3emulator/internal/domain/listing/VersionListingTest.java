package dev.s3emulator.internal.domain.listing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.VersionId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Pages of versions and delete markers (xml-shapes A.5, recorded-answers 10). */
class VersionListingTest {

  private final ListedBucket bucket = new ListedBucket();

  @Test
  void keysAscendAndTheEntriesOfAKeyDescendInAge() {
    VersionId b1 = bucket.put("b");
    VersionId a1 = bucket.put("a");
    VersionId b2 = bucket.hide("b");
    VersionId b3 = bucket.put("b");
    VersionId a2 = bucket.hide("a");

    ListingPage<ListedVersion> page = page("", null, 1000, null, null);

    assertThat(ids(page)).containsExactly(a2, a1, b3, b2, b1);
    assertThat(page.entries().stream().map(ListedVersion::latest))
        .containsExactly(true, false, true, false, false);
    assertThat(page.entries().get(0).entry().isDeleteMarker()).isTrue();
    assertThat(page.isTruncated()).isFalse();
  }

  @Test
  void pageMayEndWithinAKey() {
    VersionId first = bucket.put("k");
    VersionId second = bucket.put("k");
    VersionId third = bucket.put("k");

    ListingPage<ListedVersion> page = page("", null, 2, null, null);

    assertThat(ids(page)).containsExactly(third, second);
    assertThat(page.last()).isEqualTo(ObjectKey.of("k"));
    assertThat(VersionListing.lastVersionId(page)).isEqualTo(second);
    ListingPage<ListedVersion> next = page("", null, 2, "k", second);
    assertThat(ids(next)).containsExactly(first);
    assertThat(next.entries().get(0).latest()).isFalse();
    assertThat(next.isTruncated()).isFalse();
  }

  @Test
  void keyMarkerAloneSkipsAllEntriesOfTheKey() {
    bucket.put("a");
    bucket.put("a");
    VersionId b = bucket.put("b");

    assertThat(ids(page("", null, 1000, "a", null))).containsExactly(b);
  }

  @Test
  void markerOfADeletedVersionIsStillItsPlace() {
    VersionId first = bucket.put("k");
    VersionId second = bucket.put("k");
    bucket.put("k");
    bucket.remove("k", second);

    assertThat(ids(page("", null, 1000, "k", second))).containsExactly(first);
  }

  @Test
  void markerOfAKeyThatIsGoneGoesOnWithTheNext() {
    VersionId gone = bucket.put("k");
    VersionId next = bucket.put("l");
    bucket.remove("k", gone);

    assertThat(ids(page("", null, 1000, "k", gone))).containsExactly(next);
    assertThat(ids(page("", null, 1000, "k", VersionId.NULL))).containsExactly(next);
  }

  @Test
  void nullMarkerIsThePlaceOfTheNullEntry() {
    VersionId oldest = bucket.put("k");
    bucket.putNull("k");
    bucket.put("k");

    assertThat(ids(page("", null, 1000, "k", VersionId.NULL))).containsExactly(oldest);
  }

  @Test
  void nullMarkerWithoutNullEntryListsTheWholeKey() {
    VersionId first = bucket.put("k");
    VersionId second = bucket.put("k");

    assertThat(ids(page("", null, 1000, "k", VersionId.NULL))).containsExactly(second, first);
  }

  @Test
  void hiddenKeysMakeACommonPrefix() {
    bucket.put("a/1");
    bucket.hide("a/1");
    bucket.hide("b/1");

    assertThat(page("", "/", 1000, null, null).commonPrefixes())
        .containsExactly(ObjectKey.of("a/"), ObjectKey.of("b/"));
  }

  @Test
  void pageThatEndsWithACommonPrefixNamesNoVersion() {
    VersionId a = bucket.put("a");
    bucket.put("b/1");
    bucket.put("b/2");
    VersionId c = bucket.put("c");

    ListingPage<ListedVersion> page = page("", "/", 2, null, null);

    assertThat(ids(page)).containsExactly(a);
    assertThat(page.last()).isEqualTo(ObjectKey.of("b/"));
    assertThat(VersionListing.lastVersionId(page)).isNull();
    assertThat(ids(page("", "/", 2, "b/", null))).containsExactly(c);
  }

  @Test
  void markerWithinAGroupSkipsItWhateverTheVersion() {
    VersionId inGroup = bucket.put("b/1");
    bucket.put("b/1");
    VersionId c = bucket.put("c");

    ListingPage<ListedVersion> page = page("", "/", 1000, "b/1", inGroup);

    assertThat(ids(page)).containsExactly(c);
    assertThat(page.commonPrefixes()).isEmpty();
  }

  @Test
  void markerOutsideThePrefixAddsNothing() {
    VersionId old = bucket.put("a");
    bucket.put("a");
    VersionId b = bucket.put("b");

    assertThat(ids(page("b", null, 1000, "a", old))).containsExactly(b);
    assertThat(ids(page("b", null, 1000, "c", old))).isEmpty();
  }

  @Test
  void pageOfNothingIsNotTruncated() {
    bucket.put("a");

    ListingPage<ListedVersion> page = page("", null, 0, null, null);

    assertThat(page.size()).isZero();
    assertThat(page.isTruncated()).isFalse();
    assertThat(VersionListing.lastVersionId(page)).isNull();
  }

  private ListingPage<ListedVersion> page(
      String prefix,
      @Nullable String delimiter,
      int limit,
      @Nullable String key,
      @Nullable VersionId id) {
    return VersionListing.page(
        bucket.bucket(),
        new ListingScope(
            ObjectKey.of(prefix), delimiter == null ? null : ObjectKey.of(delimiter), limit),
        key == null ? null : new VersionMarker(ObjectKey.of(key), id));
  }

  private static List<VersionId> ids(ListingPage<ListedVersion> page) {
    return page.entries().stream().map(version -> version.entry().versionId()).toList();
  }
}

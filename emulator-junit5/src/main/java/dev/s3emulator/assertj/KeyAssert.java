package dev.s3emulator.assertj;

import dev.s3emulator.junit5.internal.VersionStacks;
import dev.s3emulator.junit5.internal.Visible;
import dev.s3emulator.model.BucketView;
import dev.s3emulator.model.ObjectView;
import dev.s3emulator.model.VersionView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about a key and its versions as they were when they began. Each failure prints the
 * versions. Those about content, metadata, tags and locks are about the newest version. Not safe
 * for use by many threads.
 */
public final class KeyAssert extends AbstractAssert<KeyAssert, Optional<ObjectView>> {

  private final BucketView bucket;
  private final String key;
  private final Instant now;

  KeyAssert(BucketView bucket, String key, Instant now) {
    super(bucket.object(key), KeyAssert.class);
    this.bucket = bucket;
    this.key = key;
    this.now = now;
  }

  /** Verifies that a plain GET finds an object. */
  public KeyAssert exists() {
    newest();
    return this;
  }

  /** Verifies that there is nothing under the key: no object, no version, no delete marker. */
  public KeyAssert hasNothing() {
    if (actual.isPresent()) {
      throw fail("to have nothing");
    }
    return this;
  }

  /** Verifies that the newest entry is a delete marker, so that a plain GET answers 404. */
  public KeyAssert isHiddenByDeleteMarker() {
    if (actual.isEmpty() || !actual.get().hiddenByDeleteMarker()) {
      throw fail("to be hidden by a delete marker");
    }
    return this;
  }

  /** Verifies the number of object versions. Delete markers do not count. */
  public KeyAssert hasVersions(int count) {
    return hasEntries(count, false, "version");
  }

  /** Verifies the number of delete markers. */
  public KeyAssert hasDeleteMarkers(int count) {
    return hasEntries(count, true, "delete marker");
  }

  /** Verifies that there is a version or delete marker with the id {@code null}. */
  public KeyAssert hasNullVersion() {
    if (entries().stream().noneMatch(version -> version.versionId().equals("null"))) {
      throw fail("to have a null version");
    }
    return this;
  }

  /** Verifies that no version and no delete marker has the id {@code null}. */
  public KeyAssert hasNoNullVersion() {
    if (entries().stream().anyMatch(version -> version.versionId().equals("null"))) {
      throw fail("to have no null version");
    }
    return this;
  }

  /** Verifies that there is a version or delete marker with this id, and goes on with it. */
  public VersionAssert version(String versionId) {
    VersionView version =
        actual
            .flatMap(object -> object.version(versionId))
            .orElseThrow(() -> fail("to have the version " + versionId));
    return assertVersion(version);
  }

  /** Verifies that a plain GET finds an object, and goes on with it. */
  public VersionAssert newestVersion() {
    return assertVersion(newest());
  }

  /** Verifies that the newest version is an object with this content in UTF-8. */
  public KeyAssert hasContent(String expected) {
    newestVersion().hasContent(expected);
    return this;
  }

  /** Verifies that the newest version is an object with this content. */
  public KeyAssert hasContent(byte[] expected) {
    newestVersion().hasContent(expected);
    return this;
  }

  /** Verifies that the newest version is an object with this user metadata among others. */
  public KeyAssert hasMetadata(String name, String value) {
    newestVersion().hasMetadata(name, value);
    return this;
  }

  /** Verifies that the newest version is an object with exactly these tags. */
  public KeyAssert hasTags(Map<String, String> expected) {
    newestVersion().hasTags(expected);
    return this;
  }

  /** Verifies that the newest version is an object that Object Lock keeps from being deleted. */
  public KeyAssert isLocked() {
    newestVersion().isLocked();
    return this;
  }

  /** Verifies that the newest version is an object that no lock keeps from being deleted. */
  public KeyAssert isNotLocked() {
    newestVersion().isNotLocked();
    return this;
  }

  private KeyAssert hasEntries(int count, boolean markers, String noun) {
    long found = entries().stream().filter(version -> version.deleteMarker() == markers).count();
    if (found != count) {
      throw fail("to have " + Failures.count(count, noun) + " and not " + found);
    }
    return this;
  }

  private List<VersionView> entries() {
    return actual.map(ObjectView::versions).orElse(List.of());
  }

  private VersionView newest() {
    return actual
        .map(ObjectView::current)
        .filter(version -> !version.deleteMarker())
        .orElseThrow(() -> fail("to have an object"));
  }

  private VersionAssert assertVersion(VersionView version) {
    return new VersionAssert(version, stack(), now).as(info.description());
  }

  private AssertionError fail(String expectation) {
    return Failures.of(
        info,
        "Expected key \"" + Visible.of(key) + "\" " + expectation + ", but there is:\n" + stack());
  }

  private String stack() {
    return VersionStacks.of(bucket.name(), key, actual);
  }
}

package dev.s3emulator.assertj;

import dev.s3emulator.Versioning;
import dev.s3emulator.junit5.internal.Visible;
import dev.s3emulator.model.BucketView;
import dev.s3emulator.model.ObjectView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.AbstractAssert;

/** Assertions about a bucket as it was when they began. Not safe for use by many threads. */
public final class BucketAssert extends AbstractAssert<BucketAssert, BucketView> {

  private final Instant now;

  BucketAssert(BucketView actual, Instant now) {
    super(actual, BucketAssert.class);
    this.now = now;
  }

  /** Verifies that a listing shows exactly these keys: objects not hidden by a delete marker. */
  public BucketAssert containsOnlyKeys(String... keys) {
    Set<String> missing = new LinkedHashSet<>(List.of(keys));
    Set<String> unexpected = new LinkedHashSet<>(actual.keys());
    unexpected.removeAll(missing);
    actual.keys().forEach(missing::remove);
    if (!missing.isEmpty() || !unexpected.isEmpty()) {
      throw failure("to contain only the keys", List.of(keys), missing, unexpected);
    }
    return this;
  }

  /** Verifies that a listing shows these keys, and maybe others. */
  public BucketAssert containsKeys(String... keys) {
    Set<String> missing = new LinkedHashSet<>(List.of(keys));
    actual.keys().forEach(missing::remove);
    if (!missing.isEmpty()) {
      throw failure("to contain the keys", List.of(keys), missing, Set.of());
    }
    return this;
  }

  /** Verifies that a listing shows none of these keys; they may have hidden versions. */
  public BucketAssert doesNotContainKeys(String... keys) {
    Set<String> unexpected = new LinkedHashSet<>(List.of(keys));
    unexpected.retainAll(actual.keys());
    if (!unexpected.isEmpty()) {
      throw failure("not to contain the keys", List.of(keys), Set.of(), unexpected);
    }
    return this;
  }

  /** Verifies that there is nothing in the bucket: no object, no version, no delete marker. */
  public BucketAssert isEmpty() {
    if (actual.size() != 0) {
      throw fail("to be empty, but it has:" + contents());
    }
    return this;
  }

  /** Verifies the versioning state. */
  public BucketAssert hasVersioning(Versioning expected) {
    String versioning =
        actual.versioning().map(status -> status.toUpperCase(Locale.ROOT)).orElse("UNVERSIONED");
    if (!versioning.equals(expected.name())) {
      throw fail("to have the versioning state " + expected + ", but it is " + versioning + ".");
    }
    return this;
  }

  /** Verifies that the bucket has exactly these tags. */
  public BucketAssert hasTags(Map<String, String> expected) {
    if (!actual.tags().equals(expected)) {
      throw fail("to have the tags " + expected + ", but it has " + actual.tags() + ".");
    }
    return this;
  }

  /** Goes on with a key, whether it has any versions or not. */
  public KeyAssert key(String key) {
    return new KeyAssert(actual, key, now).as(info.description());
  }

  private AssertionError failure(
      String expectation, List<String> keys, Set<String> missing, Set<String> unexpected) {
    StringBuilder message = new StringBuilder(expectation);
    message.append(Failures.indented(quoted(keys)));
    if (!missing.isEmpty()) {
      message.append("\nbut these are missing:").append(Failures.indented(explained(missing)));
    }
    if (!unexpected.isEmpty()) {
      message
          .append(missing.isEmpty() ? "\nbut" : "\nand")
          .append(" these are there:")
          .append(Failures.indented(quoted(unexpected)));
    }
    return fail(message.append("\nThe bucket has:").append(contents()).toString());
  }

  private AssertionError fail(String expectation) {
    return Failures.of(info, "Expected bucket \"" + actual.name() + "\" " + expectation);
  }

  private static List<String> quoted(Iterable<String> keys) {
    List<String> quoted = new ArrayList<>();
    keys.forEach(key -> quoted.add("\"" + key + "\""));
    return quoted;
  }

  private List<String> explained(Set<String> missing) {
    return missing.stream()
        .map(
            key ->
                "\""
                    + key
                    + "\""
                    + (actual.object(key).isPresent() ? ", hidden by a delete marker" : ""))
        .toList();
  }

  /** Each key on a line, no further than it is printed. */
  private String contents() {
    StringBuilder lines = new StringBuilder();
    int printed = 0;
    for (ObjectView object : actual.objects()) {
      if (printed++ == Failures.LIMIT) {
        lines.append("\n  and ").append(actual.size() - Failures.LIMIT).append(" more");
        break;
      }
      int versions = object.versions().size();
      lines
          .append("\n  \"")
          .append(Visible.of(object.key(), 200))
          .append('"')
          .append(versions == 1 ? "" : " (" + versions + " versions and delete markers)")
          .append(object.hiddenByDeleteMarker() ? ", hidden by a delete marker" : "");
    }
    return printed == 0 ? "\n  no keys" : lines.toString();
  }
}

package dev.s3emulator.junit5.internal.report;

import dev.s3emulator.journal.RecordedRequest;
import dev.s3emulator.model.BucketView;
import dev.s3emulator.model.StateView;
import dev.s3emulator.model.VersionView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says in a few words what a request has changed, by the states before and after. */
final class Effect {

  /** Keys of larger buckets are not compared for a request that addresses the whole bucket. */
  private static final int MAX_COMPARED = 5000;

  private Effect() {}

  /** Returns what the request has changed; empty if nothing, or if it is no longer known. */
  static String of(RecordedRequest request) {
    Optional<StateView> before = request.before();
    Optional<StateView> after = request.after();
    if (before.isEmpty() || after.isEmpty() || request.bucket().isEmpty()) {
      return "";
    }
    String name = request.bucket().get();
    Optional<BucketView> found = before.get().bucket(name);
    Optional<BucketView> left = after.get().bucket(name);
    if (found.isEmpty() || left.isEmpty()) {
      return found.isPresent() ? "− bucket" : left.isPresent() ? "+ bucket" : "";
    }
    return request
        .key()
        .map(key -> KeyChange.of(key, found.get().object(key), left.get().object(key)))
        .map(change -> ofKeys(List.of(change)))
        .orElseGet(() -> ofBucket(name, found.get(), left.get()));
  }

  private static String ofBucket(String name, BucketView before, BucketView after) {
    if (Math.max(before.size(), after.size()) > MAX_COMPARED || before.equals(after)) {
      return "";
    }
    BucketChange change = BucketChange.of(name, Optional.of(before), Optional.of(after));
    String ofKeys = ofKeys(change.keys());
    if (!ofKeys.isEmpty()) {
      return change.more() == 0 ? ofKeys : ofKeys + " …";
    }
    return before.versioning().equals(after.versioning())
        ? "~ settings"
        : "~ versioning " + after.versioning().orElse("off");
  }

  private static String ofKeys(List<KeyChange> keys) {
    List<String> effects = new ArrayList<>();
    add(effects, "+ ", keys.stream().flatMap(key -> key.added().stream()).toList());
    add(effects, "− ", keys.stream().flatMap(key -> key.removed().stream()).toList());
    add(effects, "~ ", keys.stream().flatMap(key -> key.changed().stream()).toList());
    return String.join(", ", effects);
  }

  private static void add(List<String> effects, String sign, List<VersionView> versions) {
    add(
        effects,
        sign,
        "delete marker",
        versions.stream().filter(VersionView::deleteMarker).toList());
    add(effects, sign, "version", versions.stream().filter(each -> !each.deleteMarker()).toList());
  }

  private static void add(
      List<String> effects, String sign, String noun, List<VersionView> versions) {
    if (versions.size() == 1) {
      effects.add(sign + noun + " " + shortened(versions.get(0).versionId()));
    } else if (!versions.isEmpty()) {
      effects.add(sign + versions.size() + " " + noun + "s");
    }
  }

  /** Returns the first characters of a version id, enough to find it by. */
  static String shortened(String versionId) {
    return versionId.length() <= 8 ? versionId : versionId.substring(0, 8) + "…";
  }
}

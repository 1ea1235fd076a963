package dev.s3emulator.junit5.internal.report;

import dev.s3emulator.model.ObjectView;
import dev.s3emulator.model.VersionView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of one key.
 *
 * @param key the key
 * @param before its versions before, newest first
 * @param after its versions after, newest first
 */
record KeyChange(String key, List<VersionView> before, List<VersionView> after) {

  static KeyChange of(String key, Optional<ObjectView> before, Optional<ObjectView> after) {
    return new KeyChange(key, versions(before), versions(after));
  }

  private static List<VersionView> versions(Optional<ObjectView> object) {
    return object.map(ObjectView::versions).orElse(List.of());
  }

  /** Returns the versions after that were not there before; those with known ids have changed. */
  List<VersionView> added() {
    return after.stream()
        .filter(version -> !byId(before).containsKey(version.versionId()))
        .toList();
  }

  /** Returns the versions before that are gone. */
  List<VersionView> removed() {
    return before.stream()
        .filter(version -> !byId(after).containsKey(version.versionId()))
        .toList();
  }

  /** Returns the versions after whose ids were there before, but not as they are now. */
  List<VersionView> changed() {
    Map<String, VersionView> known = byId(before);
    return after.stream()
        .filter(version -> known.containsKey(version.versionId()))
        .filter(version -> !version.equals(known.get(version.versionId())))
        .toList();
  }

  private static Map<String, VersionView> byId(List<VersionView> versions) {
    Map<String, VersionView> byId = new LinkedHashMap<>();
    versions.forEach(version -> byId.put(version.versionId(), version));
    return byId;
  }
}

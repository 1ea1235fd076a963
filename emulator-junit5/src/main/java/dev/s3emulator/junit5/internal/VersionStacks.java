package dev.s3emulator.junit5.internal;

import dev.s3emulator.model.ObjectView;
import dev.s3emulator.model.VersionView;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prints the versions of a key, newest first, for people. */
public final class VersionStacks {

  /** How many versions of one key are printed. */
  static final int LIMIT = 20;

  private VersionStacks() {}

  /** Returns the versions of a key one a line, or that there are none; ends without a newline. */
  public static String of(String bucket, String key, Optional<ObjectView> object) {
    String name = Visible.of(bucket + "/" + key);
    return object
        .map(present -> name + "\n" + lines(present.versions()))
        .orElse(name + "\n  no versions and no delete markers");
  }

  private static String lines(List<VersionView> versions) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < Math.min(versions.size(), LIMIT); i++) {
      lines
          .append(i == 0 ? "" : "\n")
          .append(i == 0 ? "  * " : "    ")
          .append(line(versions.get(i)));
    }
    if (versions.size() > LIMIT) {
      lines.append("\n    and ").append(versions.size() - LIMIT).append(" older");
    }
    return lines.toString();
  }

  /** Returns one version on one line. */
  public static String line(VersionView version) {
    String line = version.versionId() + "  " + version.lastModified();
    return version.deleteMarker()
        ? line + "  delete marker"
        : line + "  " + bytes(version.size()) + "  " + version.eTag() + details(version);
  }

  /** Returns what a version has beyond its content: only what is not as in most versions. */
  public static String details(VersionView version) {
    StringBuilder details = new StringBuilder();
    if (!version.storageClass().equals("STANDARD") && !version.deleteMarker()) {
      details.append("  ").append(version.storageClass());
    }
    append(details, "metadata", version.metadata());
    append(details, "tags", version.tags());
    version
        .retentionMode()
        .ifPresent(
            mode ->
                details
                    .append("  ")
                    .append(mode)
                    .append(" until ")
                    .append(version.retainUntil().map(Object::toString).orElse("")));
    if (version.legalHold()) {
      details.append("  legal hold");
    }
    return details.toString();
  }

  private static void append(StringBuilder details, String what, Map<String, String> map) {
    if (!map.isEmpty()) {
      details.append("  ").append(what).append(' ').append(Visible.of(map.toString(), 200));
    }
  }

  /** Returns a number of bytes for people. */
  public static String bytes(long count) {
    return count == 1 ? "1 byte" : count + " bytes";
  }
}

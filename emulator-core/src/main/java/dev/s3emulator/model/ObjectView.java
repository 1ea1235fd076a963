package dev.s3emulator.model;

import java.util.List;
import java.util.Optional;

/**
 * One key of a bucket with all its versions as they were at one instant; it has at least one.
 * Immutable and safe for use by many threads.
 *
 * <p>Two views are equal if they show the same versions. Implemented by the emulator only; methods
 * may be added.
 */
public interface ObjectView {

  /** Returns the key. */
  String key();

  /** Returns the newest version, which may be a delete marker. */
  VersionView current();

  /** Returns all versions and delete markers, newest first. */
  List<VersionView> versions();

  /** Returns the version with this id, which is {@code null} for one from before versioning. */
  Optional<VersionView> version(String versionId);

  /** Returns whether the newest version is a delete marker, so that a plain GET answers 404. */
  default boolean hiddenByDeleteMarker() {
    return current().deleteMarker();
  }
}

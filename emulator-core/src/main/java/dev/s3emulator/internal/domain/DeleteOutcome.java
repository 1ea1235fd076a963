package dev.s3emulator.internal.domain;

import java.util.Optional;

/**
 * What a delete did.
 *
 * @param effect what happened to the stack
 * @param versionId the id that the answer names: that of the marker which was made, or the one that
 *     the request named; empty for a simple delete in a bucket that never had versioning
 */
public record DeleteOutcome(Effect effect, Optional<VersionId> versionId) {

  /** What happened to the stack of entries. */
  public enum Effect {
    /** Nothing: the key or the version was not there. */
    NOTHING,
    /** An object version is gone for good. */
    VERSION_REMOVED,
    /** A delete marker is gone. */
    MARKER_REMOVED,
    /** A delete marker was put on top. */
    MARKER_CREATED
  }

  /**
   * Returns what {@code x-amz-delete-marker} and {@code <DeleteMarker>} say: that this request made
   * or removed a delete marker. The model's wording ("whether the current version is a delete
   * marker") does not match the wire (delete-semantics 2.4).
   */
  public boolean deleteMarker() {
    return effect == Effect.MARKER_CREATED || effect == Effect.MARKER_REMOVED;
  }
}

package dev.s3emulator.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One version of an object, or a delete marker. Immutable and safe for use by many threads.
 *
 * <p>Implemented by the emulator only; methods may be added.
 */
public interface VersionView {

  /** Returns the id, {@code null} as a word for a version from before versioning. */
  String versionId();

  /**
   * Returns whether this is a delete marker. It has no content: size 0, an empty entity tag, no
   * metadata and tags.
   */
  boolean deleteMarker();

  /** Returns when it was made, by the server's clock, in whole seconds. */
  Instant lastModified();

  /** Returns the account that owns it: 12 digits. */
  String ownerAccountId();

  /** Returns the number of bytes. */
  long size();

  /** Returns the entity tag without quotes. */
  String eTag();

  /** Returns the storage class, such as {@code STANDARD}; empty for a delete marker. */
  String storageClass();

  /** Returns the content type, which S3 makes {@code binary/octet-stream} if none was sent. */
  String contentType();

  /** Returns the user metadata by lower-case name without {@code x-amz-meta-}. */
  Map<String, String> metadata();

  /** Returns the tags in their order. */
  Map<String, String> tags();

  /** Returns the mode of the version's retention, {@code GOVERNANCE} or {@code COMPLIANCE}. */
  Optional<String> retentionMode();

  /** Returns the end of the version's retention, which may have passed. */
  Optional<Instant> retainUntil();

  /** Returns whether a legal hold is on. */
  boolean legalHold();

  /**
   * Returns whether Object Lock keeps the version from being deleted at this time: by a legal hold,
   * or by a retention that lasts longer.
   *
   * @param time usually the time of the server's clock
   */
  default boolean lockedAt(Instant time) {
    return legalHold() || retainUntil().filter(time::isBefore).isPresent();
  }

  /**
   * Returns the content.
   *
   * @throws java.io.UncheckedIOException if the server's store cannot read it, as when it is closed
   * @throws OutOfMemoryError if it is larger than an array can be
   */
  byte[] content();

  /** Returns the content read as UTF-8; see {@link #content}. */
  default String text() {
    return new String(content(), UTF_8);
  }
}

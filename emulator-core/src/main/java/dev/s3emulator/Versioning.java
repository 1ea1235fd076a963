package dev.s3emulator;

/** The versioning state of a bucket. */
public enum Versioning {
  /** Versioning was never configured: a key has one object, and a delete removes it for good. */
  UNVERSIONED,
  /** Every write adds a version; a delete without a version id adds a delete marker. */
  ENABLED,
  /** Writes and deletes replace the version with the id {@code null}; older versions stay. */
  SUSPENDED
}

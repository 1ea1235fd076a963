package dev.s3emulator.internal.domain;

/** The versioning state of a bucket. A bucket never returns to {@link #UNVERSIONED}. */
public enum VersioningState {
  /** Versioning was never configured: at most one entry per key, with the id {@code null}. */
  UNVERSIONED,
  /** Every write and every simple delete adds an entry with an id of its own. */
  ENABLED,
  /** Every write and every simple delete replaces the entry with the id {@code null}. */
  SUSPENDED
}

package dev.s3emulator.internal.domain;

import java.time.Instant;

/** One entry of a key's stack: an object version or a delete marker. */
public sealed interface VersionEntry permits ObjectVersion, DeleteMarker {

  /** Returns the id, {@link VersionId#NULL} for an entry written while versioning was off. */
  VersionId versionId();

  /** Returns the place in the order of creation: higher is newer. Unique within a bucket. */
  long sequence();

  /** Returns the time of creation, in whole seconds as S3 keeps it. */
  Instant lastModified();

  /** Returns the owner. */
  Owner owner();

  /** Returns whether this is a delete marker. */
  boolean isDeleteMarker();
}

package dev.s3emulator.internal.domain;

import java.time.Instant;

/** The entry that a delete without version id puts on top of a versioned key. It has no content. */
public record DeleteMarker(VersionId versionId, long sequence, Instant lastModified, Owner owner)
    implements VersionEntry {

  @Override
  public boolean isDeleteMarker() {
    return true;
  }
}

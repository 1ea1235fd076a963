package dev.s3emulator.internal.domain;

import dev.s3emulator.internal.domain.checksum.Checksum;
import java.time.Instant;

/**
 * One version of an object.
 *
 * @param content what was uploaded, with its digests
 * @param metadata what the upload said about it
 * @param tags the tags, which can change while the version stays
 */
public record ObjectVersion(
    VersionId versionId,
    long sequence,
    Instant lastModified,
    Owner owner,
    ObjectContent content,
    ObjectMetadata metadata,
    TagSet tags)
    implements VersionEntry {

  /** Returns the number of bytes. */
  public long size() {
    return content.blob().size();
  }

  /** Returns the entity tag. */
  public ETag eTag() {
    return content.eTag();
  }

  /**
   * Returns the checksum. Every object has one: S3 computes CRC64NVME when the client sends none.
   */
  public Checksum checksum() {
    return content.checksum();
  }

  @Override
  public boolean isDeleteMarker() {
    return false;
  }
}

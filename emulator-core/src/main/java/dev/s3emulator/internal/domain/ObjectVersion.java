package dev.s3emulator.internal.domain;

import dev.s3emulator.internal.domain.attribute.Encryption;
import dev.s3emulator.internal.domain.attribute.Restoration.Status;
import dev.s3emulator.internal.domain.attribute.VersionAttributes;
import dev.s3emulator.internal.domain.checksum.Checksum;
import java.time.Instant;

/**
 * One version of an object.
 *
 * @param content what was uploaded, with its digests
 * @param metadata what the upload said about it
 * @param tags the tags, which can change while the version stays
 * @param attributes what else S3 keeps about it
 */
public record ObjectVersion(
    VersionId versionId,
    long sequence,
    Instant lastModified,
    Owner owner,
    ObjectContent content,
    ObjectMetadata metadata,
    TagSet tags,
    VersionAttributes attributes)
    implements VersionEntry {

  /** Returns the version with its content elsewhere. */
  public ObjectVersion with(ObjectContent others) {
    return new ObjectVersion(
        versionId, sequence, lastModified, owner, others, metadata, tags, attributes);
  }

  /** Returns the version with other tags. */
  public ObjectVersion with(TagSet others) {
    return new ObjectVersion(
        versionId, sequence, lastModified, owner, content, metadata, others, attributes);
  }

  /** Returns the version with other attributes. */
  public ObjectVersion with(VersionAttributes others) {
    return new ObjectVersion(
        versionId, sequence, lastModified, owner, content, metadata, tags, others);
  }

  /** Returns the number of bytes. */
  public long size() {
    return content.blob().size();
  }

  /** Returns how it is encrypted at rest. */
  public Encryption encryption() {
    return attributes.encryption();
  }

  /** Returns whether its content can be read at this time: it is no archive, or restored. */
  public boolean isReadableAt(Instant now) {
    return !metadata.storageClass().isArchived()
        || attributes.restoration().filter(copy -> copy.at(now) == Status.RESTORED).isPresent();
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

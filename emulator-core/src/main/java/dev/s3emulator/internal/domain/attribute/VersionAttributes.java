package dev.s3emulator.internal.domain.attribute;

import java.util.Optional;

/**
 * What S3 keeps about a version beside its content, metadata and tags. Most of it can change while
 * the version stays.
 *
 * @param encryption how the version is encrypted at rest
 * @param lock what keeps it from being deleted
 * @param acl who may use it, apart from what policies allow
 * @param restoration the newest restoration of an archived version
 */
public record VersionAttributes(
    Encryption encryption,
    ObjectLock lock,
    AccessControlList acl,
    Optional<Restoration> restoration) {

  /** The attributes of an upload that says nothing: nearly all versions share this one. */
  public static final VersionAttributes DEFAULT =
      new VersionAttributes(Encryption.SSE_S3, ObjectLock.NONE, AccessControlList.PRIVATE);

  /** Makes the attributes of a version that was never restored. */
  public VersionAttributes(Encryption encryption, ObjectLock lock, AccessControlList acl) {
    this(encryption, lock, acl, Optional.empty());
  }

  /** Returns the attributes with another encryption. */
  public VersionAttributes with(Encryption other) {
    // Nearly all versions are encrypted by default: they go on sharing their attributes.
    return other.equals(encryption) ? this : new VersionAttributes(other, lock, acl, restoration);
  }

  /** Returns the attributes with another lock. */
  public VersionAttributes with(ObjectLock other) {
    return other.equals(lock) ? this : new VersionAttributes(encryption, other, acl, restoration);
  }

  /** Returns the attributes with another access control list. */
  public VersionAttributes with(AccessControlList other) {
    return other.equals(acl) ? this : new VersionAttributes(encryption, lock, other, restoration);
  }

  /** Returns the attributes with another restoration. */
  public VersionAttributes with(Restoration other) {
    return new VersionAttributes(encryption, lock, acl, Optional.of(other));
  }
}

package dev.s3emulator.internal.domain;

import dev.s3emulator.internal.domain.attribute.AccessControlList;
import java.time.Instant;

/**
 * What a rule that makes an entry needs from outside.
 *
 * @param now the time, in whole seconds: what entries are marked with
 * @param instant the time with its fractions of seconds: what ends of retentions are judged by
 * @param versionIds the source of version ids
 * @param requester the account that asks
 */
public record WriteContext(
    Instant now, Instant instant, VersionIdSource versionIds, Owner requester) {

  /** Makes a context at a whole second. */
  public WriteContext(Instant now, VersionIdSource versionIds, Owner requester) {
    this(now, now, versionIds, requester);
  }

  /**
   * Returns who owns what is made in {@code bucket}.
   *
   * @param acl the access control list that it gets
   */
  Owner ownerIn(Bucket bucket, AccessControlList acl) {
    return Ownership.in(bucket).ownerOfNew(acl, requester);
  }

  /** Returns the id of the next entry of {@code bucket}: a new one only while versioning is on. */
  VersionId nextVersionId(Bucket bucket) {
    return bucket.versioning() == VersioningState.ENABLED
        ? versionIds.next(bucket.lastSequence() + 1)
        : VersionId.NULL;
  }
}

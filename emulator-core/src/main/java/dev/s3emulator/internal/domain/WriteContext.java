package dev.s3emulator.internal.domain;

import dev.s3emulator.internal.domain.attribute.AccessControlList;
import java.time.Instant;

/**
 * What a rule that makes an entry needs from outside.
 *
 * @param now the time, in whole seconds
 * @param versionIds the source of version ids
 * @param requester the account that asks
 */
public record WriteContext(Instant now, VersionIdSource versionIds, Owner requester) {

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

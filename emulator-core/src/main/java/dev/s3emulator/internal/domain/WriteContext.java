package dev.s3emulator.internal.domain;

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
   * Returns who owns what is made in {@code bucket}. Every bucket has the ownership
   * BucketOwnerEnforced, under which its owner owns all that others put in.
   */
  Owner ownerIn(Bucket bucket) {
    return bucket.settings().owner();
  }

  /** Returns the id of the next entry of {@code bucket}: a new one only while versioning is on. */
  VersionId nextVersionId(Bucket bucket) {
    return bucket.versioning() == VersioningState.ENABLED
        ? versionIds.next(bucket.lastSequence() + 1)
        : VersionId.NULL;
  }
}

package dev.s3emulator.internal.auth.permission;

import dev.s3emulator.internal.auth.AccessRequest;
import dev.s3emulator.internal.auth.policy.PolicyQuestion;
import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.Ownership;
import dev.s3emulator.internal.domain.VersionEntry;
import dev.s3emulator.internal.domain.VersionId;
import dev.s3emulator.internal.protocol.Caller;
import dev.s3emulator.internal.protocol.NeededAction;
import java.time.Instant;
import java.util.Optional;

/**
 * A request for something in a bucket, as all sources of permissions see it.
 *
 * @param request the request
 * @param bucket the bucket
 * @param ownership who owns what is in it
 * @param entry the version or delete marker that is meant; empty if there is none, and for actions
 *     on the bucket
 * @param owner who owns what is used: the object for what is done with an object that is there, and
 *     otherwise the bucket
 * @param forPolicies the question as policies are asked it
 */
record Question(
    AccessRequest request,
    Bucket bucket,
    Ownership ownership,
    Optional<VersionEntry> entry,
    Owner owner,
    PolicyQuestion forPolicies) {

  /** Returns a request for something in a bucket, at a moment. */
  static Question of(AccessRequest request, Bucket bucket, Instant now) {
    Ownership ownership = Ownership.in(bucket);
    Optional<VersionEntry> entry = request.key().flatMap(key -> entry(request, bucket, key));
    return new Question(
        request,
        bucket,
        ownership,
        entry,
        ownerOf(request.needed(), bucket, ownership, entry),
        PolicyQuestions.of(request, now));
  }

  private static Optional<VersionEntry> entry(AccessRequest request, Bucket bucket, ObjectKey key) {
    return request.versionId().isEmpty()
        ? bucket.current(key)
        : VersionId.parse(request.versionId().get())
            .flatMap(id -> bucket.stack(key).flatMap(stack -> stack.find(id)));
  }

  private static Owner ownerOf(
      NeededAction action, Bucket bucket, Ownership ownership, Optional<VersionEntry> entry) {
    return entry
        .filter(there -> ObjectActions.areUpToTheObjectsOwner(action))
        .map(ownership::ownerOf)
        .orElse(bucket.settings().owner());
  }

  Caller caller() {
    return request.caller();
  }

  String action() {
    return request.action();
  }

  /** Returns whether the caller is of the account that owns what is used. */
  boolean isOfOwner() {
    return caller().account().accountId().equals(owner.accountId());
  }

  /** Returns whether the caller is of the account that owns the bucket. */
  boolean isOfBucketOwner() {
    return caller().account().accountId().equals(bucket.settings().owner().accountId());
  }

  /** Returns whether what is used belongs to the bucket's owner, as nearly everything does. */
  boolean isOwnedWithBucket() {
    return owner.accountId().equals(bucket.settings().owner().accountId());
  }
}

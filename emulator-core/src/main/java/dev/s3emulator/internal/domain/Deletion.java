package dev.s3emulator.internal.domain;

import dev.s3emulator.internal.domain.DeleteOutcome.Effect;
import dev.s3emulator.internal.domain.attribute.AccessControlList;
import java.util.Optional;

/**
 * The rules of deleting, as pure functions over a bucket.
 *
 * <p>A simple delete asks the bucket's versioning state: never versioned removes the object;
 * enabled puts a delete marker with a new id on top of whatever is there, also of nothing or of
 * another marker; suspended puts the {@code null} marker on top and thereby drops the {@code null}
 * entry for good. A versioned delete removes exactly the entry that it names, whatever the state,
 * and never makes a marker; an id that names nothing is a success (delete-semantics 2). A version
 * that is locked stays ({@link Locking}).
 */
public final class Deletion {

  private Deletion() {}

  /**
   * Deletes as the command says.
   *
   * @throws S3Exception AccessDenied for a locked version and without a second factor that the
   *     bucket asks for, NoSuchKey or PreconditionFailed when the condition does not hold,
   *     NotImplemented for a condition on a version
   */
  public static Change<DeleteOutcome> delete(
      Bucket bucket, DeleteCommand command, WriteContext context) {
    MfaDeleteRule.requireForDelete(
        bucket.settings(), command.versionId().isPresent(), command.authority().secondFactor());
    command.ifMatch().ifPresent(condition -> requireMatch(bucket, command, condition));
    return command.versionId().isPresent()
        ? removeVersion(bucket, command, command.versionId().get(), context)
        : simpleDelete(bucket, command.key(), context);
  }

  private static void requireMatch(Bucket bucket, DeleteCommand command, ETagCondition condition) {
    if (command.versionId().isPresent()) {
      // S3 evaluates conditions on the current entry only and refuses the combination.
      throw S3Exception.notImplementedHeader("If-Match");
    }
    VersionEntry current = bucket.current(command.key()).orElse(null);
    if (!(current instanceof ObjectVersion version)) {
      // A delete marker counts as absent, whatever lies below it.
      throw S3Exception.noSuchKey(command.key());
    }
    if (!condition.matches(version.eTag())) {
      throw S3Exception.preconditionFailed("If-Match");
    }
  }

  private static Change<DeleteOutcome> simpleDelete(
      Bucket bucket, ObjectKey key, WriteContext context) {
    if (bucket.versioning() == VersioningState.UNVERSIONED) {
      Effect effect = bucket.stack(key).isPresent() ? Effect.VERSION_REMOVED : Effect.NOTHING;
      return new Change<>(bucket.without(key), new DeleteOutcome(effect, Optional.empty()));
    }
    VersionId id = context.nextVersionId(bucket);
    DeleteMarker marker =
        new DeleteMarker(
            id,
            bucket.lastSequence() + 1,
            context.now(),
            context.ownerIn(bucket, AccessControlList.PRIVATE));
    return new Change<>(
        bucket.push(key, marker), new DeleteOutcome(Effect.MARKER_CREATED, Optional.of(id)));
  }

  private static Change<DeleteOutcome> removeVersion(
      Bucket bucket, DeleteCommand command, VersionId id, WriteContext context) {
    ObjectKey key = command.key();
    VersionStack stack = bucket.stack(key).orElse(null);
    VersionEntry entry = stack == null ? null : stack.find(id).orElse(null);
    if (stack == null || entry == null) {
      return new Change<>(bucket, new DeleteOutcome(Effect.NOTHING, Optional.of(id)));
    }
    if (entry instanceof ObjectVersion version) {
      boolean bypass = command.authority().bypassGovernanceRetention();
      Locking.requireDeletable(version, bypass, context.instant());
    }
    Effect effect = entry.isDeleteMarker() ? Effect.MARKER_REMOVED : Effect.VERSION_REMOVED;
    return new Change<>(
        bucket.without(key, stack, entry), new DeleteOutcome(effect, Optional.of(id)));
  }
}

package dev.s3emulator.internal.domain;

/**
 * The rule of storing an object, as a pure function over a bucket.
 *
 * <p>Enabled: a new version on top. Suspended or never versioned: the {@code null} entry of the
 * key, object or delete marker, is replaced by a {@code null} object on top.
 */
public final class Writing {

  private Writing() {}

  /**
   * Stores an object.
   *
   * @throws S3Exception PreconditionFailed or NoSuchKey when the precondition does not hold
   */
  public static Change<ObjectVersion> put(
      Bucket bucket, WriteCommand command, WriteContext context) {
    command.precondition().require(bucket, command.key());
    ObjectVersion version =
        new ObjectVersion(
            context.nextVersionId(bucket),
            bucket.lastSequence() + 1,
            context.now(),
            context.ownerIn(bucket),
            command.content(),
            command.metadata(),
            command.tags(),
            command.attributes());
    return new Change<>(bucket.push(command.key(), version), version);
  }
}

package dev.s3emulator.internal.domain;

import dev.s3emulator.internal.domain.attribute.Encryption;

/**
 * The rule of storing an object, as a pure function over a bucket.
 *
 * <p>Enabled: a new version on top. Suspended or never versioned: the {@code null} entry of the
 * key, object or delete marker, is replaced by a {@code null} object on top. A bucket with Object
 * Lock is always enabled, so no write ever replaces a locked version.
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
    long sequence = bucket.lastSequence() + 1;
    ObjectVersion version =
        new ObjectVersion(
            context.nextVersionId(bucket),
            sequence,
            context.now(),
            context.ownerIn(bucket, command.attributes().acl()),
            encrypted(bucket, command, sequence),
            command.metadata(),
            command.tags(),
            Locking.atCreation(bucket, command.attributes(), context.instant()));
    return new Change<>(bucket.push(command.key(), version), version);
  }

  private static ObjectContent encrypted(Bucket bucket, WriteCommand command, long sequence) {
    Encryption encryption = command.attributes().encryption();
    return encryption.showsMd5()
        ? command.content()
        : command
            .content()
            .encrypted(encryption, bucket.name() + '/' + command.key() + '/' + sequence);
  }
}

package dev.s3emulator.internal.protocol;

import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.S3Exception;
import java.util.Optional;

/**
 * A part of a request that access logs have a record of its own for.
 *
 * @param kind what was done
 * @param bucketName the bucket that it was done to
 * @param key the key
 * @param versionId the version id as sent
 * @param error why it was refused, or empty
 */
public record SubRequest(
    Kind kind,
    String bucketName,
    ObjectKey key,
    Optional<String> versionId,
    Optional<S3Exception> error) {

  /** What a part of a request does. */
  public enum Kind {
    /** One entry of a batch is deleted. */
    DELETE,
    /** The source of a copy is read. */
    READ
  }
}

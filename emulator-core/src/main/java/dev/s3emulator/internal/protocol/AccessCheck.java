package dev.s3emulator.internal.protocol;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.S3Exception;
import java.util.Optional;

/**
 * Decides what the caller of one request may do beyond the action of its route: with each key of a
 * batch, with the source of a copy.
 */
@FunctionalInterface
public interface AccessCheck {

  /**
   * Requires that the caller may perform an action on an object.
   *
   * @param action the IAM action without a version, such as {@code s3:GetObject}
   * @param versionId the version as the client named it; if given, the action is that on versions
   * @throws S3Exception AccessDenied
   */
  void require(String action, Bucket bucket, ObjectKey key, Optional<String> versionId);
}

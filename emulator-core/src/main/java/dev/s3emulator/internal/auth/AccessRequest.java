package dev.s3emulator.internal.auth;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.protocol.Caller;
import dev.s3emulator.internal.protocol.NeededAction;
import dev.s3emulator.internal.protocol.S3Request;
import java.util.Optional;

/**
 * What somebody wants to do, as {@link Authorizer} decides it.
 *
 * @param request the request, for the keys of conditions
 * @param authentication how it is signed; the caller to judge is that of the request
 * @param needed the IAM action, with its own name where a version is named, such as {@code
 *     s3:DeleteObjectVersion}
 * @param bucket the bucket as it is now; empty for actions on none, and where it need not exist
 * @param key the key, empty for actions on the bucket
 * @param versionId the version as the client named it
 */
public record AccessRequest(
    S3Request request,
    Authentication authentication,
    NeededAction needed,
    Optional<Bucket> bucket,
    Optional<ObjectKey> key,
    Optional<String> versionId) {

  /** Returns the name of the action. */
  public String action() {
    return needed.name();
  }

  /** Returns who wants it. */
  public Caller caller() {
    return request.caller();
  }
}

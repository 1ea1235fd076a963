package dev.s3emulator.internal.lookup;

import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.VersionId;
import dev.s3emulator.internal.protocol.S3Request;
import java.util.Optional;

/** The {@code versionId} parameter of operations on one object. */
public final class VersionParameter {

  private VersionParameter() {}

  /**
   * Returns the version that a request names.
   *
   * @throws S3Exception InvalidArgument if S3 never issued such an id
   */
  public static Optional<VersionId> of(S3Request request) {
    String text = request.parameter("versionId");
    if (text == null) {
      return Optional.empty();
    }
    return Optional.of(VersionId.parse(text).orElseThrow(() -> S3Exception.invalidVersionId(text)));
  }
}

package dev.s3emulator.internal.operation.access;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.ObjectVersion;
import dev.s3emulator.internal.domain.VersioningState;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Response;

/** The header with which answers about an object's ACL name its version. */
final class VersionHeader {

  private VersionHeader() {}

  /** Adds the header where the bucket has versions. */
  static S3Response.Builder add(S3Response.Builder answer, Bucket bucket, ObjectVersion version) {
    return bucket.versioning() == VersioningState.UNVERSIONED
        ? answer
        : answer.header(S3Headers.VERSION_ID, version.versionId().toString());
  }
}

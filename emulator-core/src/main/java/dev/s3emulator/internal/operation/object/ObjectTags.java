package dev.s3emulator.internal.operation.object;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.Change;
import dev.s3emulator.internal.domain.ObjectVersion;
import dev.s3emulator.internal.domain.TagSet;
import dev.s3emulator.internal.domain.VersioningState;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.lookup.VersionLookup;
import dev.s3emulator.internal.lookup.VersionParameter;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;

/** What the operations on the tags of an object have in common. */
final class ObjectTags {

  private ObjectTags() {}

  /** Gives the version that a request names these tags in the place of those it has. */
  static S3Response.Builder replace(
      S3Engine engine, S3Request request, TagSet tags, S3Response.Builder answer) {
    return engine.changeBucket(
        request.bucketName(),
        bucket -> {
          ObjectVersion version =
              VersionLookup.requireObject(
                  bucket, request.key(), VersionParameter.of(request), request.head().method());
          return new Change<>(
              bucket.replace(request.key(), version.with(tags)), named(bucket, version, answer));
        });
  }

  /** Starts the answer about the tags of a version. */
  static S3Response.Builder answer(Bucket bucket, ObjectVersion version) {
    return named(bucket, version, S3Response.ok());
  }

  private static S3Response.Builder named(
      Bucket bucket, ObjectVersion version, S3Response.Builder answer) {
    return bucket.versioning() == VersioningState.UNVERSIONED
        ? answer
        : answer.header(S3Headers.VERSION_ID, version.versionId().toString());
  }
}

package dev.s3emulator.internal.operation.object;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.ObjectVersion;
import dev.s3emulator.internal.domain.ReadConditions;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.lookup.VersionLookup;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import java.time.Instant;
import java.util.Optional;

/** What GetObject and HeadObject do alike: find the version, judge the conditions, answer. */
final class ObjectReading {

  private ObjectReading() {}

  /** Answers a GET, which needs the content, or a HEAD, which also works on archived objects. */
  static S3Response answer(S3Engine engine, S3Request request) {
    ReadRequest read = ReadRequest.of(request);
    Bucket bucket = engine.state().requireBucket(request.bucketName());
    String method = request.head().method();
    ObjectVersion version = VersionLookup.require(bucket, request.key(), read.versionId(), method);
    CustomerKey.requireToRead(read.customerKey(), version.encryption());
    ObjectResponse response =
        new ObjectResponse(
            bucket, version, LockEcho.visible(request, bucket, version), engine.now());
    Optional<ReadConditions.Failure> failure =
        read.conditions().failure(version.eTag(), version.lastModified(), engine.now());
    if (failure.isPresent()) {
      if (failure.get().isNotModified()) {
        return response.notModified();
      }
      throw failure.get().asPreconditionFailed("");
    }
    if (method.equals("GET")) {
      requireActive(version, engine.now());
    }
    return response.content(read);
  }

  /**
   * Checks that the content of a version can be read now.
   *
   * @throws S3Exception InvalidObjectState if it is archived and not restored
   */
  static void requireActive(ObjectVersion version, Instant now) {
    if (!version.isReadableAt(now)) {
      throw S3Exception.of(S3Error.INVALID_OBJECT_STATE)
          .with("StorageClass", version.metadata().storageClass());
    }
  }
}

package dev.s3emulator.internal.operation.objectlock;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.Change;
import dev.s3emulator.internal.domain.Locking;
import dev.s3emulator.internal.domain.ObjectVersion;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.attribute.ObjectLock;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.lookup.VersionLookup;
import dev.s3emulator.internal.lookup.VersionParameter;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What the operations on retentions and legal holds have in common. */
final class LockedObject {

  /** Far more than their documents need. */
  static final int MAX_DOCUMENT_BYTES = 64 * 1024;

  private LockedObject() {}

  /**
   * Returns one part of the lock of the version that a request names.
   *
   * @throws S3Exception NoSuchObjectLockConfiguration if it was never set
   */
  static <T> T require(S3Engine engine, S3Request request, Function<ObjectLock, Optional<T>> part) {
    ObjectVersion version = version(engine.state().requireBucket(request.bucketName()), request);
    return part.apply(version.attributes().lock())
        .orElseThrow(() -> S3Exception.of(S3Error.NO_SUCH_OBJECT_LOCK_CONFIGURATION));
  }

  /** Changes the lock of the version that a request names. */
  static S3Response change(S3Engine engine, S3Request request, UnaryOperator<ObjectVersion> rule) {
    engine.changeBucket(
        request.bucketName(),
        bucket -> {
          ObjectVersion changed = rule.apply(version(bucket, request));
          return new Change<>(bucket.replace(request.key(), changed), changed);
        });
    return S3Response.ok().build();
  }

  private static ObjectVersion version(Bucket bucket, S3Request request) {
    Locking.requireEnabled(bucket);
    return VersionLookup.requireObject(
        bucket, request.key(), VersionParameter.of(request), request.head().method());
  }
}

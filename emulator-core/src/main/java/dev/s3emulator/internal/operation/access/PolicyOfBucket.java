package dev.s3emulator.internal.operation.access;

import dev.s3emulator.internal.domain.BucketSettings;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.configuration.BucketPolicy;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.S3Request;

/** Finds the policy that a request is about. */
final class PolicyOfBucket {

  private PolicyOfBucket() {}

  /**
   * Returns the policy of the bucket.
   *
   * @throws S3Exception NoSuchBucketPolicy
   */
  static BucketPolicy require(S3Engine engine, S3Request request) {
    BucketSettings settings = engine.state().requireBucket(request.bucketName()).settings();
    return settings
        .configuration(BucketPolicy.class)
        .orElseThrow(
            () ->
                S3Exception.of(S3Error.NO_SUCH_BUCKET_POLICY).with("BucketName", settings.name()));
  }
}

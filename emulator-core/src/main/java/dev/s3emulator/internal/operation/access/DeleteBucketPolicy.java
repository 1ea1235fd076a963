package dev.s3emulator.internal.operation.access;

import dev.s3emulator.internal.domain.Change;
import dev.s3emulator.internal.domain.configuration.BucketPolicy;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;

/**
 * {@code DELETE /bucket?policy}: removes the policy of the bucket, if it has one.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketPolicy.html">AWS</a>
 */
final class DeleteBucketPolicy implements Operation {

  static final Route ROUTE = Route.bucket("DELETE", "DeleteBucketPolicy").query("policy");

  private final S3Engine engine;

  DeleteBucketPolicy(S3Engine engine) {
    this.engine = engine;
  }

  @Override
  public Route route() {
    return ROUTE;
  }

  @Override
  public S3Response handle(S3Request request) {
    engine.changeBucket(
        request.bucketName(),
        bucket -> new Change<>(bucket.with(bucket.settings().without(BucketPolicy.class)), bucket));
    return S3Response.noContent();
  }
}

package dev.s3emulator.internal.operation.bucket;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.S3State;
import dev.s3emulator.internal.domain.VersioningState;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;

/**
 * {@code DELETE /bucket}: removes a bucket that holds nothing, not even a delete marker.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucket.html">AWS</a>
 */
final class DeleteBucket implements Operation {

  static final Route ROUTE = Route.bucket("DELETE", "DeleteBucket");

  private final S3Engine engine;

  DeleteBucket(S3Engine engine) {
    this.engine = engine;
  }

  @Override
  public Route route() {
    return ROUTE;
  }

  @Override
  public S3Response handle(S3Request request) {
    engine.change(state -> delete(state, request.bucketName()));
    return S3Response.noContent();
  }

  private static S3State delete(S3State state, String name) {
    Bucket bucket = state.requireBucket(name);
    if (!bucket.isEmpty()) {
      throw notEmpty(bucket).with("BucketName", name);
    }
    return state.without(name);
  }

  private static S3Exception notEmpty(Bucket bucket) {
    return bucket.versioning() == VersioningState.UNVERSIONED
        ? S3Exception.of(S3Error.BUCKET_NOT_EMPTY)
        : S3Exception.of(
            S3Error.BUCKET_NOT_EMPTY,
            S3Error.BUCKET_NOT_EMPTY.message() + ". You must delete all versions in the bucket.");
  }
}

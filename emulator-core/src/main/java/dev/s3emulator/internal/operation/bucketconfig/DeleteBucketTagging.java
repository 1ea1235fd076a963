package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.Change;
import dev.s3emulator.internal.domain.TagSet;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;

/**
 * {@code DELETE /bucket?tagging}: removes the tags of the bucket, also when it has none.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketTagging.html">AWS</a>
 */
final class DeleteBucketTagging implements Operation {

  static final Route ROUTE =
      Route.bucket("DELETE", "DeleteBucketTagging").query("tagging").action("s3:PutBucketTagging");

  private final S3Engine engine;

  DeleteBucketTagging(S3Engine engine) {
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
        bucket ->
            new Change<>(bucket.with(bucket.settings().withTags(TagSet.EMPTY)), TagSet.EMPTY));
    return S3Response.noContent();
  }
}

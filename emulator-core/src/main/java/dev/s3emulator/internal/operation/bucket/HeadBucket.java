package dev.s3emulator.internal.operation.bucket;

import dev.s3emulator.internal.domain.BucketSettings;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;

/**
 * {@code HEAD /bucket}: whether the bucket is there, and where.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html">AWS</a>
 */
final class HeadBucket implements Operation {

  static final Route ROUTE = Route.bucket("HEAD", "HeadBucket").action("s3:ListBucket");

  private final S3Engine engine;

  HeadBucket(S3Engine engine) {
    this.engine = engine;
  }

  @Override
  public Route route() {
    return ROUTE;
  }

  @Override
  public S3Response handle(S3Request request) {
    BucketSettings settings = engine.state().requireBucket(request.bucketName()).settings();
    return S3Response.ok()
        .header(S3Headers.BUCKET_REGION, settings.region())
        .header(S3Headers.ACCESS_POINT_ALIAS, "false")
        .header(S3Headers.BUCKET_ARN, settings.arn())
        // Recorded, although there never is a document.
        .header(S3Headers.CONTENT_TYPE, S3Headers.APPLICATION_XML)
        .build();
  }
}

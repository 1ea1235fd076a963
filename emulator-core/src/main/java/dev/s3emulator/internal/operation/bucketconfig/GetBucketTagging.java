package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.BucketSettings;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;
import dev.s3emulator.internal.xml.TaggingDocument;

/**
 * {@code GET /bucket?tagging}: the tags of the bucket; not found when it has none.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketTagging.html">AWS</a>
 */
final class GetBucketTagging implements Operation {

  static final Route ROUTE = Route.bucket("GET", "GetBucketTagging").query("tagging");

  private final S3Engine engine;

  GetBucketTagging(S3Engine engine) {
    this.engine = engine;
  }

  @Override
  public Route route() {
    return ROUTE;
  }

  @Override
  public S3Response handle(S3Request request) {
    BucketSettings settings = engine.state().requireBucket(request.bucketName()).settings();
    if (settings.tags().isEmpty()) {
      throw S3Exception.of(S3Error.NO_SUCH_TAG_SET).with("BucketName", settings.name());
    }
    return S3Response.xml(TaggingDocument.write(settings.tags()));
  }
}

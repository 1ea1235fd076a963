package dev.s3emulator.internal.operation.bucket;

import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;
import dev.s3emulator.internal.xml.XmlWriter;

/**
 * {@code GET /bucket?location}: the region, as the text of the root element; us-east-1 is empty.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLocation.html">AWS</a>
 */
final class GetBucketLocation implements Operation {

  static final Route ROUTE = Route.bucket("GET", "GetBucketLocation").query("location");

  private final S3Engine engine;

  GetBucketLocation(S3Engine engine) {
    this.engine = engine;
  }

  @Override
  public Route route() {
    return ROUTE;
  }

  @Override
  public S3Response handle(S3Request request) {
    String constraint =
        engine.state().requireBucket(request.bucketName()).settings().locationConstraint();
    return S3Response.xml(XmlWriter.document("LocationConstraint").text(constraint).finish());
  }
}

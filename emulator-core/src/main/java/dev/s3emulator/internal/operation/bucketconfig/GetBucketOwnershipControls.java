package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.OwnershipControls;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.routing.Route;

/**
 * {@code GET /bucket?ownershipControls}: who owns what others upload.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketOwnershipControls.html">AWS</a>
 */
final class GetBucketOwnershipControls extends GetConfiguration<OwnershipControls> {

  static final Route ROUTE =
      Route.bucket("GET", "GetBucketOwnershipControls").query("ownershipControls");

  GetBucketOwnershipControls(S3Engine engine) {
    super(engine, ROUTE, OwnershipControlsDocument.KIND);
  }
}

package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.OwnershipControls;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.routing.Route;

/**
 * {@code DELETE /bucket?ownershipControls}: removes the rule of who owns what others upload.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketOwnershipControls.html">AWS</a>
 */
final class DeleteBucketOwnershipControls extends DeleteConfiguration {

  static final Route ROUTE =
      Route.bucket("DELETE", "DeleteBucketOwnershipControls")
          .query("ownershipControls")
          .action("s3:PutBucketOwnershipControls");

  DeleteBucketOwnershipControls(S3Engine engine) {
    super(engine, ROUTE, OwnershipControls.class);
  }
}

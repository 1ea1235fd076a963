package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.OwnershipControls;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.routing.BodyRule;
import dev.s3emulator.internal.routing.Route;

/**
 * {@code PUT /bucket?ownershipControls}: sets who owns what others upload.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketOwnershipControls.html">AWS</a>
 */
final class PutBucketOwnershipControls extends PutConfiguration<OwnershipControls> {

  static final Route ROUTE =
      Route.bucket("PUT", "PutBucketOwnershipControls")
          .query("ownershipControls")
          .body(BodyRule.document(MAX_DOCUMENT_BYTES));

  PutBucketOwnershipControls(S3Engine engine) {
    super(engine, ROUTE, OwnershipControlsDocument.KIND);
  }
}

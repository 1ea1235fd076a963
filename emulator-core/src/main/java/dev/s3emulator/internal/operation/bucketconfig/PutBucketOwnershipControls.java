package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.Ownership;
import dev.s3emulator.internal.domain.OwnershipControls;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.S3Request;
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

  /** A bucket whose list lets others in cannot turn lists off. */
  @Override
  OwnershipControls prepare(S3Request request, Bucket bucket, OwnershipControls controls) {
    Ownership ownership = new Ownership(bucket.settings(), controls.objectOwnership());
    if (ownership.disablesAcls() && ownership.isSharedByAcl()) {
      throw S3Exception.of(S3Error.INVALID_BUCKET_ACL_WITH_OBJECT_OWNERSHIP)
          .because("The ACL of the bucket " + bucket.name() + " grants others than its owner.");
    }
    return controls;
  }
}

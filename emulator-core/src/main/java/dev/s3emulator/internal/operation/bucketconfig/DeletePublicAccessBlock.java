package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.PublicAccessBlock;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.routing.Route;

/**
 * {@code DELETE /bucket?publicAccessBlock}: removes what keeps the bucket from being made public.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeletePublicAccessBlock.html">AWS</a>
 */
final class DeletePublicAccessBlock extends DeleteConfiguration {

  static final Route ROUTE =
      Route.bucket("DELETE", "DeletePublicAccessBlock")
          .query("publicAccessBlock")
          .action("s3:PutBucketPublicAccessBlock");

  DeletePublicAccessBlock(S3Engine engine) {
    super(engine, ROUTE, PublicAccessBlock.class);
  }
}

package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.PublicAccessBlock;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.routing.Route;

/**
 * {@code GET /bucket?publicAccessBlock}: what keeps the bucket from being made public.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetPublicAccessBlock.html">AWS</a>
 */
final class GetPublicAccessBlock extends GetConfiguration<PublicAccessBlock> {

  static final Route ROUTE =
      Route.bucket("GET", "GetPublicAccessBlock")
          .query("publicAccessBlock")
          .action("s3:GetBucketPublicAccessBlock");

  GetPublicAccessBlock(S3Engine engine) {
    super(engine, ROUTE, PublicAccessBlockDocument.KIND);
  }
}

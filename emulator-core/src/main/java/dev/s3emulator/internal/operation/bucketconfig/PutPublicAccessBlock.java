package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.PublicAccessBlock;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.routing.BodyRule;
import dev.s3emulator.internal.routing.Route;

/**
 * {@code PUT /bucket?publicAccessBlock}: sets what keeps the bucket from being made public.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutPublicAccessBlock.html">AWS</a>
 */
final class PutPublicAccessBlock extends PutConfiguration<PublicAccessBlock> {

  static final Route ROUTE =
      Route.bucket("PUT", "PutPublicAccessBlock")
          .query("publicAccessBlock")
          .action("s3:PutBucketPublicAccessBlock")
          .body(BodyRule.document(MAX_DOCUMENT_BYTES));

  PutPublicAccessBlock(S3Engine engine) {
    super(engine, ROUTE, PublicAccessBlockDocument.KIND);
  }
}

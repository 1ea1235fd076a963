package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.configuration.AbacStatus;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.routing.BodyRule;
import dev.s3emulator.internal.routing.Route;

/**
 * {@code PUT /bucket?abac}: sets whether the tags of the bucket count in access decisions. Kept
 * only: access is not decided by tags yet.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketAbac.html">AWS</a>
 */
final class PutBucketAbac extends PutConfiguration<AbacStatus> {

  static final Route ROUTE =
      Route.bucket("PUT", "PutBucketAbac")
          .query("abac")
          .action("s3:PutBucketABAC")
          .body(BodyRule.document(MAX_DOCUMENT_BYTES));

  PutBucketAbac(S3Engine engine) {
    super(engine, ROUTE, AbacDocument.KIND);
  }
}

package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.configuration.BucketEncryption;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.routing.Route;

/**
 * {@code GET /bucket?encryption}: how the bucket encrypts; with S3's own keys, unless it was set.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketEncryption.html">AWS</a>
 */
final class GetBucketEncryption extends GetConfiguration<BucketEncryption> {

  static final Route ROUTE =
      Route.bucket("GET", "GetBucketEncryption")
          .query("encryption")
          .action("s3:GetEncryptionConfiguration");

  GetBucketEncryption(S3Engine engine) {
    super(engine, ROUTE, EncryptionDocument.KIND);
  }
}

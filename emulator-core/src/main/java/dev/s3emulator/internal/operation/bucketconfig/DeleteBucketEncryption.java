package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.configuration.BucketEncryption;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.routing.Route;

/**
 * {@code DELETE /bucket?encryption}: makes the bucket encrypt with S3's own keys again
 * (recorded-answers 16). That it takes customers' keys again too is not documented.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketEncryption.html">AWS</a>
 */
final class DeleteBucketEncryption extends DeleteConfiguration {

  static final Route ROUTE =
      Route.bucket("DELETE", "DeleteBucketEncryption")
          .query("encryption")
          .action("s3:PutEncryptionConfiguration");

  DeleteBucketEncryption(S3Engine engine) {
    super(engine, ROUTE, BucketEncryption.class);
  }
}

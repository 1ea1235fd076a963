package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.configuration.BucketEncryption;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.routing.BodyRule;
import dev.s3emulator.internal.routing.Route;

/**
 * {@code PUT /bucket?encryption}: sets how objects are encrypted whose upload does not say how. S3
 * does not look at the KMS key before an object needs it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketEncryption.html">AWS</a>
 */
final class PutBucketEncryption extends PutConfiguration<BucketEncryption> {

  static final Route ROUTE =
      Route.bucket("PUT", "PutBucketEncryption")
          .query("encryption")
          .action("s3:PutEncryptionConfiguration")
          .body(BodyRule.document(MAX_DOCUMENT_BYTES));

  PutBucketEncryption(S3Engine engine) {
    super(engine, ROUTE, EncryptionDocument.KIND);
  }

  /** A document that does not say what is blocked leaves it as it is. */
  @Override
  BucketEncryption prepare(S3Request request, Bucket bucket, BucketEncryption configuration) {
    return configuration.customerKeys().isPresent()
        ? configuration
        : configuration.with(BucketEncryption.of(bucket.settings()).customerKeys());
  }
}

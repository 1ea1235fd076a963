package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.configuration.DocumentNode;
import dev.s3emulator.internal.domain.configuration.IdentifiedConfigurations.Kind;
import dev.s3emulator.internal.engine.S3Engine;

/**
 * {@code PUT /bucket?inventory&id=…}: sets a configuration of inventory reports, which is kept and
 * shown.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketInventoryConfiguration.html">AWS</a>
 */
final class PutBucketInventoryConfiguration extends PutIdentifiedConfiguration {

  PutBucketInventoryConfiguration(S3Engine engine) {
    super(engine, Kind.INVENTORY, "PutBucketInventoryConfiguration");
  }

  @Override
  void check(DocumentNode document) {
    super.check(document);
    document
        .first("Destination")
        .flatMap(destination -> destination.first("S3BucketDestination"))
        .flatMap(destination -> destination.textOf("Bucket"))
        .filter(bucket -> !bucket.startsWith("arn:aws:s3:::"))
        .ifPresent(
            bucket -> {
              throw S3Exception.of(S3Error.INVALID_S3_DESTINATION_BUCKET);
            });
  }
}

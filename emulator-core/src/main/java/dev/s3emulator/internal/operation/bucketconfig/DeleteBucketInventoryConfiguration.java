package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.configuration.IdentifiedConfigurations.Kind;
import dev.s3emulator.internal.engine.S3Engine;

/**
 * {@code DELETE /bucket?inventory&id=…}: removes a configuration of inventory reports.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketInventoryConfiguration.html">AWS</a>
 */
final class DeleteBucketInventoryConfiguration extends DeleteIdentifiedConfiguration {

  DeleteBucketInventoryConfiguration(S3Engine engine) {
    super(engine, Kind.INVENTORY, "DeleteBucketInventoryConfiguration");
  }
}

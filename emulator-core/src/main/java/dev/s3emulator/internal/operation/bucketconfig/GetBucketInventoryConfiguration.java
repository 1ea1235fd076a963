package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.configuration.IdentifiedConfigurations.Kind;
import dev.s3emulator.internal.engine.S3Engine;

/**
 * {@code GET /bucket?inventory&id=…}: shows a configuration of inventory reports.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketInventoryConfiguration.html">AWS</a>
 */
final class GetBucketInventoryConfiguration extends GetIdentifiedConfiguration {

  GetBucketInventoryConfiguration(S3Engine engine) {
    super(engine, Kind.INVENTORY, "GetBucketInventoryConfiguration");
  }
}

package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.configuration.IdentifiedConfigurations.Kind;
import dev.s3emulator.internal.engine.S3Engine;

/**
 * {@code GET /bucket?inventory}: the configurations of inventory reports, by id.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBucketInventoryConfigurations.html">AWS</a>
 */
final class ListBucketInventoryConfigurations extends ListIdentifiedConfigurations {

  ListBucketInventoryConfigurations(S3Engine engine) {
    super(
        engine,
        Kind.INVENTORY,
        "ListBucketInventoryConfigurations",
        "ListInventoryConfigurationsResult");
  }
}

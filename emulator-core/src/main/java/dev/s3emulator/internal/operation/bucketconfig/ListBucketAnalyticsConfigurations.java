package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.configuration.IdentifiedConfigurations.Kind;
import dev.s3emulator.internal.engine.S3Engine;

/**
 * {@code GET /bucket?analytics}: the configurations of storage class analysis, by id.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBucketAnalyticsConfigurations.html">AWS</a>
 */
final class ListBucketAnalyticsConfigurations extends ListIdentifiedConfigurations {

  ListBucketAnalyticsConfigurations(S3Engine engine) {
    super(
        engine,
        Kind.ANALYTICS,
        "ListBucketAnalyticsConfigurations",
        "ListBucketAnalyticsConfigurationResult");
  }
}

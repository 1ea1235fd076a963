package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.configuration.IdentifiedConfigurations.Kind;
import dev.s3emulator.internal.engine.S3Engine;

/**
 * {@code GET /bucket?metrics}: the configurations of request metrics, by id.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBucketMetricsConfigurations.html">AWS</a>
 */
final class ListBucketMetricsConfigurations extends ListIdentifiedConfigurations {

  ListBucketMetricsConfigurations(S3Engine engine) {
    super(
        engine, Kind.METRICS, "ListBucketMetricsConfigurations", "ListMetricsConfigurationsResult");
  }
}

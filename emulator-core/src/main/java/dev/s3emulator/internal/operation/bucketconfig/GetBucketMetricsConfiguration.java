package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.configuration.IdentifiedConfigurations.Kind;
import dev.s3emulator.internal.engine.S3Engine;

/**
 * {@code GET /bucket?metrics&id=…}: shows a configuration of request metrics.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketMetricsConfiguration.html">AWS</a>
 */
final class GetBucketMetricsConfiguration extends GetIdentifiedConfiguration {

  GetBucketMetricsConfiguration(S3Engine engine) {
    super(engine, Kind.METRICS, "GetBucketMetricsConfiguration");
  }
}

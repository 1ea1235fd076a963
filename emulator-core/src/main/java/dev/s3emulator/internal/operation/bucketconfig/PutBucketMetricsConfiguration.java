package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.configuration.IdentifiedConfigurations.Kind;
import dev.s3emulator.internal.engine.S3Engine;

/**
 * {@code PUT /bucket?metrics&id=…}: sets a configuration of request metrics, which is kept and
 * shown.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketMetricsConfiguration.html">AWS</a>
 */
final class PutBucketMetricsConfiguration extends PutIdentifiedConfiguration {

  PutBucketMetricsConfiguration(S3Engine engine) {
    super(engine, Kind.METRICS, "PutBucketMetricsConfiguration");
  }
}

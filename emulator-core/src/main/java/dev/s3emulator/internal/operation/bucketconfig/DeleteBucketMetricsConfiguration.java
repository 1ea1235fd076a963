package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.configuration.IdentifiedConfigurations.Kind;
import dev.s3emulator.internal.engine.S3Engine;

/**
 * {@code DELETE /bucket?metrics&id=…}: removes a configuration of request metrics.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketMetricsConfiguration.html">AWS</a>
 */
final class DeleteBucketMetricsConfiguration extends DeleteIdentifiedConfiguration {

  DeleteBucketMetricsConfiguration(S3Engine engine) {
    super(engine, Kind.METRICS, "DeleteBucketMetricsConfiguration");
  }
}

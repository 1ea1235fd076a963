package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.configuration.IdentifiedConfigurations.Kind;
import dev.s3emulator.internal.engine.S3Engine;

/**
 * {@code GET /bucket?analytics&id=…}: shows a configuration of storage class analysis.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketAnalyticsConfiguration.html">AWS</a>
 */
final class GetBucketAnalyticsConfiguration extends GetIdentifiedConfiguration {

  GetBucketAnalyticsConfiguration(S3Engine engine) {
    super(engine, Kind.ANALYTICS, "GetBucketAnalyticsConfiguration");
  }
}

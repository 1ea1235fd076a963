package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.configuration.IdentifiedConfigurations.Kind;
import dev.s3emulator.internal.engine.S3Engine;

/**
 * {@code PUT /bucket?analytics&id=…}: sets a configuration of storage class analysis, which is kept
 * and shown.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketAnalyticsConfiguration.html">AWS</a>
 */
final class PutBucketAnalyticsConfiguration extends PutIdentifiedConfiguration {

  PutBucketAnalyticsConfiguration(S3Engine engine) {
    super(engine, Kind.ANALYTICS, "PutBucketAnalyticsConfiguration");
  }
}

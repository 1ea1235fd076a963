package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.configuration.IdentifiedConfigurations.Kind;
import dev.s3emulator.internal.engine.S3Engine;

/**
 * {@code DELETE /bucket?analytics&id=…}: removes a configuration of storage class analysis.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketAnalyticsConfiguration.html">AWS</a>
 */
final class DeleteBucketAnalyticsConfiguration extends DeleteIdentifiedConfiguration {

  DeleteBucketAnalyticsConfiguration(S3Engine engine) {
    super(engine, Kind.ANALYTICS, "DeleteBucketAnalyticsConfiguration");
  }
}

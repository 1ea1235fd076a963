package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.configuration.IdentifiedConfigurations.Kind;
import dev.s3emulator.internal.engine.S3Engine;

/**
 * {@code DELETE /bucket?intelligent-tiering&id=…}: removes a configuration of the archive tiers.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketIntelligentTieringConfiguration.html">AWS</a>
 */
final class DeleteBucketIntelligentTieringConfiguration extends DeleteIdentifiedConfiguration {

  DeleteBucketIntelligentTieringConfiguration(S3Engine engine) {
    super(engine, Kind.INTELLIGENT_TIERING, "DeleteBucketIntelligentTieringConfiguration");
  }
}

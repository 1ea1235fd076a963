package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.configuration.IdentifiedConfigurations.Kind;
import dev.s3emulator.internal.engine.S3Engine;

/**
 * {@code GET /bucket?intelligent-tiering&id=…}: shows a configuration of the archive tiers.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketIntelligentTieringConfiguration.html">AWS</a>
 */
final class GetBucketIntelligentTieringConfiguration extends GetIdentifiedConfiguration {

  GetBucketIntelligentTieringConfiguration(S3Engine engine) {
    super(engine, Kind.INTELLIGENT_TIERING, "GetBucketIntelligentTieringConfiguration");
  }
}

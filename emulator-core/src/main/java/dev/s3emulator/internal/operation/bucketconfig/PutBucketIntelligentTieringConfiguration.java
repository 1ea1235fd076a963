package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.configuration.IdentifiedConfigurations.Kind;
import dev.s3emulator.internal.engine.S3Engine;

/**
 * {@code PUT /bucket?intelligent-tiering&id=…}: sets a configuration of the archive tiers, which is
 * kept and shown.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketIntelligentTieringConfiguration.html">AWS</a>
 */
final class PutBucketIntelligentTieringConfiguration extends PutIdentifiedConfiguration {

  PutBucketIntelligentTieringConfiguration(S3Engine engine) {
    super(engine, Kind.INTELLIGENT_TIERING, "PutBucketIntelligentTieringConfiguration");
  }
}

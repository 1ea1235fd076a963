package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.configuration.IdentifiedConfigurations.Kind;
import dev.s3emulator.internal.engine.S3Engine;

/**
 * {@code GET /bucket?intelligent-tiering}: the configurations of the archive tiers, by id.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBucketIntelligentTieringConfigurations.html">AWS</a>
 */
final class ListBucketIntelligentTieringConfigurations extends ListIdentifiedConfigurations {

  ListBucketIntelligentTieringConfigurations(S3Engine engine) {
    super(
        engine,
        Kind.INTELLIGENT_TIERING,
        "ListBucketIntelligentTieringConfigurations",
        "ListBucketIntelligentTieringConfigurationsOutput");
  }
}

package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.configuration.CorsConfiguration;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.routing.Route;

/**
 * {@code GET /bucket?cors}: the rules for pages from elsewhere.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketCors.html">AWS</a>
 */
final class GetBucketCors extends GetConfiguration<CorsConfiguration> {

  static final Route ROUTE =
      Route.bucket("GET", "GetBucketCors").query("cors").action("s3:GetBucketCORS");

  GetBucketCors(S3Engine engine) {
    super(engine, ROUTE, CorsDocument.KIND);
  }
}

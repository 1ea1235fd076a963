package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.configuration.CorsConfiguration;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.routing.Route;

/**
 * {@code DELETE /bucket?cors}: allows nothing to pages from elsewhere.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketCors.html">AWS</a>
 */
final class DeleteBucketCors extends DeleteConfiguration {

  static final Route ROUTE =
      Route.bucket("DELETE", "DeleteBucketCors").query("cors").action("s3:PutBucketCORS");

  DeleteBucketCors(S3Engine engine) {
    super(engine, ROUTE, CorsConfiguration.class);
  }
}

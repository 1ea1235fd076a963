package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.configuration.WebsiteConfiguration;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.routing.Route;

/**
 * {@code DELETE /bucket?website}: the bucket is no website any more.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketWebsite.html">AWS</a>
 */
final class DeleteBucketWebsite extends DeleteConfiguration {

  static final Route ROUTE = Route.bucket("DELETE", "DeleteBucketWebsite").query("website");

  DeleteBucketWebsite(S3Engine engine) {
    super(engine, ROUTE, WebsiteConfiguration.class);
  }
}

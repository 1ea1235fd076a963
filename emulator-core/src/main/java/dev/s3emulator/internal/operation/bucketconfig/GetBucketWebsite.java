package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.configuration.WebsiteConfiguration;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.routing.Route;

/**
 * {@code GET /bucket?website}: the website configuration, or 404 NoSuchWebsiteConfiguration.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketWebsite.html">AWS</a>
 */
final class GetBucketWebsite extends GetConfiguration<WebsiteConfiguration> {

  static final Route ROUTE = Route.bucket("GET", "GetBucketWebsite").query("website");

  GetBucketWebsite(S3Engine engine) {
    super(engine, ROUTE, WebsiteDocument.KIND);
  }
}

package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.configuration.WebsiteConfiguration;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.routing.BodyRule;
import dev.s3emulator.internal.routing.Route;

/**
 * {@code PUT /bucket?website}: makes the bucket a website.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketWebsite.html">AWS</a>
 */
final class PutBucketWebsite extends PutConfiguration<WebsiteConfiguration> {

  static final Route ROUTE =
      Route.bucket("PUT", "PutBucketWebsite")
          .query("website")
          .body(BodyRule.checkedDocument(MAX_DOCUMENT_BYTES));

  PutBucketWebsite(S3Engine engine) {
    super(engine, ROUTE, WebsiteDocument.KIND);
  }
}

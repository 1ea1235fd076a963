package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.configuration.CorsConfiguration;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.routing.BodyRule;
import dev.s3emulator.internal.routing.Route;

/**
 * {@code PUT /bucket?cors}: says what pages from elsewhere may do with the bucket.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketCors.html">AWS</a>
 */
final class PutBucketCors extends PutConfiguration<CorsConfiguration> {

  private static final int MAX_BODY = 64 * 1024;

  static final Route ROUTE =
      Route.bucket("PUT", "PutBucketCors")
          .query("cors")
          .action("s3:PutBucketCORS")
          .body(BodyRule.checkedDocument(MAX_BODY));

  PutBucketCors(S3Engine engine) {
    super(engine, ROUTE, CorsDocument.KIND);
  }
}

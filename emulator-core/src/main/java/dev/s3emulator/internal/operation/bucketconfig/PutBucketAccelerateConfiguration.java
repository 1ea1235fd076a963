package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.configuration.AccelerateConfiguration;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.routing.BodyRule;
import dev.s3emulator.internal.routing.Route;

/**
 * {@code PUT /bucket?accelerate}: turns the accelerate endpoint on or off for the bucket.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketAccelerateConfiguration.html">AWS</a>
 */
final class PutBucketAccelerateConfiguration extends PutConfiguration<AccelerateConfiguration> {

  static final Route ROUTE =
      Route.bucket("PUT", "PutBucketAccelerateConfiguration")
          .query("accelerate")
          .action("s3:PutAccelerateConfiguration")
          .body(BodyRule.document(MAX_DOCUMENT_BYTES));

  PutBucketAccelerateConfiguration(S3Engine engine) {
    super(engine, ROUTE, AccelerateDocument.KIND);
  }

  @Override
  AccelerateConfiguration prepare(
      S3Request request, Bucket bucket, AccelerateConfiguration configuration) {
    if (bucket.name().indexOf('.') >= 0) {
      throw S3Exception.invalidRequest(
          "S3 Transfer Acceleration is not supported for buckets with periods (.) in their names");
    }
    return configuration;
  }
}

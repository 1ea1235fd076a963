package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.configuration.AccelerateConfiguration;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.routing.Route;

/**
 * {@code GET /bucket?accelerate}: whether the accelerate endpoint serves the bucket; nothing before
 * it was set once.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketAccelerateConfiguration.html">AWS</a>
 */
final class GetBucketAccelerateConfiguration extends GetConfiguration<AccelerateConfiguration> {

  static final Route ROUTE =
      Route.bucket("GET", "GetBucketAccelerateConfiguration")
          .query("accelerate")
          .action("s3:GetAccelerateConfiguration")
          .asksPayer();

  GetBucketAccelerateConfiguration(S3Engine engine) {
    super(engine, ROUTE, AccelerateDocument.KIND);
  }
}

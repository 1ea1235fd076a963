package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.configuration.LifecycleConfiguration;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.routing.Route;

/**
 * {@code DELETE /bucket?lifecycle}: removes the lifecycle rules.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketLifecycle.html">AWS</a>
 */
final class DeleteBucketLifecycle extends DeleteConfiguration {

  static final Route ROUTE =
      Route.bucket("DELETE", "DeleteBucketLifecycle")
          .query("lifecycle")
          .action("s3:PutLifecycleConfiguration");

  DeleteBucketLifecycle(S3Engine engine) {
    super(engine, ROUTE, LifecycleConfiguration.class);
  }
}

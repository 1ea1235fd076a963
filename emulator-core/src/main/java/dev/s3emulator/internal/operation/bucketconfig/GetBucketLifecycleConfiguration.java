package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.configuration.LifecycleConfiguration;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.Route;

/**
 * {@code GET /bucket?lifecycle}: the lifecycle rules.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLifecycleConfiguration.html">AWS</a>
 */
final class GetBucketLifecycleConfiguration extends GetConfiguration<LifecycleConfiguration> {

  static final Route ROUTE =
      Route.bucket("GET", "GetBucketLifecycleConfiguration")
          .query("lifecycle")
          .action("s3:GetLifecycleConfiguration");

  GetBucketLifecycleConfiguration(S3Engine engine) {
    super(engine, ROUTE, LifecycleDocument.KIND);
  }

  @Override
  S3Response show(LifecycleConfiguration configuration) {
    return S3Response.ok()
        .header(S3Headers.TRANSITION_DEFAULT_MINIMUM_OBJECT_SIZE, configuration.minimumObjectSize())
        .xml(LifecycleDocument.KIND.writer().apply(configuration))
        .build();
  }
}

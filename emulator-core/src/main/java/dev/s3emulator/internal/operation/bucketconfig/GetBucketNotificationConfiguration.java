package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.configuration.NotificationConfiguration;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.routing.Route;

/**
 * {@code GET /bucket?notification}: who is to be told about what happens in the bucket.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketNotificationConfiguration.html">AWS</a>
 */
final class GetBucketNotificationConfiguration extends GetConfiguration<NotificationConfiguration> {

  static final Route ROUTE =
      Route.bucket("GET", "GetBucketNotificationConfiguration")
          .query("notification")
          .action("s3:GetBucketNotification");

  GetBucketNotificationConfiguration(S3Engine engine) {
    super(engine, ROUTE, NotificationDocument.KIND);
  }
}

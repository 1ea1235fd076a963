package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.configuration.NotificationConfiguration;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.routing.BodyRule;
import dev.s3emulator.internal.routing.Route;

/**
 * {@code PUT /bucket?notification}: sets who is to be told about what happens in the bucket; an
 * empty document sets nobody. Kept and shown: nothing is sent yet, and the destinations are not
 * asked whether they exist.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketNotificationConfiguration.html">AWS</a>
 */
final class PutBucketNotificationConfiguration extends PutConfiguration<NotificationConfiguration> {

  static final Route ROUTE =
      Route.bucket("PUT", "PutBucketNotificationConfiguration")
          .query("notification")
          .action("s3:PutBucketNotification")
          .body(BodyRule.document(MAX_DOCUMENT_BYTES));

  PutBucketNotificationConfiguration(S3Engine engine) {
    super(engine, ROUTE, NotificationDocument.KIND);
  }

  @Override
  NotificationConfiguration prepare(
      S3Request request, Bucket bucket, NotificationConfiguration configuration) {
    return new NotificationConfiguration(
        GeneratedIds.complete(configuration.document(), "Id", engine().ids()));
  }
}

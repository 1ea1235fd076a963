package dev.s3emulator.internal.operation.objectlock;

import dev.s3emulator.internal.domain.BucketSettings;
import dev.s3emulator.internal.domain.DefaultRetention;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;

/**
 * {@code GET /bucket?object-lock}: that the bucket has Object Lock, and its default retention.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectLockConfiguration.html">AWS</a>
 */
final class GetObjectLockConfiguration implements Operation {

  static final Route ROUTE =
      Route.bucket("GET", "GetObjectLockConfiguration")
          .query("object-lock")
          .action("s3:GetBucketObjectLockConfiguration");

  private final S3Engine engine;

  GetObjectLockConfiguration(S3Engine engine) {
    this.engine = engine;
  }

  @Override
  public Route route() {
    return ROUTE;
  }

  @Override
  public S3Response handle(S3Request request) {
    BucketSettings settings = engine.state().requireBucket(request.bucketName()).settings();
    if (!settings.objectLockEnabled()) {
      throw S3Exception.of(S3Error.OBJECT_LOCK_CONFIGURATION_NOT_FOUND)
          .with("BucketName", settings.name());
    }
    return S3Response.xml(
        LockConfigurationDocument.write(settings.configuration(DefaultRetention.class)));
  }
}

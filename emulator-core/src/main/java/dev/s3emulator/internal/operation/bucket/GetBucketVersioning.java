package dev.s3emulator.internal.operation.bucket;

import dev.s3emulator.internal.domain.BucketSettings;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;
import dev.s3emulator.internal.xml.XmlWriter;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /bucket?versioning}: what PutBucketVersioning set, and nothing before it was called.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketVersioning.html">AWS</a>
 */
final class GetBucketVersioning implements Operation {

  static final Route ROUTE = Route.bucket("GET", "GetBucketVersioning").query("versioning");

  private final S3Engine engine;

  GetBucketVersioning(S3Engine engine) {
    this.engine = engine;
  }

  @Override
  public Route route() {
    return ROUTE;
  }

  @Override
  public S3Response handle(S3Request request) {
    BucketSettings settings = engine.state().requireBucket(request.bucketName()).settings();
    return S3Response.xml(
        XmlWriter.document("VersioningConfiguration")
            .elementIfPresent("Status", status(settings))
            .elementIfPresent("MfaDelete", mfaDelete(settings))
            .finish());
  }

  private static @Nullable String status(BucketSettings settings) {
    return switch (settings.versioning()) {
      case UNVERSIONED -> null;
      case ENABLED -> "Enabled";
      case SUSPENDED -> "Suspended";
    };
  }

  private static @Nullable String mfaDelete(BucketSettings settings) {
    return switch (settings.mfaDelete()) {
      case NEVER_SET -> null;
      case DISABLED -> "Disabled";
      case ENABLED -> "Enabled";
    };
  }
}

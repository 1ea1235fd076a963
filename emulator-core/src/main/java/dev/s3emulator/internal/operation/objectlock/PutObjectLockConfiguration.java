package dev.s3emulator.internal.operation.objectlock;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.BucketSettings;
import dev.s3emulator.internal.domain.Change;
import dev.s3emulator.internal.domain.DefaultRetention;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.VersioningState;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.BodyRule;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;
import java.util.Optional;

/**
 * {@code PUT /bucket?object-lock}: gives a bucket Object Lock for good, and sets or removes the
 * default retention of what is written from then on.
 *
 * <p>{@code x-amz-bucket-object-lock-token}, with which AWS's support once let existing buckets
 * have Object Lock, means nothing any more.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectLockConfiguration.html">AWS</a>
 */
final class PutObjectLockConfiguration implements Operation {

  private static final int MAX_DOCUMENT_BYTES = 2_097_152;

  static final Route ROUTE =
      Route.bucket("PUT", "PutObjectLockConfiguration")
          .query("object-lock")
          .action("s3:PutBucketObjectLockConfiguration")
          .body(BodyRule.checkedDocument(MAX_DOCUMENT_BYTES))
          .asksPayer();

  private final S3Engine engine;

  PutObjectLockConfiguration(S3Engine engine) {
    this.engine = engine;
  }

  @Override
  public Route route() {
    return ROUTE;
  }

  @Override
  public S3Response handle(S3Request request) {
    Optional<DefaultRetention> retention = request.readDocument(LockConfigurationDocument::read);
    engine.changeBucket(
        request.bucketName(), bucket -> new Change<>(lock(bucket, retention), retention));
    return S3Response.ok().build();
  }

  private static Bucket lock(Bucket bucket, Optional<DefaultRetention> retention) {
    if (bucket.versioning() != VersioningState.ENABLED) {
      throw S3Exception.of(
          S3Error.INVALID_BUCKET_STATE,
          "Versioning must be 'Enabled' on the bucket to apply a Object Lock configuration");
    }
    BucketSettings locked = bucket.settings().withObjectLock(true);
    return bucket.with(
        retention.map(locked::with).orElseGet(() -> locked.without(DefaultRetention.class)));
  }
}

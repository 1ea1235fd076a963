package dev.s3emulator.internal.operation.access;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.BucketAcl;
import dev.s3emulator.internal.domain.BucketSettings;
import dev.s3emulator.internal.domain.Change;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.AclHeaders;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.BodyRule;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;
import dev.s3emulator.internal.xml.AclDocument;

/**
 * {@code PUT /bucket?acl}: sets who may use the bucket, by headers or by a document.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketAcl.html">AWS</a>
 */
final class PutBucketAcl implements Operation {

  static final Route ROUTE =
      Route.bucket("PUT", "PutBucketAcl")
          .query("acl")
          .body(BodyRule.document(AclDocument.MAX_BYTES));

  private final S3Engine engine;

  PutBucketAcl(S3Engine engine) {
    this.engine = engine;
  }

  @Override
  public Route route() {
    return ROUTE;
  }

  @Override
  public void checkHead(S3Request request) {
    AclHeaders.ofBucket(request);
  }

  @Override
  public S3Response handle(S3Request request) {
    AclRequest wanted = AclRequest.of(request, AclHeaders.ofBucket(request));
    return engine.changeBucket(
        request.bucketName(),
        bucket -> new Change<>(changed(bucket, wanted), S3Response.ok().build()));
  }

  private static Bucket changed(Bucket bucket, AclRequest wanted) {
    BucketSettings settings = bucket.settings();
    return wanted
        .in(bucket, settings.owner())
        .map(list -> bucket.with(settings.with(new BucketAcl(list))))
        .orElse(bucket);
  }
}

package dev.s3emulator.internal.operation.access;

import dev.s3emulator.internal.domain.Ownership;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;
import dev.s3emulator.internal.xml.AclDocument;

/**
 * {@code GET /bucket?acl}: who may use the bucket. Where ACLs are off that is its owner alone,
 * whatever list it has.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketAcl.html">AWS</a>
 */
final class GetBucketAcl implements Operation {

  static final Route ROUTE = Route.bucket("GET", "GetBucketAcl").query("acl");

  private final S3Engine engine;

  GetBucketAcl(S3Engine engine) {
    this.engine = engine;
  }

  @Override
  public Route route() {
    return ROUTE;
  }

  @Override
  public S3Response handle(S3Request request) {
    Ownership ownership = Ownership.in(engine.state().requireBucket(request.bucketName()));
    return S3Response.xml(
        AclDocument.write(ownership.settings().owner().canonicalId(), ownership.bucketAcl()));
  }
}

package dev.s3emulator.internal.operation.access;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.ObjectVersion;
import dev.s3emulator.internal.domain.Ownership;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.lookup.VersionLookup;
import dev.s3emulator.internal.lookup.VersionParameter;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;
import dev.s3emulator.internal.xml.AclDocument;

/**
 * {@code GET /bucket/key?acl}: who may use a version. A delete marker on top is 404 here, and 405
 * to PutObjectAcl (recorded-answers 6).
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectAcl.html">AWS</a>
 */
final class GetObjectAcl implements Operation {

  static final Route ROUTE = Route.object("GET", "GetObjectAcl").query("acl").asksPayer();

  private final S3Engine engine;

  GetObjectAcl(S3Engine engine) {
    this.engine = engine;
  }

  @Override
  public Route route() {
    return ROUTE;
  }

  @Override
  public void checkUrl(S3Request request) {
    VersionParameter.of(request);
  }

  @Override
  public S3Response handle(S3Request request) {
    Bucket bucket = engine.state().requireBucket(request.bucketName());
    ObjectVersion version =
        VersionLookup.require(
            bucket, request.key(), VersionParameter.of(request), request.head().method());
    Ownership ownership = Ownership.in(bucket);
    return VersionHeader.add(S3Response.ok(), bucket, version)
        .xml(AclDocument.write(ownership.ownerOf(version).canonicalId(), ownership.aclOf(version)))
        .build();
  }
}

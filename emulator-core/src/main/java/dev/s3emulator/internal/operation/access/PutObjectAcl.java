package dev.s3emulator.internal.operation.access;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.Change;
import dev.s3emulator.internal.domain.ObjectVersion;
import dev.s3emulator.internal.domain.Ownership;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.lookup.VersionLookup;
import dev.s3emulator.internal.lookup.VersionParameter;
import dev.s3emulator.internal.protocol.AclHeaders;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.BodyRule;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;
import dev.s3emulator.internal.xml.AclDocument;

/**
 * {@code PUT /bucket/key?acl}: sets who may use a version, by headers or by a document.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectAcl.html">AWS</a>
 */
final class PutObjectAcl implements Operation {

  static final Route ROUTE =
      Route.object("PUT", "PutObjectAcl")
          .query("acl")
          .body(BodyRule.document(AclDocument.MAX_BYTES))
          .asksPayer();

  private final S3Engine engine;

  PutObjectAcl(S3Engine engine) {
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
  public void checkHead(S3Request request) {
    AclHeaders.ofObject(request);
  }

  @Override
  public S3Response handle(S3Request request) {
    AclRequest wanted = AclRequest.of(request, AclHeaders.ofObject(request));
    return engine.changeBucket(request.bucketName(), bucket -> change(bucket, request, wanted));
  }

  private static Change<S3Response> change(Bucket bucket, S3Request request, AclRequest wanted) {
    ObjectVersion version =
        VersionLookup.requireObject(
            bucket, request.key(), VersionParameter.of(request), request.head().method());
    Bucket changed =
        wanted
            .in(bucket, Ownership.in(bucket).ownerOf(version))
            .map(list -> version.with(version.attributes().with(list)))
            .map(next -> bucket.replace(request.key(), next))
            .orElse(bucket);
    return new Change<>(changed, VersionHeader.add(S3Response.ok(), bucket, version).build());
  }
}

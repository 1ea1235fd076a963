package dev.s3emulator.internal.operation.objectlock;

import dev.s3emulator.internal.domain.Locking;
import dev.s3emulator.internal.domain.attribute.ObjectLock.LegalHold;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.lookup.VersionParameter;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.BodyRule;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;

/**
 * {@code PUT /bucket/key?legal-hold&versionId=…}: puts a legal hold on a version, or lifts it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectLegalHold.html">AWS</a>
 */
final class PutObjectLegalHold implements Operation {

  static final Route ROUTE =
      Route.object("PUT", "PutObjectLegalHold")
          .query("legal-hold")
          .body(BodyRule.checkedDocument(LockedObject.MAX_DOCUMENT_BYTES))
          .asksPayer();

  private final S3Engine engine;

  PutObjectLegalHold(S3Engine engine) {
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
    Locking.requireEnabled(engine.state().requireBucket(request.bucketName()));
  }

  @Override
  public S3Response handle(S3Request request) {
    LegalHold hold = request.readDocument(LegalHoldDocument::read);
    return LockedObject.change(engine, request, version -> Locking.hold(version, hold));
  }
}

package dev.s3emulator.internal.operation.objectlock;

import dev.s3emulator.internal.domain.Locking;
import dev.s3emulator.internal.domain.attribute.Retention;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.lookup.VersionParameter;
import dev.s3emulator.internal.protocol.LockHeaders;
import dev.s3emulator.internal.protocol.NeededAction;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.BodyRule;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * {@code PUT /bucket/key?retention&versionId=…}: retains a version, changes its retention or, with
 * an empty document, removes it, as far as {@link Locking} allows.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectRetention.html">AWS</a>
 */
final class PutObjectRetention implements Operation {

  static final Route ROUTE =
      Route.object("PUT", "PutObjectRetention")
          .query("retention")
          .body(BodyRule.checkedDocument(LockedObject.MAX_DOCUMENT_BYTES))
          .asksPayer();

  private final S3Engine engine;

  PutObjectRetention(S3Engine engine) {
    this.engine = engine;
  }

  @Override
  public Route route() {
    return ROUTE;
  }

  /** Who wants to bypass a retention must be allowed to, also where there is none to bypass. */
  @Override
  public List<NeededAction> actions(S3Request request) {
    return LockHeaders.bypassesGovernance(request)
        ? List.of(NeededAction.of(ROUTE.action()), NeededAction.of("s3:BypassGovernanceRetention"))
        : List.of(NeededAction.of(ROUTE.action()));
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
    Instant now = engine.instant();
    Optional<Retention> wanted =
        request.readDocument(document -> RetentionDocument.read(document, now));
    boolean bypass = LockHeaders.bypassesGovernance(request);
    return LockedObject.change(
        engine, request, version -> Locking.retain(version, wanted, bypass, now));
  }
}

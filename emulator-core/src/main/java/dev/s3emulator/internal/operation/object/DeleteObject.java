package dev.s3emulator.internal.operation.object;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.DeleteCommand;
import dev.s3emulator.internal.domain.DeleteOutcome;
import dev.s3emulator.internal.domain.Deletion;
import dev.s3emulator.internal.domain.ETagCondition;
import dev.s3emulator.internal.domain.VersionId;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.lookup.VersionParameter;
import dev.s3emulator.internal.protocol.NeededAction;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;
import java.util.List;
import java.util.Optional;

/**
 * {@code DELETE /bucket/key?versionId=…}: 204 in every case of success, also when nothing was
 * there.
 *
 * <p>What happens to the key is decided by {@link Deletion}. A malformed version id is 400 here and
 * a per-key NoSuchVersion in {@link DeleteObjects}; S3 really differs (delete-semantics 2.1).
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObject.html">AWS</a>
 */
final class DeleteObject implements Operation {

  static final Route ROUTE = Route.object("DELETE", "DeleteObject").asksPayer();

  private final S3Engine engine;

  DeleteObject(S3Engine engine) {
    this.engine = engine;
  }

  @Override
  public Route route() {
    return ROUTE;
  }

  @Override
  public List<NeededAction> actions(S3Request request) {
    return DeletePermissions.of(
        DeleteHeaders.bypassesGovernance(request), request.headerValue(S3Headers.IF_MATCH));
  }

  @Override
  public void checkHead(S3Request request) {
    // The order matters when several are wrong: a malformed id, an unknown condition, the bypass.
    DeleteHeaders.refuseUnsupportedConditions(request, VersionParameter.of(request));
    Bucket bucket = engine.state().requireBucket(request.bucketName());
    DeleteHeaders.check(request, bucket);
  }

  @Override
  public S3Response handle(S3Request request) {
    Optional<VersionId> versionId = VersionParameter.of(request);
    Optional<ETagCondition> ifMatch =
        request.headerValue(S3Headers.IF_MATCH).map(ETagCondition::parse);
    DeleteOutcome outcome =
        engine.changeBucket(
            request.bucketName(),
            request.requester(),
            (bucket, context) ->
                Deletion.delete(
                    bucket,
                    new DeleteCommand(
                        request.key(),
                        versionId,
                        ifMatch,
                        DeleteHeaders.authority(request, bucket)),
                    context));
    S3Response.Builder response = S3Response.status(204);
    if (outcome.deleteMarker()) {
      response.header(S3Headers.DELETE_MARKER, "true");
    }
    outcome.versionId().ifPresent(id -> response.header(S3Headers.VERSION_ID, id.toString()));
    return response.build();
  }
}

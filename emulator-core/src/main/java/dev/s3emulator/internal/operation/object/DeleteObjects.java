package dev.s3emulator.internal.operation.object;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.Change;
import dev.s3emulator.internal.domain.DeleteCommand;
import dev.s3emulator.internal.domain.DeleteCommand.Authority;
import dev.s3emulator.internal.domain.DeleteOutcome;
import dev.s3emulator.internal.domain.Deletion;
import dev.s3emulator.internal.domain.ETagCondition;
import dev.s3emulator.internal.domain.MfaDeleteRule;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.VersionId;
import dev.s3emulator.internal.domain.WriteContext;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.AccessCheck;
import dev.s3emulator.internal.protocol.NeededAction;
import dev.s3emulator.internal.protocol.PartialRefusal;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.protocol.SubRequest;
import dev.s3emulator.internal.routing.BodyRule;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;
import dev.s3emulator.internal.xml.XmlWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * {@code POST /bucket?delete} with up to 1000 keys: 200 whenever the request as a whole is valid,
 * even if every key failed.
 *
 * <p>Each key is decided by {@link Deletion} exactly as DeleteObject decides it, in the order of
 * the request; an error on one key undoes nothing of another. The whole batch is one change of the
 * state, so readers see all of it or nothing.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html">AWS</a>
 */
final class DeleteObjects implements Operation {

  /** Measured on S3: 2,048,000 bytes, not 2 MiB. */
  private static final int MAX_BODY = 2_048_000;

  static final Route ROUTE =
      Route.bucket("POST", "DeleteObjects")
          .query("delete")
          .action("s3:DeleteObject")
          .body(BodyRule.checkedDocument(MAX_BODY))
          .asksPayer();

  private final S3Engine engine;

  DeleteObjects(S3Engine engine) {
    this.engine = engine;
  }

  @Override
  public Route route() {
    return ROUTE;
  }

  /** Each key is allowed or denied by itself; the bucket has no permission of its own. */
  @Override
  public boolean authorizesItself() {
    return true;
  }

  @Override
  public void checkHead(S3Request request) {
    DeleteHeaders.check(request, engine.state().requireBucket(request.bucketName()));
  }

  @Override
  public S3Response handle(S3Request request) {
    DeleteDocument document = request.readDocument(DeleteDocument::read);
    List<Result> results =
        engine.changeBucket(
            request.bucketName(),
            request.requester(),
            (bucket, context) -> deleteAll(bucket, document, request, context));
    return S3Response.ok()
        .xml(render(results, document.quiet()))
        .refusals(results.stream().flatMap(result -> result.refusal().stream()).toList())
        .subRequests(
            () -> results.stream().map(result -> result.subRequest(request.bucketName())).toList())
        .build();
  }

  private static Change<List<Result>> deleteAll(
      Bucket bucket, DeleteDocument document, S3Request request, WriteContext context) {
    Authority authority = DeleteHeaders.authority(request, bucket);
    // One version of a thousand keys without its code, and none of them is deleted.
    MfaDeleteRule.requireForDelete(
        bucket.settings(), document.namesVersion(), authority.secondFactor());
    List<Result> results = new ArrayList<>(document.entries().size());
    Bucket next = bucket;
    // The same key and version named twice is deleted and reported once.
    for (DeleteDocument.Entry entry : new LinkedHashSet<>(document.entries())) {
      try {
        requireAccess(request, next, entry);
        Change<DeleteOutcome> change = Deletion.delete(next, command(entry, authority), context);
        next = change.bucket();
        results.add(new Result(entry, Optional.of(change.outcome()), Optional.empty()));
      } catch (S3Exception refused) {
        results.add(new Result(entry, Optional.empty(), Optional.of(refused)));
      }
    }
    return new Change<>(next, results);
  }

  private static void requireAccess(S3Request request, Bucket bucket, DeleteDocument.Entry entry) {
    AccessCheck access = request.access();
    if (entry.eTag().isPresent()) {
      access = access.withHeader(S3Headers.IF_MATCH, entry.eTag().get());
    }
    boolean bypass = DeleteHeaders.bypassesGovernance(request);
    for (NeededAction action : DeletePermissions.of(bypass, entry.eTag())) {
      access.require(action, bucket, entry.key(), entry.versionId());
    }
  }

  private static DeleteCommand command(DeleteDocument.Entry entry, Authority authority) {
    return new DeleteCommand(
        entry.key(),
        entry.versionId().map(DeleteObjects::versionId),
        entry.eTag().map(ETagCondition::parse),
        authority);
  }

  private static VersionId versionId(String text) {
    if (text.isEmpty()) {
      // Unknown on S3; never a silent delete marker.
      throw S3Exception.invalidArgument("Version id cannot be the empty string", "versionId", text);
    }
    return VersionId.parse(text)
        .orElseThrow(() -> S3Exception.of(S3Error.NO_SUCH_VERSION).because(VersionId.NEVER_ISSUED));
  }

  private static byte[] render(List<Result> results, boolean quiet) {
    XmlWriter xml = XmlWriter.document("DeleteResult", quiet ? 256 : 128 * results.size() + 256);
    if (!quiet) {
      for (Result result : results) {
        result.outcome().ifPresent(outcome -> renderDeleted(xml, result.entry(), outcome));
      }
    }
    for (Result result : results) {
      result.error().ifPresent(error -> renderError(xml, result.entry(), error));
    }
    return xml.finish();
  }

  private static void renderDeleted(
      XmlWriter xml, DeleteDocument.Entry entry, DeleteOutcome outcome) {
    xml.start("Deleted")
        .element("Key", entry.key().toString())
        .elementIfPresent("VersionId", entry.versionId().orElse(null));
    if (outcome.deleteMarker()) {
      xml.element("DeleteMarker", true);
      outcome.versionId().ifPresent(id -> xml.element("DeleteMarkerVersionId", id.toString()));
    }
    xml.end();
  }

  private static void renderError(XmlWriter xml, DeleteDocument.Entry entry, S3Exception error) {
    xml.start("Error")
        .element("Key", entry.key().toString())
        .elementIfPresent("VersionId", entry.versionId().orElse(null))
        .element("Code", error.error().code())
        .element("Message", error.text())
        .end();
  }

  /** What became of one entry: deleted, or refused. */
  private record Result(
      DeleteDocument.Entry entry, Optional<DeleteOutcome> outcome, Optional<S3Exception> error) {

    SubRequest subRequest(String bucketName) {
      return new SubRequest(
          SubRequest.Kind.DELETE, bucketName, entry.key(), entry.versionId(), error);
    }

    Optional<PartialRefusal> refusal() {
      return error.map(refused -> new PartialRefusal(entry.key(), entry.versionId(), refused));
    }
  }
}

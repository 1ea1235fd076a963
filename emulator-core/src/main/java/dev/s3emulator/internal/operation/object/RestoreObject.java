package dev.s3emulator.internal.operation.object;

import dev.s3emulator.internal.domain.ObjectVersion;
import dev.s3emulator.internal.domain.Restoring;
import dev.s3emulator.internal.domain.VersionId;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.lookup.VersionLookup;
import dev.s3emulator.internal.lookup.VersionParameter;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.BodyRule;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;
import java.util.Optional;

/**
 * {@code POST /bucket/key?restore}: makes an archived version readable for some days; 202 when that
 * begins, 200 when the copy is there already.
 *
 * <p>A restoration ends when the emulator's clock has moved on: by 5 minutes for Expedited, 5 hours
 * for Standard and 12 hours for Bulk, from DEEP_ARCHIVE by 12 and 48 hours.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_RestoreObject.html">AWS</a>
 */
final class RestoreObject implements Operation {

  private static final int MAX_DOCUMENT_BYTES = 256 * 1024;

  static final Route ROUTE =
      Route.object("POST", "RestoreObject")
          .query("restore")
          .body(BodyRule.document(MAX_DOCUMENT_BYTES))
          .asksPayer();

  private final S3Engine engine;

  RestoreObject(S3Engine engine) {
    this.engine = engine;
  }

  @Override
  public Route route() {
    return ROUTE;
  }

  @Override
  public S3Response handle(S3Request request) {
    Optional<VersionId> versionId = VersionParameter.of(request);
    RestoreDocument document = request.readDocument(RestoreDocument::read);
    Restoring.Outcome outcome =
        engine.changeBucket(
            request.bucketName(),
            bucket -> {
              ObjectVersion version =
                  VersionLookup.requireObject(
                      bucket, request.key(), versionId, request.head().method());
              // S3 looks at the class even if the request says nothing else that makes sense.
              Restoring.requireArchived(
                  version.metadata().storageClass(), document.days().isPresent());
              return Restoring.restore(
                  bucket, request.key(), version, document.command(), engine.now());
            });
    return S3Response.status(outcome == Restoring.Outcome.STARTED ? 202 : 200).build();
  }
}

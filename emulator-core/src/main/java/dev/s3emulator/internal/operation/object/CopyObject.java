package dev.s3emulator.internal.operation.object;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.Change;
import dev.s3emulator.internal.domain.ObjectContent;
import dev.s3emulator.internal.domain.ObjectMetadata;
import dev.s3emulator.internal.domain.ObjectVersion;
import dev.s3emulator.internal.domain.VersioningState;
import dev.s3emulator.internal.domain.WriteCommand;
import dev.s3emulator.internal.domain.WriteContext;
import dev.s3emulator.internal.domain.Writing;
import dev.s3emulator.internal.domain.attribute.VersionAttributes;
import dev.s3emulator.internal.domain.checksum.Checksum;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.Dates;
import dev.s3emulator.internal.protocol.NeededAction;
import dev.s3emulator.internal.protocol.RequestPayer;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;
import dev.s3emulator.internal.xml.XmlWriter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code PUT /bucket/key} with {@code x-amz-copy-source}: 200 with a CopyObjectResult.
 *
 * <p>The copy shares the bytes of its source. Source and destination are looked at and changed at
 * one instant: the source is read inside the change of the destination, when nothing else changes.
 * Where digests must be computed that is done before, outside the change, and again if the source
 * has become another one meanwhile.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html">AWS</a>
 */
final class CopyObject implements Operation {

  // The permissions of a copy are those of a GET of the source and a PUT of the destination.
  static final Route ROUTE =
      Route.object("PUT", "CopyObject")
          .header(S3Headers.COPY_SOURCE)
          .action("s3:PutObject")
          .asksPayer();

  private final S3Engine engine;
  private final RecentMetadata recent;

  CopyObject(S3Engine engine, RecentMetadata recent) {
    this.engine = engine;
    this.recent = recent;
  }

  @Override
  public Route route() {
    return ROUTE;
  }

  @Override
  public List<NeededAction> actions(S3Request request) {
    return WritePermissions.of(request.head().headers());
  }

  @Override
  public S3Response handle(S3Request request) {
    CopyRequest copy = CopyRequest.of(request);
    Digested digested = null;
    while (true) {
      Digested known = digested;
      Attempt attempt =
          engine.changeBucket(
              request.bucketName(),
              request.requester(),
              (bucket, context) -> attempt(copy, bucket, known, context));
      if (attempt.stored() != null) {
        return respond(request, attempt, attempt.stored());
      }
      ObjectContent content = attempt.source().content();
      boolean md5Known = attempt.source().encryption().showsMd5();
      digested = new Digested(content, CopyDigests.byReading(content, copy.algorithm(), md5Known));
    }
  }

  /** Copies, or finds that the digests of this source must be computed first. */
  private Change<Attempt> attempt(
      CopyRequest copy, Bucket bucket, @Nullable Digested digested, WriteContext context) {
    WriteHeaders.check(copy.request(), bucket);
    Bucket sourceBucket = engine.state().requireBucket(copy.source().bucket());
    copy.requireAccess(sourceBucket);
    ObjectVersion source = copy.requireSource(sourceBucket, context.now());
    copy.requireTagAccess(sourceBucket, source, bucket);
    copy.precondition().require(bucket, copy.request().key());
    // A copy never has the lock of its source.
    VersionAttributes attributes =
        WriteHeaders.attributes(copy.request(), copy.encryption(), bucket, context.instant());
    boolean md5Known = source.encryption().showsMd5() || !attributes.encryption().showsMd5();
    Optional<ObjectContent> content =
        digested != null && digested.source().equals(source.content())
            ? Optional.of(digested.copy())
            : CopyDigests.withoutReading(source.content(), copy.algorithm(), md5Known);
    if (content.isEmpty()) {
      return new Change<>(bucket, new Attempt(source, sourceBucket, bucket, null));
    }
    Change<ObjectVersion> change =
        Writing.put(bucket, command(copy, source, content.get(), attributes), context);
    return new Change<>(
        change.bucket(), new Attempt(source, sourceBucket, bucket, change.outcome()));
  }

  private WriteCommand command(
      CopyRequest copy, ObjectVersion source, ObjectContent content, VersionAttributes attributes) {
    ObjectMetadata metadata =
        copy.metadata()
            .orElseGet(
                () ->
                    MetadataHeaders.readCopied(source.metadata(), copy.request().head().headers()));
    return new WriteCommand(
        copy.request().key(),
        content,
        recent.share(metadata),
        copy.tags().orElse(source.tags()),
        attributes,
        copy.precondition());
  }

  private static S3Response respond(S3Request request, Attempt attempt, ObjectVersion stored) {
    S3Response.Builder response =
        EncryptionEcho.addWithContext(S3Response.ok(), stored.encryption());
    // Unlike PutObject, a copy into a suspended bucket does show its "null" (recorded-answers 3.6).
    if (attempt.destinationBucket().versioning() != VersioningState.UNVERSIONED) {
      response.header(S3Headers.VERSION_ID, stored.versionId().toString());
    }
    // The id "null" of a source is never shown (recorded-answers 3.7).
    if (!attempt.source().versionId().isNull()) {
      response.header(S3Headers.COPY_SOURCE_VERSION_ID, attempt.source().versionId().toString());
    }
    if (RequestPayer.isCharged(request, attempt.sourceBucket().settings())) {
      response.header(S3Headers.REQUEST_CHARGED, RequestPayer.REQUESTER);
    }
    Checksum checksum = stored.checksum();
    return response
        .xml(
            XmlWriter.document("CopyObjectResult")
                .element("LastModified", Dates.iso(stored.lastModified()))
                .element("ETag", stored.eTag().quoted())
                .element("ChecksumType", checksum.type().name())
                .element("Checksum" + checksum.algorithm().wireName(), checksum.base64())
                .finish())
        .subRequests(() -> CopyRequest.source(request).subRequests())
        .build();
  }

  /** What was computed over the bytes of a source. */
  private record Digested(ObjectContent source, ObjectContent copy) {}

  /** What one look at the state found, and what it stored unless digests were missing. */
  private record Attempt(
      ObjectVersion source,
      Bucket sourceBucket,
      Bucket destinationBucket,
      @Nullable ObjectVersion stored) {}
}

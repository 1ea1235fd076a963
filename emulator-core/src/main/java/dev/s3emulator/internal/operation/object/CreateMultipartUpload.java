package dev.s3emulator.internal.operation.object;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.ObjectMetadata;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.Upload;
import dev.s3emulator.internal.domain.Upload.UploadedObject;
import dev.s3emulator.internal.domain.UploadChecksum;
import dev.s3emulator.internal.domain.attribute.VersionAttributes;
import dev.s3emulator.internal.domain.multipart.InitiateCommand;
import dev.s3emulator.internal.domain.multipart.Uploading;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.LockHeaders;
import dev.s3emulator.internal.protocol.NeededAction;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;
import dev.s3emulator.internal.xml.XmlWriter;
import java.util.List;

/**
 * {@code POST /bucket/key?uploads}: 200 with the id of a new upload, which keeps what the headers
 * say about the object.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateMultipartUpload.html">AWS</a>
 */
final class CreateMultipartUpload implements Operation {

  static final Route ROUTE =
      Route.object("POST", "CreateMultipartUpload")
          .query("uploads")
          .action("s3:PutObject")
          .asksPayer();

  private final S3Engine engine;
  private final RecentMetadata recent;

  CreateMultipartUpload(S3Engine engine, RecentMetadata recent) {
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
  public void checkHead(S3Request request) {
    if (request.caller().hasNoAccount()) {
      throw refusalOfAnonymous()
          .because("Whatever policies and ACLs allow, S3 lets nobody begin an upload in parts.");
    }
    Bucket bucket = engine.state().requireBucket(request.bucketName());
    WriteHeaders.check(request, bucket);
    LockHeaders.read(request, bucket, engine.instant());
    command(request, VersionAttributes.DEFAULT);
  }

  @Override
  public S3Exception refusalOfAnonymous() {
    return S3Exception.of(
        S3Error.ACCESS_DENIED,
        "Anonymous users cannot initiate multipart uploads.  Please authenticate.");
  }

  @Override
  public S3Response handle(S3Request request) {
    EncryptionHeaders encryption = EncryptionHeaders.of(request);
    Upload upload =
        engine.changeBucket(
            request.bucketName(),
            request.requester(),
            (bucket, context) ->
                Uploading.initiate(
                    bucket,
                    command(
                        request,
                        WriteHeaders.attributes(request, encryption, bucket, context.instant())),
                    context,
                    engine.ids()::uploadId));
    S3Response.Builder response =
        EncryptionEcho.addWithContext(S3Response.ok(), upload.object().attributes().encryption());
    UploadChecksum checksum = upload.checksum();
    if (checksum.declared()) {
      response
          .header(S3Headers.CHECKSUM_ALGORITHM, checksum.algorithm().wireName())
          .header(S3Headers.CHECKSUM_TYPE, checksum.type().name());
    }
    return response
        .xml(
            XmlWriter.document("InitiateMultipartUploadResult")
                .element("Bucket", request.bucketName())
                .element("Key", request.key().toString())
                .element("UploadId", upload.id().toString())
                .finish())
        .build();
  }

  private InitiateCommand command(S3Request request, VersionAttributes attributes) {
    ObjectMetadata metadata = recent.share(MetadataHeaders.read(request.head().headers()));
    return new InitiateCommand(
        request.key(),
        new UploadedObject(metadata, WriteHeaders.tags(request), attributes),
        UploadChecksum.of(
            request.headerValue(S3Headers.CHECKSUM_ALGORITHM),
            request.headerValue(S3Headers.CHECKSUM_TYPE)));
  }
}

package dev.s3emulator.internal.operation.object;

import dev.s3emulator.internal.domain.BlobSlice;
import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.ByteRange;
import dev.s3emulator.internal.domain.ObjectContent;
import dev.s3emulator.internal.domain.ObjectVersion;
import dev.s3emulator.internal.domain.Part;
import dev.s3emulator.internal.domain.ReadConditions;
import dev.s3emulator.internal.domain.Upload;
import dev.s3emulator.internal.domain.UploadChecksum;
import dev.s3emulator.internal.domain.checksum.Checksum;
import dev.s3emulator.internal.domain.checksum.ChecksumAlgorithm;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.Dates;
import dev.s3emulator.internal.protocol.RequestPayer;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;
import dev.s3emulator.internal.xml.XmlWriter;
import java.util.Optional;

/**
 * {@code PUT /bucket/key?partNumber=…&uploadId=…} with {@code x-amz-copy-source}: 200 with a
 * CopyPartResult.
 *
 * <p>The part shares the bytes of its source, as it was when the request came.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPartCopy.html">AWS</a>
 */
final class UploadPartCopy implements Operation {

  // The permissions are those of a GET of the source and a PUT of the destination.
  static final Route ROUTE =
      Route.object("PUT", "UploadPartCopy")
          .query("partNumber")
          .query("uploadId")
          .header(S3Headers.COPY_SOURCE)
          .action("s3:PutObject")
          .asksPayer();

  private final S3Engine engine;

  UploadPartCopy(S3Engine engine) {
    this.engine = engine;
  }

  @Override
  public Route route() {
    return ROUTE;
  }

  @Override
  public S3Response handle(S3Request request) {
    int number = UploadParameters.partNumber(request);
    CopySource source = CopyRequest.source(request);
    Optional<CopyRange> range =
        request.headerValue(S3Headers.COPY_SOURCE_RANGE).map(CopyRange::parse);
    ReadConditions conditions = ReadRequest.conditions(request, CopyRequest.CONDITION_PREFIX);
    Upload upload = UploadParameters.requireForPart(engine, request);
    UploadChecksum checksum = upload.checksum();
    Bucket bucket = engine.state().requireBucket(source.bucket());
    CopyRequest.requireAccess(request, source, bucket);
    ObjectVersion version =
        CopyRequest.requireVersion(request, source, bucket, conditions, engine.now());
    Part part =
        UploadParameters.put(
            engine,
            request,
            new Part(number, engine.now(), content(version, range, checksum.algorithm())));
    S3Response.Builder response =
        EncryptionEcho.add(S3Response.ok(), upload.object().attributes().encryption())
            .subRequests(source::subRequests);
    if (RequestPayer.isCharged(request, bucket.settings())) {
      response.header(S3Headers.REQUEST_CHARGED, RequestPayer.REQUESTER);
    }
    return respond(response, version, part, upload.checksum());
  }

  private static ObjectContent content(
      ObjectVersion version, Optional<CopyRange> range, ChecksumAlgorithm algorithm) {
    ObjectContent source = version.content();
    Optional<ByteRange> bytes = range.map(wanted -> wanted.require(version.size()));
    CopyRequest.requireCopyableSize(bytes.map(ByteRange::length).orElse(version.size()));
    if (bytes.isPresent()) {
      ByteRange copied = bytes.get();
      return CopyDigests.of(
          new BlobSlice(source.blob(), copied.first(), copied.length()), algorithm);
    }
    Optional<ChecksumAlgorithm> wanted = Optional.of(algorithm);
    boolean md5Known = version.encryption().showsMd5();
    return CopyDigests.withoutReading(source, wanted, md5Known)
        .orElseGet(() -> CopyDigests.byReading(source, wanted, md5Known));
  }

  private static S3Response respond(
      S3Response.Builder response, ObjectVersion source, Part part, UploadChecksum wanted) {
    if (!source.versionId().isNull()) {
      response.header(S3Headers.COPY_SOURCE_VERSION_ID, source.versionId().toString());
    }
    XmlWriter xml =
        XmlWriter.document("CopyPartResult")
            .element("LastModified", Dates.iso(part.lastModified()))
            .element("ETag", part.eTag().quoted());
    if (wanted.declared()) {
      Checksum checksum = part.content().checksum();
      xml.element("Checksum" + checksum.algorithm().wireName(), checksum.base64());
    }
    return response.xml(xml.finish()).build();
  }
}

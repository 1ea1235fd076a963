package dev.s3emulator.internal.operation.object;

import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.Ownership;
import dev.s3emulator.internal.domain.Part;
import dev.s3emulator.internal.domain.Upload;
import dev.s3emulator.internal.domain.UploadChecksum;
import dev.s3emulator.internal.domain.checksum.Checksum;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.Dates;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;
import dev.s3emulator.internal.xml.XmlWriter;
import java.util.Optional;

/**
 * {@code GET /bucket/key?uploadId=…&part-number-marker=…}: the parts of an upload.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListParts.html">AWS</a>
 */
final class ListParts implements Operation {

  static final Route ROUTE =
      Route.object("GET", "ListParts")
          .query("uploadId")
          .action("s3:ListMultipartUploadParts")
          .asksPayer();

  private final S3Engine engine;

  ListParts(S3Engine engine) {
    this.engine = engine;
  }

  @Override
  public Route route() {
    return ROUTE;
  }

  @Override
  public S3Response handle(S3Request request) {
    PartPage page = PartPage.ofParameters(request);
    Upload upload = UploadParameters.require(engine, request);
    Optional<CustomerKey> key = CustomerKey.of(request);
    if (key.isPresent()) {
      CustomerKey.requireForPart(key, upload.object().attributes().encryption());
    }
    Ownership ownership = Ownership.in(engine.state().requireBucket(request.bucketName()));
    return S3Response.xml(render(request, upload, ownership.ownerOf(upload), page));
  }

  private static byte[] render(S3Request request, Upload upload, Owner owner, PartPage page) {
    Owner initiator = upload.initiator();
    XmlWriter xml =
        XmlWriter.document("ListPartsResult")
            .element("Bucket", request.bucketName())
            .element("Key", request.key().toString())
            .element("UploadId", upload.id().toString())
            .start("Initiator")
            .element("ID", initiator.canonicalId())
            .element("DisplayName", initiator.displayName())
            .end()
            .start("Owner")
            .element("ID", owner.canonicalId())
            .end()
            .element("StorageClass", upload.object().metadata().storageClass().name());
    UploadChecksum checksum = upload.checksum();
    if (checksum.declared()) {
      xml.element("ChecksumAlgorithm", checksum.algorithm().wireName())
          .element("ChecksumType", checksum.type().name());
    }
    page.write(
        xml, upload.partsBehind(page.marker()), part -> render(xml, part, checksum.declared()));
    return xml.finish();
  }

  private static void render(XmlWriter xml, Part part, boolean withChecksum) {
    xml.start("Part")
        .element("PartNumber", part.number())
        .element("LastModified", Dates.iso(part.lastModified()))
        .element("ETag", part.eTag().quoted())
        .element("Size", part.size());
    if (withChecksum) {
      Checksum checksum = part.content().checksum();
      xml.element("Checksum" + checksum.algorithm().wireName(), checksum.base64());
    }
    xml.end();
  }
}

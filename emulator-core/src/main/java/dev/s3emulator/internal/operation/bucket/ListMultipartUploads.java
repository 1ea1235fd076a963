package dev.s3emulator.internal.operation.bucket;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.Ownership;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.Upload;
import dev.s3emulator.internal.domain.UploadId;
import dev.s3emulator.internal.domain.listing.ListingPage;
import dev.s3emulator.internal.domain.listing.UploadListing;
import dev.s3emulator.internal.domain.listing.UploadMarker;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.Dates;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;
import dev.s3emulator.internal.xml.XmlWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /bucket?uploads&key-marker=…&upload-id-marker=…}: the uploads that are neither
 * completed nor aborted.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListMultipartUploads.html">AWS</a>
 */
final class ListMultipartUploads implements Operation {

  static final Route ROUTE =
      Route.bucket("GET", "ListMultipartUploads")
          .query("uploads")
          .action("s3:ListBucketMultipartUploads")
          .asksPayer();

  private static final String MAX_UPLOADS = "max-uploads";
  private static final String UPLOAD_ID_MARKER = "upload-id-marker";

  private final S3Engine engine;

  ListMultipartUploads(S3Engine engine) {
    this.engine = engine;
  }

  @Override
  public Route route() {
    return ROUTE;
  }

  @Override
  public S3Response handle(S3Request request) {
    ListingParameters parameters = ListingParameters.of(request, MAX_UPLOADS);
    UploadMarker marker = marker(request);
    if (parameters.maxKeys() < 0) {
      throw S3Exception.invalidArgument(
          "Argument max-uploads must be an integer between 0 and 2147483647",
          MAX_UPLOADS,
          Integer.toString(parameters.maxKeys()));
    }
    Bucket bucket = engine.state().requireBucket(request.bucketName());
    ListingPage<Upload> page = UploadListing.page(bucket.uploads(), parameters.scope(), marker);
    return S3Response.xml(render(request, parameters, page, Ownership.in(bucket)));
  }

  /** Returns after what the page begins. Without a key the id of an upload means nothing. */
  private static @Nullable UploadMarker marker(S3Request request) {
    String name = request.parameter("key-marker");
    if (name == null || name.isEmpty()) {
      return null;
    }
    ObjectKey key = ObjectKey.of(name);
    String id = request.parameter(UPLOAD_ID_MARKER);
    if (id == null || id.isEmpty()) {
      return new UploadMarker(key, null);
    }
    // The upload may be gone meanwhile: its id still tells the key and the place.
    UploadId parsed =
        UploadId.parse(id, key)
            .orElseThrow(
                () -> S3Exception.invalidArgument("Invalid uploadId marker", UPLOAD_ID_MARKER, id));
    return new UploadMarker(key, parsed);
  }

  private static byte[] render(
      S3Request request,
      ListingParameters parameters,
      ListingPage<Upload> page,
      Ownership ownership) {
    XmlWriter xml =
        XmlWriter.document("ListMultipartUploadsResult", 512 + page.size() * 512)
            .element("Bucket", request.bucketName())
            .element("KeyMarker", parameters.encode(request.query().get("key-marker").orElse("")))
            .element("UploadIdMarker", request.query().get(UPLOAD_ID_MARKER).orElse(""));
    writeNextMarkers(xml, parameters, page);
    if (parameters.hasDelimiter()) {
      xml.elementIfPresent("Delimiter", encoded(parameters, parameters.delimiter()));
    }
    if (!parameters.prefix().isEmpty()) {
      xml.element("Prefix", parameters.encode(parameters.prefix()));
    }
    xml.element("MaxUploads", parameters.scope().limit())
        .elementIfPresent("EncodingType", parameters.encodingType())
        .element("IsTruncated", page.isTruncated());
    page.entries().forEach(upload -> write(xml, parameters, upload, ownership.ownerOf(upload)));
    for (ObjectKey prefix : page.commonPrefixes()) {
      xml.start("CommonPrefixes").element("Prefix", parameters.encode(prefix.toString())).end();
    }
    return xml.finish();
  }

  /**
   * The markers are those of the last upload, also when there is no more. A page of nothing but
   * common prefixes has none, even if there is more (recorded-answers 10): S3 cannot be paged
   * there. If it has uploads too but ends with a prefix, that is the marker, so that nothing comes
   * twice.
   */
  private static void writeNextMarkers(
      XmlWriter xml, ListingParameters parameters, ListingPage<Upload> page) {
    List<Upload> uploads = page.entries();
    String key = "";
    String id = "";
    if (!uploads.isEmpty()) {
      Upload last = uploads.get(uploads.size() - 1);
      ObjectKey end = page.last();
      if (end == null || end.equals(last.key())) {
        key = last.key().toString();
        id = last.id().toString();
      } else {
        key = end.toString();
      }
    }
    xml.element("NextKeyMarker", parameters.encode(key)).element("NextUploadIdMarker", id);
  }

  private static @Nullable String encoded(ListingParameters parameters, @Nullable String text) {
    return text == null ? null : parameters.encode(text);
  }

  private static void write(
      XmlWriter xml, ListingParameters parameters, Upload upload, Owner owner) {
    Owner initiator = upload.initiator();
    xml.start("Upload")
        .element("Key", parameters.encode(upload.key().toString()))
        .element("UploadId", upload.id().toString())
        .start("Initiator")
        .element("ID", initiator.canonicalId())
        .element("DisplayName", initiator.displayName())
        .end()
        .start("Owner")
        .element("ID", owner.canonicalId())
        .end()
        .element("StorageClass", upload.object().metadata().storageClass().name())
        .element("Initiated", Dates.iso(upload.initiated()));
    if (upload.checksum().declared()) {
      xml.element("ChecksumAlgorithm", upload.checksum().algorithm().wireName())
          .element("ChecksumType", upload.checksum().type().name());
    }
    xml.end();
  }
}

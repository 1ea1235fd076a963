package dev.s3emulator.internal.operation.object;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.ObjectVersion;
import dev.s3emulator.internal.domain.Part;
import dev.s3emulator.internal.domain.PartedBlob;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.VersionId;
import dev.s3emulator.internal.domain.VersioningState;
import dev.s3emulator.internal.domain.checksum.Checksum;
import dev.s3emulator.internal.domain.checksum.ChecksumType;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.lookup.VersionLookup;
import dev.s3emulator.internal.lookup.VersionParameter;
import dev.s3emulator.internal.protocol.Dates;
import dev.s3emulator.internal.protocol.NeededAction;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;
import dev.s3emulator.internal.xml.XmlWriter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code GET /bucket/key?attributes&versionId=…} with {@code x-amz-object-attributes}: 200 with
 * what was asked for, also of an archived object.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectAttributes.html">AWS</a>
 */
final class GetObjectAttributes implements Operation {

  static final Route ROUTE =
      Route.object("GET", "GetObjectAttributes").query("attributes").asksPayer();

  private static final Set<String> NAMES =
      Set.of("ETag", "Checksum", "ObjectParts", "StorageClass", "ObjectSize");

  private static final List<NeededAction> ACTIONS =
      List.of(NeededAction.of("s3:GetObject"), NeededAction.of(ROUTE.action()));

  private final S3Engine engine;

  GetObjectAttributes(S3Engine engine) {
    this.engine = engine;
  }

  @Override
  public Route route() {
    return ROUTE;
  }

  /** What it tells of the content a GET would tell too, so it needs the permission of both. */
  @Override
  public List<NeededAction> actions(S3Request request) {
    return ACTIONS;
  }

  /** Names that do not exist are refused before anything else, but for the form of the URL. */
  @Override
  public void checkUrl(S3Request request) {
    names(request);
  }

  @Override
  public void checkHead(S3Request request) {
    if (names(request).isEmpty()) {
      throw S3Exception.invalidRequest(
          "The x-amz-object-attributes header specifying the attributes to be retrieved is either"
              + " missing or empty");
    }
    EncryptionHeaders.refuse(request);
  }

  @Override
  public S3Response handle(S3Request request) {
    Optional<VersionId> versionId = VersionParameter.of(request);
    PartPage page = PartPage.ofHeaders(request);
    Bucket bucket = engine.state().requireBucket(request.bucketName());
    ObjectVersion version = VersionLookup.require(bucket, request.key(), versionId, "GET");
    CustomerKey.requireToRead(CustomerKey.of(request), version.encryption());
    S3Response.Builder response =
        S3Response.ok().header(S3Headers.LAST_MODIFIED, Dates.http(version.lastModified()));
    if (bucket.versioning() != VersioningState.UNVERSIONED) {
      response.header(S3Headers.VERSION_ID, version.versionId().toString());
    }
    return response.xml(render(version, names(request), page)).build();
  }

  /** Returns the names that a request gives, in one header or several; none without a header. */
  private static Set<String> names(S3Request request) {
    Set<String> names = new TreeSet<>();
    for (String header : request.head().headers().all(S3Headers.OBJECT_ATTRIBUTES)) {
      if (header.isBlank()) {
        continue;
      }
      for (String name : header.split(",", -1)) {
        if (!NAMES.contains(name.strip())) {
          throw S3Exception.invalidArgument(
              "Invalid attribute name specified.", S3Headers.OBJECT_ATTRIBUTES, header);
        }
        names.add(name.strip());
      }
    }
    return names;
  }

  /** The order is always this one, whatever the request's is. */
  private static byte[] render(ObjectVersion version, Set<String> names, PartPage page) {
    XmlWriter xml = XmlWriter.document("GetObjectAttributesResponse");
    if (names.contains("ETag")) {
      xml.element("ETag", version.eTag().toString());
    }
    if (names.contains("Checksum")) {
      xml.start("Checksum");
      // A composite one stands here without the number of its parts.
      checksum(xml, version.checksum())
          .element("ChecksumType", version.checksum().type().name())
          .end();
    }
    if (names.contains("ObjectParts")) {
      version.content().parts().ifPresent(parts -> render(xml, parts, version, page));
    }
    if (names.contains("StorageClass")) {
      xml.element("StorageClass", version.metadata().storageClass().name());
    }
    if (names.contains("ObjectSize")) {
      xml.element("ObjectSize", version.size());
    }
    return xml.finish();
  }

  /** The parts themselves are shown only where their checksums make that of the object. */
  private static void render(XmlWriter xml, PartedBlob blob, ObjectVersion version, PartPage page) {
    List<Part> parts = blob.parts();
    // What clients call TotalPartsCount is PartsCount on the wire.
    xml.start("ObjectParts").element("PartsCount", parts.size());
    if (version.checksum().type() == ChecksumType.COMPOSITE) {
      // Such parts have numbers without gaps, so the marker tells the place.
      int first = Math.min(page.marker(), parts.size());
      page.write(xml, parts.subList(first, parts.size()), part -> render(xml, part));
    }
    xml.end();
  }

  private static void render(XmlWriter xml, Part part) {
    xml.start("Part").element("PartNumber", part.number()).element("Size", part.size());
    checksum(xml, part.content().checksum()).end();
  }

  private static XmlWriter checksum(XmlWriter xml, Checksum checksum) {
    return xml.element("Checksum" + checksum.algorithm().wireName(), checksum.base64());
  }
}

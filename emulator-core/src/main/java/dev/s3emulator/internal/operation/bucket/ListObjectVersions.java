package dev.s3emulator.internal.operation.bucket;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.ObjectVersion;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.Ownership;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.VersionId;
import dev.s3emulator.internal.domain.listing.ListedVersion;
import dev.s3emulator.internal.domain.listing.ListingPage;
import dev.s3emulator.internal.domain.listing.VersionListing;
import dev.s3emulator.internal.domain.listing.VersionMarker;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /bucket?versions&key-marker=…&version-id-marker=…}: every version and delete marker.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectVersions.html">AWS</a>
 */
final class ListObjectVersions implements Operation {

  static final Route ROUTE =
      Route.bucket("GET", "ListObjectVersions")
          .query("versions")
          .action("s3:ListBucketVersions")
          .asksPayer();

  private static final String VERSION_ID_MARKER = "version-id-marker";

  private final S3Engine engine;

  ListObjectVersions(S3Engine engine) {
    this.engine = engine;
  }

  @Override
  public Route route() {
    return ROUTE;
  }

  @Override
  public void checkUrl(S3Request request) {
    ListingParameters.checkOptionalAttributes(request);
  }

  @Override
  public S3Response handle(S3Request request) {
    ListingParameters parameters = ListingParameters.of(request);
    VersionMarker marker = marker(request);
    if (parameters.maxKeys() < 0) {
      throw S3Exception.invalidArgument("max-keys cannot be negative", "max-keys");
    }
    Bucket bucket = engine.state().requireBucket(request.bucketName());
    return S3Response.xml(
        render(
            request,
            parameters,
            VersionListing.page(bucket, parameters.scope(), marker),
            Ownership.in(bucket)));
  }

  /** Returns after what the page begins. An empty key makes the version id mean nothing. */
  private static @Nullable VersionMarker marker(S3Request request) {
    String key = request.parameter("key-marker");
    VersionId versionId = versionId(request.parameter(VERSION_ID_MARKER), key);
    return key == null || key.isEmpty() ? null : new VersionMarker(ObjectKey.of(key), versionId);
  }

  private static @Nullable VersionId versionId(@Nullable String text, @Nullable String key) {
    if (text == null) {
      return null;
    }
    if (text.isEmpty()) {
      throw S3Exception.invalidArgument(
          "A version-id marker cannot be empty.", VERSION_ID_MARKER, text);
    }
    if (key == null) {
      throw S3Exception.invalidArgument(
          "A version-id marker cannot be specified without a key marker.", VERSION_ID_MARKER, text);
    }
    return VersionId.parse(text)
        .orElseThrow(
            () ->
                S3Exception.invalidArgument(
                    "Invalid version id specified", VERSION_ID_MARKER, text));
  }

  private byte[] render(
      S3Request request,
      ListingParameters parameters,
      ListingPage<ListedVersion> page,
      Ownership ownership) {
    ListingDocument document =
        new ListingDocument("ListVersionsResult", request.bucketName(), parameters, page)
            .restoreStatus(request, engine.now());
    document.name("KeyMarker", request.query().get("key-marker").orElse(""));
    document.xml().element("VersionIdMarker", request.query().get(VERSION_ID_MARKER).orElse(""));
    ObjectKey last = page.last();
    if (last != null) {
      document.name("NextKeyMarker", last.toString());
      VersionId lastId = VersionListing.lastVersionId(page);
      if (lastId != null) {
        document.xml().element("NextVersionIdMarker", lastId.toString());
      }
    }
    // Unlike the listings of objects this one shows also an empty delimiter.
    document.frame(parameters.delimiter(), page.isTruncated());
    page.entries()
        .forEach(version -> render(document, version, ownership.ownerOf(version.entry())));
    return document.finish(page.commonPrefixes());
  }

  private static void render(ListingDocument document, ListedVersion version, Owner owner) {
    document.xml().start(version.entry().isDeleteMarker() ? "DeleteMarker" : "Version");
    document.name("Key", version.key().toString());
    document
        .xml()
        .element("VersionId", version.entry().versionId().toString())
        .element("IsLatest", version.latest());
    if (version.entry() instanceof ObjectVersion object) {
      document.content(object, owner);
    } else {
      document.lastModified(version.entry());
      document.owner(owner);
    }
    document.xml().end();
  }
}

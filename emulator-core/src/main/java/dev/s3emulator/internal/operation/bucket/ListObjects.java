package dev.s3emulator.internal.operation.bucket;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.Ownership;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.listing.ListedObject;
import dev.s3emulator.internal.domain.listing.ListingPage;
import dev.s3emulator.internal.domain.listing.ObjectListing;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;

/**
 * {@code GET /bucket?prefix=…&delimiter=…&marker=…&max-keys=…}: the objects of a bucket, first
 * form.
 *
 * <p>It answers every GET of a bucket that no other operation claims, also one with a {@code
 * list-type} other than 2.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjects.html">AWS</a>
 */
final class ListObjects implements Operation {

  static final Route ROUTE = Route.bucket("GET", "ListObjects").action("s3:ListBucket").asksPayer();

  private final S3Engine engine;

  ListObjects(S3Engine engine) {
    this.engine = engine;
  }

  @Override
  public Route route() {
    return ROUTE;
  }

  @Override
  public void checkUrl(S3Request request) {
    if (request.parameter("continuation-token") != null) {
      throw S3Exception.invalidArgument(
          "continuation-token only supported in REST.GET.BUCKET with list-type=2",
          "continuation-token");
    }
    if (request.parameter("start-after") != null) {
      throw S3Exception.invalidArgument(
          "startAfter only supported in REST.GET.BUCKET with list-type=2", "start-after");
    }
    ListingParameters.checkOptionalAttributes(request);
  }

  @Override
  public S3Response handle(S3Request request) {
    ListingParameters parameters = ListingParameters.of(request);
    parameters.requireMaxKeysInRange();
    String marker = request.parameter("marker");
    Bucket bucket = engine.state().requireBucket(request.bucketName());
    ListingPage<ListedObject> page =
        ObjectListing.page(
            bucket, parameters.scope(), marker == null ? null : ObjectKey.of(marker));
    return S3Response.xml(render(request, bucket, parameters, marker == null ? "" : marker, page));
  }

  private byte[] render(
      S3Request request,
      Bucket bucket,
      ListingParameters parameters,
      String marker,
      ListingPage<ListedObject> page) {
    ListingDocument document =
        new ListingDocument("ListBucketResult", bucket.name(), parameters, page)
            .restoreStatus(request, engine.now());
    document.name("Marker", marker);
    ObjectKey last = page.last();
    if (last != null && parameters.hasDelimiter()) {
      // Without a delimiter the client is to take the last key.
      document.name("NextMarker", last.toString());
    }
    document.frame(parameters.hasDelimiter() ? parameters.delimiter() : null, page.isTruncated());
    Ownership ownership = Ownership.in(bucket);
    for (ListedObject object : page.entries()) {
      document.xml().start("Contents");
      document.name("Key", object.key().toString());
      document.content(object.version(), ownership.ownerOf(object.version()));
      document.xml().end();
    }
    return document.finish(page.commonPrefixes());
  }
}

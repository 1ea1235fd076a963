package dev.s3emulator.internal.operation.bucket;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.Ownership;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.listing.ContinuationToken;
import dev.s3emulator.internal.domain.listing.ListedObject;
import dev.s3emulator.internal.domain.listing.ListingPage;
import dev.s3emulator.internal.domain.listing.ObjectListing;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /bucket?list-type=2&continuation-token=…}: the objects of a bucket, second form.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html">AWS</a>
 */
final class ListObjectsV2 implements Operation {

  static final Route ROUTE =
      Route.bucket("GET", "ListObjectsV2")
          .query("list-type", "2")
          .action("s3:ListBucket")
          .asksPayer();

  private final S3Engine engine;

  ListObjectsV2(S3Engine engine) {
    this.engine = engine;
  }

  @Override
  public Route route() {
    return ROUTE;
  }

  @Override
  public void checkUrl(S3Request request) {
    if (request.parameter("marker") != null) {
      throw S3Exception.invalidArgument(
          "Marker unsupported with REST.GET.BUCKET in list-type=2", "marker");
    }
    ListingParameters.checkOptionalAttributes(request);
  }

  @Override
  public S3Response handle(S3Request request) {
    ListingParameters parameters = ListingParameters.of(request);
    ObjectKey after = after(request);
    parameters.requireMaxKeysInRange();
    Bucket bucket = engine.state().requireBucket(request.bucketName());
    return S3Response.xml(
        render(
            request,
            parameters,
            ObjectListing.page(bucket, parameters.scope(), after),
            Ownership.in(bucket)));
  }

  /** Returns after what the page begins: a token wins over a key. */
  private static @Nullable ObjectKey after(S3Request request) {
    String token = request.parameter("continuation-token");
    if (token != null) {
      return ContinuationToken.parse(token);
    }
    String startAfter = request.parameter("start-after");
    return startAfter == null ? null : ObjectKey.of(startAfter);
  }

  private byte[] render(
      S3Request request,
      ListingParameters parameters,
      ListingPage<ListedObject> page,
      Ownership ownership) {
    ListingDocument document =
        new ListingDocument("ListBucketResult", request.bucketName(), parameters, page)
            .restoreStatus(request, engine.now());
    String token = request.parameter("continuation-token");
    String startAfter = request.parameter("start-after");
    if (token != null) {
      document.xml().element("ContinuationToken", token);
    } else if (startAfter != null) {
      document.name("StartAfter", startAfter);
    }
    ObjectKey last = page.last();
    if (last != null) {
      document.xml().element("NextContinuationToken", ContinuationToken.issue(last));
    }
    document.xml().element("KeyCount", page.size());
    document.frame(parameters.hasDelimiter() ? parameters.delimiter() : null, page.isTruncated());
    boolean withOwner = "true".equalsIgnoreCase(request.parameter("fetch-owner"));
    for (ListedObject object : page.entries()) {
      document.xml().start("Contents");
      document.name("Key", object.key().toString());
      document.content(object.version(), withOwner ? ownership.ownerOf(object.version()) : null);
      document.xml().end();
    }
    return document.finish(page.commonPrefixes());
  }
}

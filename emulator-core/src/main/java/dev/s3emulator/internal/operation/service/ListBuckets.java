package dev.s3emulator.internal.operation.service;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.BucketSettings;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.S3State;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.Dates;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;
import dev.s3emulator.internal.xml.XmlWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /}: the buckets of the caller, in the order of their names, by pages.
 *
 * <p>This endpoint answers for every region, so {@code bucket-region} chooses among all of them;
 * the endpoints of S3 take only their own.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html">AWS</a>
 */
final class ListBuckets implements Operation {

  static final Route ROUTE = Route.service("GET", "ListBuckets").action("s3:ListAllMyBuckets");

  private final S3Engine engine;

  ListBuckets(S3Engine engine) {
    this.engine = engine;
  }

  @Override
  public Route route() {
    return ROUTE;
  }

  @Override
  public S3Exception refusalOfAnonymous() {
    return S3Exception.of(S3Error.REDIRECT)
        .withoutDocument()
        .header(S3Headers.LOCATION, "https://aws.amazon.com/s3/");
  }

  @Override
  public S3Response handle(S3Request request) {
    BucketQuery query = BucketQuery.parse(request.query(), engine.region());
    Page page = page(engine.state(), query, request.requester());
    XmlWriter xml =
        XmlWriter.document("ListAllMyBucketsResult", 256 + 192 * page.buckets().size())
            .start("Owner")
            .element("ID", request.requester().canonicalId())
            .end()
            .start("Buckets");
    page.buckets().forEach(bucket -> render(xml, bucket, query.showsRegions()));
    xml.end()
        .elementIfPresent("Prefix", request.parameter(BucketQuery.PREFIX))
        .elementIfPresent("ContinuationToken", page.nextToken());
    return S3Response.xml(xml.finish());
  }

  private static Page page(S3State state, BucketQuery query, Owner requester) {
    List<BucketSettings> page = new ArrayList<>();
    for (Bucket bucket : state.bucketsBehind(query.after(), query.prefix())) {
      BucketSettings settings = bucket.settings();
      if (!settings.name().startsWith(query.prefix())) {
        break;
      }
      if (query.matches(settings) && settings.owner().accountId().equals(requester.accountId())) {
        if (page.size() == query.maxBuckets()) {
          return new Page(page, BucketToken.after(page.get(page.size() - 1).name()));
        }
        page.add(settings);
      }
    }
    return new Page(page, null);
  }

  private static void render(XmlWriter xml, BucketSettings bucket, boolean withRegion) {
    xml.start("Bucket")
        .element("Name", bucket.name())
        .element("CreationDate", Dates.iso(bucket.creationDate()))
        .elementIfPresent("BucketRegion", withRegion ? bucket.region() : null)
        .element("BucketArn", bucket.arn())
        .end();
  }

  /** One page, and the token of the next if there is one. */
  private record Page(List<BucketSettings> buckets, @Nullable String nextToken) {}
}

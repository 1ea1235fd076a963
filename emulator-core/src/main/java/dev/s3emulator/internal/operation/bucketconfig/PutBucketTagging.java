package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.Change;
import dev.s3emulator.internal.domain.TagRules;
import dev.s3emulator.internal.domain.TagSet;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.BodyRule;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;
import dev.s3emulator.internal.xml.TaggingDocument;

/**
 * {@code PUT /bucket?tagging}: replaces the tags of the bucket. Answers 204, not 200
 * (recorded-answers 16).
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketTagging.html">AWS</a>
 */
final class PutBucketTagging implements Operation {

  static final Route ROUTE =
      Route.bucket("PUT", "PutBucketTagging")
          .query("tagging")
          .body(BodyRule.checkedDocument(TaggingDocument.MAX_BYTES));

  private final S3Engine engine;

  PutBucketTagging(S3Engine engine) {
    this.engine = engine;
  }

  @Override
  public Route route() {
    return ROUTE;
  }

  @Override
  public S3Response handle(S3Request request) {
    TagSet tags = request.readDocument(document -> TaggingDocument.read(document, TagRules.BUCKET));
    engine.changeBucket(
        request.bucketName(),
        bucket -> new Change<>(bucket.with(bucket.settings().withTags(tags)), tags));
    return S3Response.noContent();
  }
}

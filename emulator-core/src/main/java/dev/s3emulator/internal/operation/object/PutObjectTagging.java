package dev.s3emulator.internal.operation.object;

import dev.s3emulator.internal.domain.TagRules;
import dev.s3emulator.internal.domain.TagSet;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.lookup.VersionParameter;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.BodyRule;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;
import dev.s3emulator.internal.xml.TaggingDocument;
import java.util.Optional;

/**
 * {@code PUT /bucket/key?tagging}: replaces the tags of a version; an empty set removes them.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectTagging.html">AWS</a>
 */
final class PutObjectTagging implements Operation {

  static final Route ROUTE =
      Route.object("PUT", "PutObjectTagging")
          .query("tagging")
          .body(BodyRule.checkedDocument(TaggingDocument.MAX_BYTES))
          .asksPayerSilently();

  private final S3Engine engine;

  PutObjectTagging(S3Engine engine) {
    this.engine = engine;
  }

  @Override
  public Route route() {
    return ROUTE;
  }

  @Override
  public void checkUrl(S3Request request) {
    VersionParameter.of(request);
  }

  /** A policy may ask for the tags, which stand in the body. */
  @Override
  public boolean authorizesItself() {
    return true;
  }

  @Override
  public S3Response handle(S3Request request) {
    TagSet tags = request.readDocument(document -> TaggingDocument.read(document, TagRules.OBJECT));
    request
        .access()
        .withHeader(S3Headers.TAGGING, tags.toHeader())
        .require(
            ROUTE.action(),
            engine.state().requireBucket(request.bucketName()),
            request.key(),
            Optional.ofNullable(request.parameter("versionId")));
    return ObjectTags.replace(engine, request, tags, S3Response.ok()).build();
  }
}

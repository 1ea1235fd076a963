package dev.s3emulator.internal.operation.object;

import dev.s3emulator.internal.domain.TagSet;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.lookup.VersionParameter;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;

/**
 * {@code DELETE /bucket/key?tagging}: removes the tags of a version, also when it has none.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjectTagging.html">AWS</a>
 */
final class DeleteObjectTagging implements Operation {

  static final Route ROUTE = Route.object("DELETE", "DeleteObjectTagging").query("tagging");

  private final S3Engine engine;

  DeleteObjectTagging(S3Engine engine) {
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

  @Override
  public S3Response handle(S3Request request) {
    return ObjectTags.replace(engine, request, TagSet.EMPTY, S3Response.status(204)).build();
  }
}

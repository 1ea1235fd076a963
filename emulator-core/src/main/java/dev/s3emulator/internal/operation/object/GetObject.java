package dev.s3emulator.internal.operation.object;

import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;

/**
 * {@code GET /bucket/key?versionId=…&partNumber=…}: 200 with the object, 206 with a part of it, or
 * 304.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html">AWS</a>
 */
final class GetObject implements Operation {

  static final Route ROUTE = Route.object("GET", "GetObject").asksPayer();

  private final S3Engine engine;

  GetObject(S3Engine engine) {
    this.engine = engine;
  }

  @Override
  public Route route() {
    return ROUTE;
  }

  @Override
  public S3Response handle(S3Request request) {
    return ObjectReading.answer(engine, request);
  }
}

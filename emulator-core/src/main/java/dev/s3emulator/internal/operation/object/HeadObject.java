package dev.s3emulator.internal.operation.object;

import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;

/**
 * {@code HEAD /bucket/key}: the headers that {@link GetObject} would send, also of an object whose
 * storage class must be restored before it can be read.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html">AWS</a>
 */
final class HeadObject implements Operation {

  // There is no permission of its own for HEAD.
  static final Route ROUTE = Route.object("HEAD", "HeadObject").action("s3:GetObject").asksPayer();

  private final S3Engine engine;

  HeadObject(S3Engine engine) {
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

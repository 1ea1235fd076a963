package dev.s3emulator.internal.operation.objectlock;

import dev.s3emulator.internal.domain.attribute.ObjectLock;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.lookup.VersionParameter;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;

/**
 * {@code GET /bucket/key?retention&versionId=…}: the retention of a version, also when it has
 * ended.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectRetention.html">AWS</a>
 */
final class GetObjectRetention implements Operation {

  static final Route ROUTE =
      Route.object("GET", "GetObjectRetention").query("retention").asksPayerSilently();

  private final S3Engine engine;

  GetObjectRetention(S3Engine engine) {
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
    return S3Response.xml(
        RetentionDocument.write(LockedObject.require(engine, request, ObjectLock::retention)));
  }
}

package dev.s3emulator.internal.operation.object;

import dev.s3emulator.internal.domain.Region;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;

/**
 * {@code GET /bucket/key?torrent}, which S3 has retired: 405 whatever is asked for, with one code
 * in us-east-1 and another one elsewhere (protocol-notes 31).
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectTorrent.html">AWS</a>
 */
final class GetObjectTorrent implements Operation {

  static final Route ROUTE = Route.object("GET", "GetObjectTorrent").query("torrent").asksPayer();

  private final S3Engine engine;

  GetObjectTorrent(S3Engine engine) {
    this.engine = engine;
  }

  @Override
  public Route route() {
    return ROUTE;
  }

  @Override
  public S3Response handle(S3Request request) {
    String region = engine.state().requireBucket(request.bucketName()).settings().region();
    throw region.equals(Region.US_EAST_1.name())
        ? S3Exception.of(S3Error.METHOD_NOT_ALLOWED)
            .with("Method", request.head().method())
            .with("ResourceType", "TORRENT")
        // Its message was not recorded.
        : S3Exception.of(S3Error.REQUEST_TORRENT_NOT_SUPPORTED_IN_REGION);
  }
}

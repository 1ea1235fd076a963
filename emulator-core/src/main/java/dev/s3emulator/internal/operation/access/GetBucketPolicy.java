package dev.s3emulator.internal.operation.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.ResponseBody;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;

/**
 * {@code GET /bucket?policy}: the policy of the bucket, character by character as it was set.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketPolicy.html">AWS</a>
 */
final class GetBucketPolicy implements Operation {

  static final Route ROUTE = Route.bucket("GET", "GetBucketPolicy").query("policy");

  private final S3Engine engine;

  GetBucketPolicy(S3Engine engine) {
    this.engine = engine;
  }

  @Override
  public Route route() {
    return ROUTE;
  }

  @Override
  public S3Response handle(S3Request request) {
    String text = PolicyOfBucket.require(engine, request).text();
    return S3Response.ok()
        .header(S3Headers.CONTENT_TYPE, "application/json")
        .body(new ResponseBody.Bytes(text.getBytes(UTF_8)))
        .build();
  }
}

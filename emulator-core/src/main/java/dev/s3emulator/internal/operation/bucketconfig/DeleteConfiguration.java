package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.BucketConfiguration;
import dev.s3emulator.internal.domain.Change;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;

/**
 * What all operations do that remove one configuration of a bucket: 204, also when there was none
 * (recorded-answers 16).
 */
abstract class DeleteConfiguration implements Operation {

  private final S3Engine engine;
  private final Route route;
  private final Class<? extends BucketConfiguration> type;

  DeleteConfiguration(S3Engine engine, Route route, Class<? extends BucketConfiguration> type) {
    this.engine = engine;
    this.route = route;
    this.type = type;
  }

  @Override
  public final Route route() {
    return route;
  }

  @Override
  public S3Response handle(S3Request request) {
    engine.changeBucket(
        request.bucketName(),
        bucket -> new Change<>(bucket.with(bucket.settings().without(type)), type));
    return S3Response.noContent();
  }
}

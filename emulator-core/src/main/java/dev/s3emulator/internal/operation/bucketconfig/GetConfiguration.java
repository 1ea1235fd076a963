package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.BucketConfiguration;
import dev.s3emulator.internal.domain.BucketSettings;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;

/** What all operations do that show one configuration of a bucket. */
abstract class GetConfiguration<T extends BucketConfiguration> implements Operation {

  private final S3Engine engine;
  private final Route route;
  private final ConfigurationKind<T> kind;

  GetConfiguration(S3Engine engine, Route route, ConfigurationKind<T> kind) {
    this.engine = engine;
    this.route = route;
    this.kind = kind;
  }

  @Override
  public final Route route() {
    return route;
  }

  @Override
  public S3Response handle(S3Request request) {
    BucketSettings settings = engine.state().requireBucket(request.bucketName()).settings();
    return settings
        .configuration(kind.type())
        .map(this::show)
        .orElseGet(() -> S3Response.xml(kind.missing().apply(settings)));
  }

  /** Returns the answer that shows a configuration. */
  S3Response show(T configuration) {
    return S3Response.xml(kind.writer().apply(configuration));
  }
}

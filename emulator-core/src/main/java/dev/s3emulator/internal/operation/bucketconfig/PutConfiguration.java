package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.BucketConfiguration;
import dev.s3emulator.internal.domain.Change;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;

/** What all operations do that replace one configuration of a bucket as a whole. */
abstract class PutConfiguration<T extends BucketConfiguration> implements Operation {

  /** The largest document that any configuration needs, with room to spare. */
  static final int MAX_DOCUMENT_BYTES = 256 * 1024;

  private final S3Engine engine;
  private final Route route;
  private final ConfigurationKind<T> kind;

  PutConfiguration(S3Engine engine, Route route, ConfigurationKind<T> kind) {
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
    T configuration = request.readDocument(kind.reader());
    T stored =
        engine.changeBucket(
            request.bucketName(),
            bucket -> {
              T prepared = prepare(request, bucket, configuration);
              return new Change<>(bucket.with(bucket.settings().with(prepared)), prepared);
            });
    return success(stored);
  }

  /**
   * Returns the configuration as the bucket gets it, or refuses one that this bucket cannot have.
   */
  T prepare(S3Request request, Bucket bucket, T configuration) {
    return configuration;
  }

  /** Returns the engine, for what a configuration needs from outside. */
  final S3Engine engine() {
    return engine;
  }

  /** Returns the answer to a configuration that was stored. */
  S3Response success(T stored) {
    return S3Response.ok().build();
  }
}

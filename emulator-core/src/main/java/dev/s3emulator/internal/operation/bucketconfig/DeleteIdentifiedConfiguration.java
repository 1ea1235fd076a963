package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.Change;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.configuration.IdentifiedConfigurations;
import dev.s3emulator.internal.domain.configuration.IdentifiedConfigurations.Kind;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;

/**
 * What all operations do that remove one of many configurations of a kind. Unlike the others, they
 * do not forgive that there is none (recorded-answers 16).
 */
abstract class DeleteIdentifiedConfiguration implements Operation {

  private final S3Engine engine;
  private final Route route;
  private final Kind kind;

  DeleteIdentifiedConfiguration(S3Engine engine, Kind kind, String operation) {
    this.engine = engine;
    this.kind = kind;
    route =
        Route.bucket("DELETE", operation)
            .query(kind.subResource())
            .query("id")
            .action("s3:Put" + kind.root());
  }

  @Override
  public final Route route() {
    return route;
  }

  @Override
  public final S3Response handle(S3Request request) {
    String id = ConfigurationId.of(request);
    engine.changeBucket(request.bucketName(), bucket -> new Change<>(remove(bucket, id), id));
    return S3Response.noContent();
  }

  private Bucket remove(Bucket bucket, String id) {
    IdentifiedConfigurations all = ConfigurationId.all(bucket);
    if (all.get(kind, id).isEmpty()) {
      throw S3Exception.of(S3Error.NO_SUCH_CONFIGURATION);
    }
    return bucket.with(bucket.settings().with(all.without(kind, id)));
  }
}

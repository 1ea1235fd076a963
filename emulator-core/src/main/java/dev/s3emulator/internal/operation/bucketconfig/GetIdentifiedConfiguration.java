package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.configuration.IdentifiedConfigurations.Kind;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;

/** What all operations do that show one of many configurations of a kind. */
abstract class GetIdentifiedConfiguration implements Operation {

  private final S3Engine engine;
  private final Route route;
  private final Kind kind;

  GetIdentifiedConfiguration(S3Engine engine, Kind kind, String operation) {
    this.engine = engine;
    this.kind = kind;
    route =
        Route.bucket("GET", operation)
            .query(kind.subResource())
            .query("id")
            .action("s3:Get" + kind.root());
  }

  @Override
  public final Route route() {
    return route;
  }

  @Override
  public final S3Response handle(S3Request request) {
    Bucket bucket = engine.state().requireBucket(request.bucketName());
    return ConfigurationId.all(bucket)
        .get(kind, ConfigurationId.of(request))
        .map(document -> S3Response.xml(DocumentSchema.write(document)))
        .orElseThrow(() -> S3Exception.of(S3Error.NO_SUCH_CONFIGURATION));
  }
}

package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.Change;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.configuration.DocumentNode;
import dev.s3emulator.internal.domain.configuration.IdentifiedConfigurations;
import dev.s3emulator.internal.domain.configuration.IdentifiedConfigurations.Kind;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.BodyRule;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;

/**
 * What all operations do that set one of many configurations of a kind. They answer 204, not the
 * 200 of the model (recorded-answers 16).
 */
abstract class PutIdentifiedConfiguration implements Operation {

  private final S3Engine engine;
  private final Route route;
  private final Kind kind;

  PutIdentifiedConfiguration(S3Engine engine, Kind kind, String operation) {
    this.engine = engine;
    this.kind = kind;
    route =
        Route.bucket("PUT", operation)
            .query(kind.subResource())
            .query("id")
            .action("s3:Put" + kind.root())
            .body(BodyRule.document(PutConfiguration.MAX_DOCUMENT_BYTES));
  }

  @Override
  public final Route route() {
    return route;
  }

  @Override
  public final S3Response handle(S3Request request) {
    String id = ConfigurationId.of(request);
    DocumentNode document = request.readDocument(bytes -> DocumentSchema.read(bytes, kind.root()));
    if (!document.textOf("Id").orElse("").equals(id)) {
      throw S3Exception.of(S3Error.ID_MISMATCH);
    }
    check(document);
    engine.changeBucket(
        request.bucketName(), bucket -> new Change<>(store(bucket, id, document), id));
    return S3Response.noContent();
  }

  private Bucket store(Bucket bucket, String id, DocumentNode document) {
    IdentifiedConfigurations all = ConfigurationId.all(bucket);
    boolean full = all.all(kind).size() >= IdentifiedConfigurations.MAX_PER_KIND;
    if (full && all.get(kind, id).isEmpty()) {
      throw S3Exception.of(S3Error.TOO_MANY_CONFIGURATIONS);
    }
    return bucket.with(bucket.settings().with(all.with(kind, id, document)));
  }

  /** Refuses what S3 refuses beyond the schema. */
  void check(DocumentNode document) {
    document.first("Filter").ifPresent(PutIdentifiedConfiguration::checkFilter);
  }

  /** A filter says one thing, or {@code And} with two or more. */
  private static void checkFilter(DocumentNode filter) {
    boolean oneThing = filter.children().size() == 1;
    boolean enough = filter.first("And").map(and -> and.children().size() > 1).orElse(true);
    if (!oneThing || !enough) {
      throw S3Exception.malformedXml();
    }
  }
}

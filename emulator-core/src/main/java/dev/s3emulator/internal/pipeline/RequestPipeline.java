package dev.s3emulator.internal.pipeline;

import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.operation.OperationCatalog;
import dev.s3emulator.internal.operation.UnsupportedOperations;
import dev.s3emulator.internal.protocol.QueryParameters;
import dev.s3emulator.internal.protocol.RequestBody;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.RequestTarget;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.routing.Addressing;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.RouteTable;
import dev.s3emulator.journal.RequestJournal;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Answers requests in one fixed order, whatever transport they come by.
 *
 * <p>Head phase: target, route, URL rules, credentials, method, bucket and owner, the operation's
 * own header checks. Then the body is decoded, digested and staged as it arrives. Then the handler
 * runs once, and its answer gets the headers that every answer has. Errors are caught in one place,
 * {@link RequestExchange}. Safe for use by many threads.
 */
public final class RequestPipeline {

  private final Addressing addressing;
  private final RouteTable routes;
  private final S3Engine engine;
  private final RequestJournal journal;
  private final BodyIntakes intakes;
  private final HttpDateCache dates = new HttpDateCache();

  /**
   * Makes the pipeline of one server.
   *
   * @param domains domains under which a host name in front is a bucket, beyond the built-in ones
   */
  public RequestPipeline(S3Engine engine, List<String> domains, RequestJournal journal) {
    addressing = new Addressing(domains);
    routes = new RouteTable(OperationCatalog.of(engine), UnsupportedOperations.routes());
    this.engine = engine;
    this.journal = journal;
    intakes = new BodyIntakes(engine.blobs());
  }

  /** Starts a request: decides all that can be decided before its body. Never throws. */
  public RequestExchange begin(RequestHead head) {
    RequestExchange exchange = new RequestExchange(head, engine, journal, dates);
    exchange.start(this::admit);
    return exchange;
  }

  /** Returns what admits a request whose head is in order. */
  private Admission admit(RequestHead head, String requestId, Consumer<String> routed)
      throws IOException {
    RequestChecks.checkHeaderSize(head.headers());
    RequestTarget addressed = addressing.resolve(head);
    QueryParameters query = QueryParameters.parse(head.rawQuery());
    RouteTable.Match match = routes.match(head, addressed, query);
    if (match.operationName() != null) {
      routed.accept(match.operationName());
    }
    // Every access key acts as the default account until identities exist.
    S3Request request =
        new S3Request(
            requestId, head, match.target(), query, Owner.DEFAULT, RequestBody.None.INSTANCE);
    Operation operation = match.operation();
    if (operation == null) {
      throw match.refusal() != null ? match.refusal() : S3Exception.of(S3Error.NOT_IMPLEMENTED);
    }
    operation.checkUrl(request);
    RequestChecks.check(request, operation.route(), engine.state());
    operation.checkHead(request);
    return new Admission(request, operation, intakes.of(request, operation));
  }

  /** A request that may send its body, and where that body goes. */
  record Admission(S3Request request, Operation operation, BodyIntake intake) {}

  /** Decides about a head. */
  @FunctionalInterface
  interface Admitter {
    /**
     * Admits a request or throws.
     *
     * @param routed gets the name of the operation as soon as it is known
     */
    Admission admit(RequestHead head, String requestId, Consumer<String> routed) throws IOException;
  }
}

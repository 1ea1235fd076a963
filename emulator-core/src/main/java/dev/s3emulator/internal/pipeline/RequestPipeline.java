package dev.s3emulator.internal.pipeline;

import dev.s3emulator.internal.auth.Authentication;
import dev.s3emulator.internal.auth.AuthenticationMode;
import dev.s3emulator.internal.auth.Authorizer;
import dev.s3emulator.internal.auth.Identities;
import dev.s3emulator.internal.auth.permission.PermissionAuthorizer;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.operation.OperationCatalog;
import dev.s3emulator.internal.operation.UnsupportedOperations;
import dev.s3emulator.internal.protocol.Caller;
import dev.s3emulator.internal.protocol.HoistedHeaders;
import dev.s3emulator.internal.protocol.QueryParameters;
import dev.s3emulator.internal.protocol.RequestBody;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.RequestTarget;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.chunked.ChunkListener;
import dev.s3emulator.internal.routing.Addressing;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.RouteTable;
import dev.s3emulator.internal.website.WebsitePages;
import dev.s3emulator.journal.RequestJournal;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests in one fixed order, whatever transport they come by.
 *
 * <p>Head phase: target, route, URL rules, credentials, method, bucket and owner, permission, the
 * operation's own header checks. Then the body is decoded, digested and staged as it arrives. Then
 * the handler runs once, and its answer gets the headers that every answer has. Errors are caught
 * in one place, {@link RequestExchange}. Safe for use by many threads.
 */
public final class RequestPipeline {

  private final Addressing addressing;
  private final RouteTable routes;
  private final S3Engine engine;
  private final Recorder recorder;
  private final BodyIntakes intakes;
  private final AccessControl access;
  private final HttpDateCache dates = new HttpDateCache();
  private final CorsAnswers cors;
  private final ExchangeObserver observer;

  /** Makes the pipeline of one server that nobody observes. */
  public RequestPipeline(
      S3Engine engine,
      List<String> domains,
      RequestJournal journal,
      Identities identities,
      AuthenticationMode mode) {
    this(engine, domains, journal, identities, mode, ExchangeObserver.NONE);
  }

  /**
   * Makes the pipeline of one server.
   *
   * @param domains domains under which a host name in front is a bucket, beyond the built-in ones
   * @param identities the known keys; more may come at any time
   * @param observer is told of the requests to buckets
   */
  public RequestPipeline(
      S3Engine engine,
      List<String> domains,
      RequestJournal journal,
      Identities identities,
      AuthenticationMode mode,
      ExchangeObserver observer) {
    this(
        engine,
        domains,
        journal,
        new AccessControl(
            engine,
            identities,
            mode,
            new SignedCallers(engine, identities, mode),
            identities.secondFactors(),
            authorizer(engine, identities)),
        observer);
  }

  /** Makes a pipeline whose callers are known from elsewhere. */
  RequestPipeline(
      S3Engine engine,
      List<String> domains,
      RequestJournal journal,
      AccessControl access,
      ExchangeObserver observer) {
    this.observer = observer;
    addressing = new Addressing(domains);
    List<Operation> operations = OperationCatalog.of(engine);
    routes =
        new RouteTable(
            Stream.concat(operations.stream(), WebsitePages.of(engine, operations).stream())
                .toList(),
            UnsupportedOperations.routes());
    this.engine = engine;
    recorder = new Recorder(engine, journal);
    this.access = access;
    intakes = new BodyIntakes(engine.blobs(), access);
    cors = new CorsAnswers(addressing, engine);
  }

  /** Returns who decides what the users of a server may do. */
  static Authorizer authorizer(S3Engine engine, Identities identities) {
    return new PermissionAuthorizer(identities, engine::instant);
  }

  /** Starts a request: decides all that can be decided before its body. Never throws. */
  public RequestExchange begin(RequestHead head) {
    RequestExchange exchange = new RequestExchange(head, engine, recorder, dates, cors, observer);
    exchange.start(this::admit);
    return exchange;
  }

  /**
   * Takes a request that the transport cannot hand over as it should be. The exchange is refused.
   *
   * @param head what is known of the request
   */
  public RequestExchange refuse(RequestHead head, WireFault fault) {
    RequestExchange exchange = new RequestExchange(head, engine, recorder, dates, cors, observer);
    exchange.refuse(fault);
    return exchange;
  }

  /** Returns what admits a request whose head is in order. */
  private Admission admit(RequestTrace trace) throws IOException {
    RequestHead head = trace.head;
    RequestChecks.checkHeaderSize(head.headers());
    RequestTarget addressed = addressing.resolve(head);
    trace.target = addressed;
    try {
      return admit(trace, addressed);
    } catch (S3Exception refusal) {
      throw addressed.isWebsite() ? refusal.asPage() : refusal;
    }
  }

  private Admission admit(RequestTrace trace, RequestTarget addressed) throws IOException {
    RequestHead head = trace.head;
    QueryParameters query = QueryParameters.parse(head.rawQuery());
    trace.query = query;
    // A presigned URL may hold headers. They count as such, but the signature is over the query.
    // A website knows neither.
    RequestHead restored = addressed.isWebsite() ? head : HoistedHeaders.restore(head, query);
    RouteTable.Match match = routes.match(restored, addressed, query);
    trace.target = match.target();
    trace.operation = match.operationName();
    S3Request request = unidentified(trace.requestId, restored, match.target(), query);
    Operation operation = match.operation();
    if (operation != null) {
      operation.checkUrl(request);
    }
    Authentication authentication =
        isSignedInHead(addressed, operation)
            ? access.authenticate(head, addressed, query, match.signedFor())
            : Authentication.ANONYMOUS;
    if (operation == null) {
      throw match.refusal() != null ? match.refusal() : S3Exception.of(S3Error.NOT_IMPLEMENTED);
    }
    S3Request identified = access.identify(request, authentication);
    trace.caller = identified.caller();
    RequestChecks.checkBucket(identified, operation.route(), engine.state());
    access.authorize(identified, authentication, operation);
    RequestChecks.checkForm(identified, operation.route());
    operation.checkHead(identified);
    return new Admission(
        identified,
        operation,
        intakes.of(identified, operation, authentication.chunks().orElse(ChunkListener.NONE)));
  }

  /** Returns whether the head says who asks: not to a website, and not where a form says it. */
  private static boolean isSignedInHead(RequestTarget addressed, @Nullable Operation operation) {
    return !addressed.isWebsite() && (operation == null || operation.signedInHead());
  }

  /** Returns a request whose caller is not known yet: checks of the URL do not ask for it. */
  private static S3Request unidentified(
      String requestId, RequestHead head, RequestTarget target, QueryParameters query) {
    return new S3Request(
        requestId,
        head,
        target,
        query,
        Caller.ANONYMOUS,
        AccessControl.UNIDENTIFIED,
        RequestBody.None.INSTANCE);
  }

  /** A request that may send its body, and where that body goes. */
  record Admission(S3Request request, Operation operation, BodyIntake intake) {}

  /** Decides about a head. */
  @FunctionalInterface
  interface Admitter {
    /**
     * Admits a request or throws.
     *
     * @param trace has the head, and gets what is found out, as soon as it is known
     */
    Admission admit(RequestTrace trace) throws IOException;
  }
}

package dev.s3emulator.internal.pipeline;

import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.S3State;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.pipeline.RequestPipeline.Admission;
import dev.s3emulator.internal.protocol.QueryParameters;
import dev.s3emulator.internal.protocol.RequestBody;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.RequestPayer;
import dev.s3emulator.internal.protocol.RequestTarget;
import dev.s3emulator.internal.protocol.ResponseBody;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.Route;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way through the pipeline; the transport drives it.
 *
 * <p>The transport calls {@link #receive} with the bytes of the body as they arrive and then {@link
 * #complete}, or {@link #abandon} when the client vanishes. When {@link #isRefused} is true it may
 * call {@link #complete} at once, without reading the body. No method throws: this is the one place
 * where errors are caught. Used by one thread at a time.
 */
public final class RequestExchange {

  private static final Logger LOG = System.getLogger(RequestExchange.class.getName());

  private final S3Engine engine;
  private final Recorder recorder;
  private final HttpDateCache dates;
  private final CorsAnswers cors;
  private final ExchangeObserver observer;
  private final RequestTrace trace;
  private final String hostId;

  private @Nullable Admission admission;
  private @Nullable Throwable failure;
  private boolean charged;
  private boolean ended;

  RequestExchange(
      RequestHead head,
      S3Engine engine,
      Recorder recorder,
      HttpDateCache dates,
      CorsAnswers cors,
      ExchangeObserver observer) {
    this.engine = engine;
    this.observer = observer;
    this.recorder = recorder;
    this.dates = dates;
    this.cors = cors;
    trace = new RequestTrace(head, engine.ids().requestId());
    hostId = engine.ids().hostId();
  }

  void start(RequestPipeline.Admitter admitter) {
    try {
      admission = admitter.admit(trace);
    } catch (IOException | RuntimeException | StackOverflowError thrown) {
      failure = thrown;
    }
  }

  /** Ends the request with what the transport found; the first refusal stays the answer. */
  public void refuse(WireFault fault) {
    if (failure == null) {
      failure = fault.exception(trace.head);
    }
  }

  /** Returns whether the answer is settled, so that the rest of the body need not be read. */
  public boolean isRefused() {
    return failure != null;
  }

  /** Returns whether {@link #receive} and {@link #complete} may block on storage. */
  public boolean mayBlock() {
    return engine.mayBlock();
  }

  /** Takes the remaining bytes of {@code bytes}, which are a part of the body. */
  public void receive(ByteBuffer bytes) {
    Admission admitted = admission;
    if (failure != null || admitted == null) {
      bytes.position(bytes.limit());
      return;
    }
    trace.bytes += bytes.remaining();
    try {
      admitted.intake().receive(bytes);
    } catch (IOException | RuntimeException thrown) {
      failure = thrown;
    }
  }

  /** Answers the request: its body has ended, or is not wanted. Called once. */
  public S3Response complete() {
    ended = true;
    if (failure == null) {
      // May write a log. What the transport itself refuses is answered where nothing may block.
      observer.answering();
    }
    S3State before = engine.state();
    S3Response response = null;
    Admission admitted = admission;
    if (failure == null && admitted != null) {
      try {
        RequestBody body = admitted.intake().finish();
        if (body instanceof RequestBody.Document document) {
          trace.document = Recorder.beginning(document.bytes());
        }
        before = engine.state();
        S3Request request = admitted.request().with(body);
        // Only the fields of a form say who sends it.
        trace.caller = request.caller();
        response = perform(admitted.operation(), request);
        charged = RequesterPays.isCharged(request, admitted.operation().route(), before);
      } catch (IOException | RuntimeException | StackOverflowError thrown) {
        failure = thrown;
      }
    }
    release();
    S3Exception error = null;
    if (response == null) {
      error = asS3Exception(failure);
      response = ErrorResponse.of(error, trace.requestId, hostId);
    }
    S3Response decorated = decorate(response);
    recorder.answered(trace, decorated, error, failure, before);
    observe(decorated, error, before);
    return decorated;
  }

  private void observe(S3Response response, @Nullable S3Exception error, S3State before) {
    RequestTarget target = trace.target;
    if (target == null
        || target.bucketName() == null
        || !observer.isInterested(before, target.bucketName(), response)) {
      return;
    }
    observer.ended(
        new EndedExchange(
            trace.head,
            trace.requestId,
            target,
            trace.query == null ? QueryParameters.parse("") : trace.query,
            Optional.ofNullable(trace.caller),
            response,
            Optional.ofNullable(error),
            before,
            engine.state(),
            Duration.ofNanos(System.nanoTime() - trace.arrival)));
  }

  /** Gives the request up: the client is gone. Nothing of it is stored. */
  public void abandon() {
    if (!ended) {
      ended = true;
      release();
      recorder.abandoned(trace, failure);
    }
  }

  /** Who may not list a bucket is not told by a read which keys are missing in it. */
  private S3Response perform(Operation operation, S3Request request) throws IOException {
    try {
      S3Response response = operation.handle(request);
      requireReadable(response);
      return response;
    } catch (S3Exception refusal) {
      throw isMissingKeyOfRead(refusal, operation.route())
          ? request.access().discreetly(refusal, engine.state().requireBucket(request.bucketName()))
          : refusal;
    }
  }

  /** What is found missing later can only be told by a connection that ends. */
  private static void requireReadable(S3Response response) throws IOException {
    if (response.body() instanceof ResponseBody.Content content) {
      content.blob().requireReadable();
    }
  }

  private static boolean isMissingKeyOfRead(S3Exception refusal, Route route) {
    return refusal.error() == S3Error.NO_SUCH_KEY
        && route.level() == RequestTarget.Level.OBJECT
        && (route.method().equals("GET") || route.method().equals("HEAD"));
  }

  private void release() {
    if (admission != null) {
      admission.intake().close();
    }
  }

  private S3Exception asS3Exception(@Nullable Throwable thrown) {
    if (thrown instanceof S3Exception answer) {
      return answer;
    }
    LOG.log(Level.ERROR, "Request " + trace.requestId + " failed: " + trace.head.method(), thrown);
    return S3Exception.of(S3Error.INTERNAL_ERROR);
  }

  /** Adds what every answer has, and takes from HEAD what HEAD never has. */
  private S3Response decorate(S3Response response) {
    S3Response.Builder decorated =
        S3Response.status(response.status())
            .header(S3Headers.ID_2, hostId)
            .header(S3Headers.REQUEST_ID, trace.requestId)
            .header(S3Headers.DATE, dates.format(engine.now()))
            .header(S3Headers.SERVER, "AmazonS3");
    response.headers().forEach(decorated::header);
    if (charged) {
      // A copy has said it already if its source is paid for, too.
      decorated.replaceHeader(S3Headers.REQUEST_CHARGED, RequestPayer.REQUESTER);
    }
    cors.addTo(decorated, trace.head);
    boolean documentOfHead =
        trace.head.method().equals("HEAD") && response.body() instanceof ResponseBody.Bytes;
    return decorated
        .body(documentOfHead ? ResponseBody.None.INSTANCE : response.body())
        .refusals(response.refusals())
        .subRequests(response.subRequests())
        .build();
  }
}

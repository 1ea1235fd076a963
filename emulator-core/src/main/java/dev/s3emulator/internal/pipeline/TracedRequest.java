package dev.s3emulator.internal.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.protocol.PartialRefusal;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.journal.RecordedCaller;
import dev.s3emulator.journal.RecordedRefusal;
import dev.s3emulator.journal.RecordedRequest;
import dev.s3emulator.model.StateView;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A recorded request over what the pipeline kept of it; everything is computed when asked for. */
final class TracedRequest extends RecordedRequest {

  private final RequestTrace trace;
  private final Outcome outcome;
  private final long serverStart;

  /**
   * Makes the record of a request that has ended.
   *
   * @param serverStart the start of the server, in real time
   * @param before what the server held before the request
   * @param after what it held then
   */
  TracedRequest(
      RequestTrace trace, Outcome outcome, long serverStart, StateView before, StateView after) {
    super(before, after);
    this.trace = trace;
    this.outcome = outcome;
    this.serverStart = serverStart;
  }

  @Override
  public String requestId() {
    return trace.requestId;
  }

  @Override
  public Instant time() {
    return outcome.time();
  }

  @Override
  public Duration sinceStart() {
    return Duration.ofNanos(trace.arrival - serverStart);
  }

  @Override
  public Duration duration() {
    return Duration.ofNanos(outcome.nanoTime() - trace.arrival);
  }

  @Override
  public String method() {
    return trace.head.method();
  }

  @Override
  public String path() {
    String query = trace.head.rawQuery();
    return query.isEmpty()
        ? trace.head.rawPath()
        : trace.head.rawPath() + "?" + Secrets.hiddenInQuery(query);
  }

  @Override
  public Optional<String> operation() {
    return Optional.ofNullable(trace.operation);
  }

  @Override
  public Optional<String> bucket() {
    return Optional.ofNullable(trace.target).map(target -> target.bucketName());
  }

  @Override
  public Optional<String> key() {
    return Optional.ofNullable(trace.target).map(target -> target.key()).map(ObjectKey::toString);
  }

  @Override
  public Optional<String> versionId() {
    return Optional.ofNullable(trace.query).flatMap(query -> query.get("versionId"));
  }

  @Override
  public Optional<String> resultVersionId() {
    return outcome.headers().get(S3Headers.VERSION_ID);
  }

  @Override
  public Optional<RecordedCaller> caller() {
    return Optional.ofNullable(trace.caller)
        .map(
            caller ->
                new RecordedCaller(
                    // Nobody may act in the name of an account, and still is nobody.
                    caller.isAnonymous() ? "" : caller.account().accountId(),
                    caller.userName(),
                    caller.accessKeyId()));
  }

  @Override
  public HttpHeaders headers() {
    return Secrets.hiddenIn(trace.head.headers());
  }

  @Override
  public HttpHeaders responseHeaders() {
    return Secrets.hiddenIn(outcome.headers());
  }

  @Override
  public long requestBytes() {
    return trace.bytes;
  }

  @Override
  public long responseBytes() {
    return outcome.bytes();
  }

  @Override
  public Optional<String> document() {
    return text(trace.document);
  }

  @Override
  public Optional<String> responseDocument() {
    return text(outcome.document());
  }

  @Override
  public int status() {
    return outcome.status();
  }

  @Override
  public Optional<String> errorCode() {
    return Optional.ofNullable(outcome.error()).map(error -> error.error().code());
  }

  @Override
  public Optional<String> message() {
    return Optional.ofNullable(outcome.error()).map(S3Exception::text);
  }

  @Override
  public Optional<String> reason() {
    return Optional.ofNullable(outcome.error()).flatMap(S3Exception::reason);
  }

  @Override
  public List<RecordedRefusal> refusals() {
    return outcome.refusals().stream().map(TracedRequest::recorded).toList();
  }

  private static RecordedRefusal recorded(PartialRefusal refusal) {
    S3Exception error = refusal.error();
    return new RecordedRefusal(
        refusal.key().toString(),
        refusal.versionId(),
        error.error().code(),
        error.text(),
        error.reason());
  }

  @Override
  public Optional<Throwable> failure() {
    return Optional.ofNullable(outcome.failure());
  }

  private static Optional<String> text(byte @Nullable [] document) {
    return Optional.ofNullable(document).map(bytes -> new String(bytes, UTF_8));
  }
}

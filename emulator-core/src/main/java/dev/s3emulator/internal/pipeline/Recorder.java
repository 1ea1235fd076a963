package dev.s3emulator.internal.pipeline;

import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.S3State;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.protocol.PartialRefusal;
import dev.s3emulator.internal.protocol.ResponseBody;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.internal.view.DomainState;
import dev.s3emulator.journal.RecordedRequest;
import dev.s3emulator.journal.RequestJournal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the journal of one server. Safe for use by many threads. */
final class Recorder {

  private final S3Engine engine;
  private final RequestJournal journal;
  private final long start = System.nanoTime();

  Recorder(S3Engine engine, RequestJournal journal) {
    this.engine = engine;
    this.journal = journal;
  }

  /**
   * Records a request with its answer.
   *
   * @param error the refusal, or null
   * @param thrown what was thrown, which is a failure of the emulator unless it is a refusal
   * @param before what the server held when the request was performed
   */
  void answered(
      RequestTrace trace,
      S3Response response,
      @Nullable S3Exception error,
      @Nullable Throwable thrown,
      S3State before) {
    ResponseBody body = response.body();
    add(
        trace,
        new Outcome(
            engine.now(),
            System.nanoTime(),
            response.status(),
            response.headers(),
            trace.head.method().equals("HEAD") ? 0 : body.length(),
            body instanceof ResponseBody.Bytes bytes ? beginning(bytes.bytes()) : null,
            beginning(response.refusals()),
            error,
            thrown instanceof S3Exception ? null : thrown),
        before);
  }

  /** Records a request whose client went away, also after a refusal that it did not wait for. */
  void abandoned(RequestTrace trace, @Nullable Throwable thrown) {
    S3Exception refusal = thrown instanceof S3Exception error ? error : null;
    Throwable failure = refusal == null ? thrown : null;
    add(
        trace,
        new Outcome(
            engine.now(),
            System.nanoTime(),
            0,
            Headers.EMPTY,
            0,
            null,
            List.of(),
            refusal,
            failure),
        engine.state());
  }

  private void add(RequestTrace trace, Outcome outcome, S3State before) {
    journal.add(
        new TracedRequest(
            trace, outcome, start, new DomainState(before), new DomainState(engine.state())));
  }

  /** Returns as much of a document as the journal keeps; most are small and not copied. */
  static byte[] beginning(byte[] document) {
    return document.length <= RecordedRequest.DOCUMENT_LIMIT
        ? document
        : Arrays.copyOf(document, RecordedRequest.DOCUMENT_LIMIT);
  }

  private static List<PartialRefusal> beginning(List<PartialRefusal> refusals) {
    return refusals.size() <= RecordedRequest.REFUSAL_LIMIT
        ? refusals
        : List.copyOf(refusals.subList(0, RecordedRequest.REFUSAL_LIMIT));
  }
}

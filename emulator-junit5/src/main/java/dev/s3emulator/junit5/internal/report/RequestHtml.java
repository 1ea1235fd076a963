package dev.s3emulator.junit5.internal.report;

import dev.s3emulator.journal.RecordedRefusal;
import dev.s3emulator.journal.RecordedRequest;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;

/** Prints one request of the timeline: a line, what is wrong with it, and the rest on demand. */
final class RequestHtml {

  private static final int DOCUMENT = 4000;

  private final Html html;
  private final RecordedRequest request;

  private RequestHtml(Html html, RecordedRequest request) {
    this.html = html;
    this.request = request;
  }

  static void append(Html html, RecordedRequest request, Duration offset) {
    new RequestHtml(html, request).print(offset);
  }

  private void print(Duration offset) {
    boolean error = TestReport.isError(request);
    html.open("details", "request " + (error ? "refused" : "fine"));
    html.open("summary", "");
    html.element("span", "offset", Wording.offset(offset));
    html.element("span", "status", Wording.status(request));
    html.element("span", "operation", Wording.operation(request));
    html.open("span", "target");
    target();
    html.close("span");
    html.element("span", "effect", Effect.of(request));
    html.element("span", "duration", Wording.millis(request.duration()));
    explanations();
    html.close("summary");
    body();
    html.close("details").raw("\n");
  }

  private void target() {
    if (request.bucket().isPresent()) {
      html.element("b", "", request.bucket().get());
      request.key().ifPresent(key -> html.text("/" + key));
    } else {
      html.text(request.path());
    }
    request
        .versionId()
        .ifPresent(id -> html.titled("version", id, "version " + Effect.shortened(id)));
  }

  private void explanations() {
    request
        .errorCode()
        .ifPresent(code -> explanation("", code, request.message().orElse(""), request.reason()));
    for (RecordedRefusal refusal : request.refusals()) {
      String place = refusal.key() + refusal.versionId().map(id -> " version " + id).orElse("");
      explanation(place, refusal.errorCode(), refusal.message(), refusal.reason());
    }
    request
        .failure()
        .ifPresent(
            failure ->
                explanation(
                    "", "Inside the emulator", "something broke", Optional.of(failure.toString())));
  }

  private void explanation(String key, String code, String message, Optional<String> reason) {
    html.open("span", "error");
    if (!key.isEmpty()) {
      html.element("span", "", key + ": ");
    }
    html.element("b", "", code).text(" " + message);
    reason.ifPresent(
        why -> html.open("span", "why").element("b", "", "why").text(" " + why).close("span"));
    html.close("span");
  }

  private void body() {
    html.open("div", "more").open("dl", "");
    fact("Request", request.method() + " " + request.path());
    fact("Request id", request.requestId());
    request.caller().ifPresent(caller -> fact("Caller", caller.toString()));
    request.resultVersionId().ifPresent(id -> fact("Version", id));
    fact("Bytes", request.requestBytes() + " in, " + request.responseBytes() + " out");
    fact("Time", request.time() + " by the server's clock");
    html.close("dl");
    request.document().ifPresent(text -> document("Document", text));
    request.responseDocument().ifPresent(text -> document("Answer", text));
    headers("Headers of the request", request.headers());
    headers("Headers of the answer", request.responseHeaders());
    html.close("div");
  }

  private void fact(String name, String value) {
    html.element("dt", "", name).element("dd", "", value);
  }

  private void document(String name, String text) {
    html.element("h4", "", name).open("pre", "");
    html.lines(text.substring(0, Math.min(DOCUMENT, text.length())));
    html.raw(text.length() > DOCUMENT ? "\n…" : "").close("pre");
  }

  private void headers(String name, HttpHeaders headers) {
    if (headers.map().isEmpty()) {
      return;
    }
    html.element("h4", "", name).open("dl", "headers");
    headers.map().forEach((header, values) -> values.forEach(value -> fact(header, value)));
    html.close("dl");
  }
}

package dev.s3emulator.junit5.internal.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.s3emulator.journal.RecordedRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Prints a report as one HTML page that needs nothing else: no script, no font, no network. A
 * content security policy says so to the browser as well.
 */
final class HtmlReport {

  private static final int FIRST_REQUESTS = 100;
  private static final int LAST_REQUESTS = 200;
  private static final int MESSAGE = 4000;

  private final TestReport report;
  private final Html html = new Html();

  private HtmlReport(TestReport report) {
    this.report = report;
  }

  static String of(TestReport report) {
    return new HtmlReport(report).print();
  }

  private String print() {
    html.raw("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
    html.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';");
    html.raw(" style-src 'unsafe-inline'\">");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    html.raw("<meta name=\"color-scheme\" content=\"light dark\">");
    html.element("title", "", "S3 during " + report.test() + " (" + report.container() + ")");
    html.raw("\n<style>\n").raw(style()).raw("</style></head>\n<body><main>\n");
    head();
    requests();
    buckets();
    return html.raw("</main></body></html>\n").toString();
  }

  private void head() {
    boolean failed = report.failure().isPresent();
    html.open("header", "");
    html.element("p", "verdict " + (failed ? "bad" : "good"), failed ? "failed" : "passed");
    html.element("h1", "", report.test());
    html.element("p", "container", report.container());
    report.failure().ifPresent(this::failure);
    html.open("p", "facts");
    html.element("span", "", Wording.count(report.requests().size(), "request"));
    if (report.errors() > 0) {
      html.element("span", "bad", report.errors() + " refused or failed");
    }
    long changed = report.buckets().stream().filter(BucketChange::changed).count();
    html.element("span", "", Wording.count(changed, "bucket") + " changed");
    html.element("span", "", report.server());
    html.close("p").close("header").raw("\n");
  }

  private void failure(Throwable failure) {
    String message = failure.toString();
    html.open("pre", "failure");
    html.lines(message.substring(0, Math.min(MESSAGE, message.length())));
    html.close("pre");
  }

  private void requests() {
    html.open("section", "timeline");
    html.element("h2", "", "What S3 saw");
    if (report.requests().isEmpty()) {
      html.element("p", "note", "No request reached the server during this test.");
    } else if (report.errors() > 0) {
      html.raw("<label class=\"filter\"><input type=\"checkbox\" id=\"errors\">");
      html.raw(" only what was refused or failed</label>");
    }
    if (report.forgotten() > 0) {
      html.element(
          "p", "note", Wording.count(report.forgotten(), "earlier request") + " forgotten");
    }
    Ends<RecordedRequest> ends = Ends.of(report.requests(), FIRST_REQUESTS, LAST_REQUESTS);
    ends.first().forEach(this::request);
    if (ends.left() > 0) {
      html.element("p", "note", Wording.count(ends.left(), "request") + " left out");
    }
    ends.last().forEach(this::request);
    html.close("section").raw("\n");
  }

  private void request(RecordedRequest request) {
    RequestHtml.append(html, request, report.offset(request));
  }

  private void buckets() {
    html.open("section", "buckets");
    html.element("h2", "", "The buckets before and after");
    if (report.buckets().isEmpty()) {
      html.element("p", "note", "The test has touched no bucket that exists.");
    }
    for (BucketChange bucket : report.buckets()) {
      BucketHtml.append(html, bucket);
    }
    if (report.moreBuckets() > 0) {
      html.element("p", "note", "and " + Wording.count(report.moreBuckets(), "more bucket"));
    }
    html.close("section").raw("\n");
  }

  private static String style() {
    try (InputStream style = HtmlReport.class.getResourceAsStream("report.css")) {
      if (style == null) {
        throw new IllegalStateException("The jar lacks report.css");
      }
      return new String(style.readAllBytes(), UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

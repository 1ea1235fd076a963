package dev.s3emulator.junit5.internal.report;

import dev.s3emulator.journal.RecordedRefusal;
import dev.s3emulator.journal.RecordedRequest;
import dev.s3emulator.junit5.internal.VersionStacks;
import dev.s3emulator.junit5.internal.Visible;
import dev.s3emulator.model.VersionView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints a report for a terminal. */
final class TextReport {

  private static final int FIRST_REQUESTS = 15;
  private static final int LAST_REQUESTS = 45;
  private static final int KEYS = 10;
  private static final int VERSIONS = 8;
  private static final int WIDTH = 120;

  private final TestReport report;
  private final StringBuilder text = new StringBuilder();

  private TextReport(TestReport report) {
    this.report = report;
  }

  static String of(TestReport report) {
    return new TextReport(report).print();
  }

  private String print() {
    line("What S3 saw during " + report.test() + " (" + report.container() + ")");
    line(
        "  "
            + Wording.count(report.requests().size() + report.forgotten(), "request")
            + " to "
            + report.server()
            + (report.errors() == 0 ? "" : "; " + report.errors() + " refused or failed"));
    timeline();
    for (BucketChange bucket : report.buckets()) {
      line("");
      bucket(bucket);
    }
    if (report.moreBuckets() > 0) {
      line("and " + Wording.count(report.moreBuckets(), "more bucket"));
    }
    return text.toString();
  }

  private void timeline() {
    if (!report.requests().isEmpty()) {
      line("");
    }
    if (report.forgotten() > 0) {
      line("           … " + Wording.count(report.forgotten(), "earlier request") + " forgotten");
    }
    Ends<RecordedRequest> ends = Ends.of(report.requests(), FIRST_REQUESTS, LAST_REQUESTS);
    ends.first().forEach(this::request);
    if (ends.left() > 0) {
      line("           … " + Wording.count(ends.left(), "request") + " left out …");
    }
    ends.last().forEach(this::request);
  }

  private void request(RecordedRequest request) {
    boolean error = TestReport.isError(request);
    String effect = Effect.of(request);
    line(
        String.format(
            Locale.ROOT,
            "%s %9s  %-9s %-14s  %s%s%s",
            error ? "!" : " ",
            Wording.offset(report.offset(request)),
            Wording.status(request),
            Wording.operation(request),
            Visible.of(Wording.target(request), WIDTH),
            request.versionId().map(id -> "  version " + Visible.of(id, 40)).orElse(""),
            effect.isEmpty() ? "" : "   " + effect));
    for (String explanation : explanations(request)) {
      line("                       " + Visible.of(explanation, 4 * WIDTH));
    }
  }

  private static List<String> explanations(RecordedRequest request) {
    List<String> lines = new ArrayList<>();
    request
        .errorCode()
        .ifPresent(
            code ->
                lines.add(
                    code
                        + request
                            .message()
                            .filter(m -> !m.isEmpty())
                            .map(m -> ": " + m)
                            .orElse("")));
    request.reason().ifPresent(reason -> lines.add("why: " + reason));
    request.failure().ifPresent(failure -> lines.add("failed inside the emulator: " + failure));
    for (RecordedRefusal refusal : request.refusals()) {
      lines.add(refusal.key() + ": " + refusal.errorCode() + ": " + refusal.message());
      refusal.reason().ifPresent(reason -> lines.add("why: " + reason));
    }
    return lines;
  }

  private void bucket(BucketChange bucket) {
    String before = BucketChange.summary(bucket.before());
    String after = BucketChange.summary(bucket.after());
    line(
        "Bucket "
            + bucket.name()
            + ": "
            + (before.equals(after) ? after : before + " → " + after)
            + (bucket.changed() ? "" : ", not changed"));
    bucket.keys().stream().limit(KEYS).forEach(this::key);
    int more = Math.max(0, bucket.keys().size() - KEYS) + bucket.more();
    if (more > 0) {
      line("  and " + Wording.count(more, "more changed key"));
    }
  }

  private void key(KeyChange key) {
    line("  " + Visible.of(key.key(), WIDTH));
    List<VersionView> added = key.added();
    List<VersionView> changed = key.changed();
    List<String> lines = new ArrayList<>();
    key.removed().forEach(version -> lines.add("    − " + VersionStacks.line(version)));
    for (VersionView version : key.after()) {
      String sign = added.contains(version) ? "+" : changed.contains(version) ? "~" : " ";
      lines.add("    " + sign + " " + VersionStacks.line(version));
    }
    lines.stream().limit(VERSIONS).forEach(this::line);
    if (lines.size() > VERSIONS) {
      line("      and " + Wording.count(lines.size() - VERSIONS, "more version"));
    }
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}

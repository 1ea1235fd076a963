package dev.s3emulator.junit5.internal.report;

import dev.s3emulator.journal.RecordedRequest;
import java.time.Duration;
import java.util.Locale;

/** Words that both forms of the report use. */
final class Wording {

  private Wording() {}

  static String operation(RecordedRequest request) {
    return request.operation().orElse(request.method());
  }

  /** What a request addressed, or its path if that is not known. */
  static String target(RecordedRequest request) {
    String bucket = request.bucket().orElse("");
    String key = request.key().map(name -> "/" + name).orElse("");
    return bucket.isEmpty() ? request.path() : bucket + key;
  }

  static String status(RecordedRequest request) {
    return request.status() == 0 ? "no answer" : Integer.toString(request.status());
  }

  static String millis(Duration duration) {
    double millis = duration.toNanos() / 1e6;
    return String.format(Locale.ROOT, millis < 10 ? "%.1f ms" : "%.0f ms", millis);
  }

  static String offset(Duration duration) {
    return duration.toMillis() < 10_000
        ? "+" + duration.toMillis() + " ms"
        : String.format(Locale.ROOT, "+%.1f s", duration.toMillis() / 1e3);
  }

  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}

package dev.s3emulator.assertj;

import dev.s3emulator.journal.RecordedRequest;
import dev.s3emulator.junit5.internal.Visible;
import java.util.List;
import org.assertj.core.api.WritableAssertionInfo;

/** Makes the errors that assertions throw. */
final class Failures {

  /** How many lines of a list are printed. */
  static final int LIMIT = 10;

  private Failures() {}

  /** Returns an error with the user's description in front, as AssertJ prints it. */
  static AssertionError of(WritableAssertionInfo info, String message) {
    String overriding = info.overridingErrorMessage();
    String description = info.hasDescription() ? "[" + info.descriptionText() + "] " : "";
    return new AssertionError(overriding != null ? overriding : description + message);
  }

  /** Returns the first requests, each on an indented line of its own. */
  static String lines(List<RecordedRequest> requests) {
    return indented(requests.stream().map(RecordedRequest::toString).toList());
  }

  /** Returns the first lines, indented. */
  static String indented(List<String> lines) {
    StringBuilder text = new StringBuilder();
    lines.stream().limit(LIMIT).forEach(line -> text.append("\n  ").append(Visible.of(line, 500)));
    if (lines.size() > LIMIT) {
      text.append("\n  and ").append(lines.size() - LIMIT).append(" more");
    }
    return text.toString();
  }

  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}

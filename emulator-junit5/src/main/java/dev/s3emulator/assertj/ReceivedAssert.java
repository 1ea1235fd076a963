package dev.s3emulator.assertj;

import dev.s3emulator.journal.RecordedRequest;
import dev.s3emulator.journal.RecordedRequests;
import dev.s3emulator.journal.RequestJournal;
import dev.s3emulator.junit5.internal.Visible;
import dev.s3emulator.model.S3Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about how often a kind of request was received. The methods {@code on…} and {@code
 * with…} narrow the kind; {@link #times} and its like verify. A failure prints the requests that
 * came closest. Not safe for use by many threads.
 */
public final class ReceivedAssert extends AbstractAssert<ReceivedAssert, RequestJournal> {

  private static final int CLOSEST = 5;

  private final List<Condition> conditions = new ArrayList<>();

  ReceivedAssert(RequestJournal journal, S3Operation operation) {
    super(journal, ReceivedAssert.class);
    narrow(operation.awsName(), requests -> requests.operation(operation));
  }

  /** Narrows to the requests that addressed this bucket or a key in it. */
  public ReceivedAssert onBucket(String name) {
    return narrow("on bucket \"" + name + "\"", requests -> requests.bucket(name));
  }

  /**
   * Narrows to the requests that addressed a key of this pattern: {@code *} stands for any
   * characters, also slashes, {@code ?} for any one.
   */
  public ReceivedAssert onKey(String pattern) {
    return narrow("on key \"" + pattern + "\"", requests -> requests.key(pattern));
  }

  /** Narrows to the requests that were answered with this HTTP status. */
  public ReceivedAssert withStatus(int status) {
    return narrow("with status " + status, requests -> requests.status(status));
  }

  /** Narrows to the requests that were refused with this error code. */
  public ReceivedAssert withErrorCode(String code) {
    return narrow("with error code " + code, requests -> requests.errorCode(code));
  }

  /** Verifies that exactly this many such requests were received. */
  public ReceivedAssert times(int count) {
    return verify(count, count, Failures.count(count, "request"));
  }

  /** Verifies that exactly one such request was received. */
  public ReceivedAssert once() {
    return times(1);
  }

  /** Verifies that no such request was received. */
  public ReceivedAssert never() {
    return verify(0, 0, "no requests");
  }

  /** Verifies that this many such requests or more were received. */
  public ReceivedAssert atLeast(int count) {
    return verify(count, Integer.MAX_VALUE, "at least " + Failures.count(count, "request"));
  }

  /** Verifies that this many such requests or fewer were received. */
  public ReceivedAssert atMost(int count) {
    return verify(0, count, "at most " + Failures.count(count, "request"));
  }

  private ReceivedAssert narrow(String text, UnaryOperator<RecordedRequests> narrowing) {
    conditions.add(new Condition(Visible.of(text), narrowing));
    return this;
  }

  private ReceivedAssert verify(int from, int to, String expected) {
    RecordedRequests selected = actual.select();
    for (Condition condition : conditions) {
      selected = condition.narrowing.apply(selected);
    }
    List<RecordedRequest> matching = selected.list();
    if (matching.size() < from || matching.size() > to) {
      throw Failures.of(info, message(expected, matching));
    }
    return this;
  }

  private String message(String expected, List<RecordedRequest> matching) {
    StringBuilder message = new StringBuilder("Expected ").append(expected).append(' ');
    message.append(String.join(" ", conditions.stream().map(Condition::text).toList()));
    message
        .append(", but there ")
        .append(matching.size() == 1 ? "was 1" : "were " + matching.size());
    message.append(matching.isEmpty() ? "." : ":" + Failures.lines(matching));
    message.append(closest(matching));
    if (actual.forgotten() > 0) {
      message
          .append("\nThe journal is full and has forgotten the first ")
          .append(Failures.count(actual.forgotten(), "request"))
          .append('.');
    }
    return message.toString();
  }

  /** The requests that miss the fewest conditions, those of another operation last. */
  private String closest(List<RecordedRequest> matching) {
    List<RecordedRequest> all = actual.requests();
    if (all.isEmpty()) {
      return "\nNo request was received at all.";
    }
    Map<String, Set<RecordedRequest>> meeting = new LinkedHashMap<>();
    for (Condition condition : conditions) {
      RecordedRequests narrowed = condition.narrowing.apply(actual.select());
      meeting.put(condition.text, new HashSet<>(narrowed.list()));
    }
    List<Near> near =
        all.stream()
            .filter(request -> !matching.contains(request))
            .map(request -> Near.of(request, meeting))
            .filter(candidate -> candidate.missed.size() < conditions.size())
            .sorted(
                Comparator.comparingInt((Near candidate) -> candidate.missed.size())
                    .thenComparing(candidate -> candidate.missed.contains(conditions.get(0).text)))
            .limit(CLOSEST)
            .toList();
    if (near.isEmpty()) {
      int others = all.size() - matching.size();
      return others == 0
          ? ""
          : "\nNone of " + Failures.count(others, "other request") + " came close.";
    }
    return "\nClosest of the others:" + Failures.indented(near.stream().map(Near::line).toList());
  }

  private record Condition(String text, UnaryOperator<RecordedRequests> narrowing) {}

  private record Near(RecordedRequest request, List<String> missed) {

    static Near of(RecordedRequest request, Map<String, Set<RecordedRequest>> meeting) {
      List<String> missed =
          meeting.entrySet().stream()
              .filter(condition -> !condition.getValue().contains(request))
              .map(Map.Entry::getKey)
              .toList();
      return new Near(request, missed);
    }

    String line() {
      return request + "  (not " + String.join(", not ", missed) + ")";
    }
  }
}

package dev.s3emulator.assertj;

import dev.s3emulator.S3EmulatorServer;
import dev.s3emulator.S3Snapshot;
import dev.s3emulator.journal.RecordedRefusal;
import dev.s3emulator.journal.RecordedRequest;
import dev.s3emulator.junit5.internal.Visible;
import dev.s3emulator.model.BucketView;
import dev.s3emulator.model.S3Operation;
import dev.s3emulator.model.StateView;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about what a server holds and what it was asked. Each looks at the server as it is at
 * that moment, and each failure prints what is there instead. Not safe for use by many threads.
 */
public final class EmulatorAssert extends AbstractAssert<EmulatorAssert, S3EmulatorServer> {

  EmulatorAssert(S3EmulatorServer actual) {
    super(actual, EmulatorAssert.class);
  }

  /** Verifies that there is a bucket of this name. */
  public EmulatorAssert hasBucket(String name) {
    requireBucket(name);
    return this;
  }

  /** Verifies that there is no bucket of this name. */
  public EmulatorAssert doesNotHaveBucket(String name) {
    isNotNull();
    if (actual.snapshot().bucket(name).isPresent()) {
      throw Failures.of(info, "Expected no bucket \"" + name + "\", but there is one.");
    }
    return this;
  }

  /**
   * Verifies that there is a bucket of this name, and goes on with it as it is now: what is done
   * later does not show.
   */
  public BucketAssert bucket(String name) {
    BucketView bucket = requireBucket(name);
    return new BucketAssert(bucket, actual.clock().instant()).as(info.description());
  }

  /** Goes on with the requests that meant this operation, whether they were performed or not. */
  public ReceivedAssert received(S3Operation operation) {
    isNotNull();
    return new ReceivedAssert(actual.journal(), operation).as(info.description());
  }

  /**
   * Verifies that the server refused nothing, that nothing failed inside it and that no client left
   * without an answer. Keys that a DeleteObjects refused in a success count as refused.
   *
   * @param expected error codes, such as {@code NoSuchKey}, that are fine
   */
  public EmulatorAssert receivedNoUnexpectedErrors(String... expected) {
    isNotNull();
    Set<String> fine = Set.of(expected);
    List<RecordedRequest> wrong =
        actual.requests().where(request -> isUnexpected(request, fine)).list();
    if (!wrong.isEmpty()) {
      throw Failures.of(
          info,
          "Expected no errors"
              + (fine.isEmpty() ? "" : " but " + String.join(", ", expected))
              + ", but of "
              + Failures.count(actual.requests().count(), "request")
              + " these were refused or failed:"
              + Failures.lines(wrong));
    }
    return this;
  }

  private static boolean isUnexpected(RecordedRequest request, Set<String> expected) {
    boolean refusesKeys =
        request.refusals().stream()
            .map(RecordedRefusal::errorCode)
            .anyMatch(code -> !expected.contains(code));
    // An answer 304 Not Modified is no error, although it is made like one.
    boolean refused =
        (request.status() >= 400 || request.status() == 0)
            && request.errorCode().filter(expected::contains).isEmpty();
    return refused || refusesKeys || request.failure().isPresent();
  }

  private BucketView requireBucket(String name) {
    isNotNull();
    S3Snapshot now = actual.snapshot();
    return now.bucket(name)
        .orElseThrow(
            () ->
                Failures.of(
                    info,
                    "Expected a bucket \"" + Visible.of(name) + "\", but there is " + names(now)));
  }

  private static String names(StateView state) {
    List<String> names = state.buckets().stream().map(BucketView::name).toList();
    return names.isEmpty() ? "none at all." : "only " + String.join(", ", names) + ".";
  }
}

package dev.s3emulator.junit5.internal.report;

import dev.s3emulator.S3EmulatorServer;
import dev.s3emulator.journal.RecordedRequest;
import dev.s3emulator.model.BucketView;
import dev.s3emulator.model.StateView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What S3 saw during a test, bounded and ready to be printed.
 *
 * @param test the display name of the test
 * @param container the display name of its class
 * @param failure why it failed, if that is known
 * @param server the endpoint and the region
 * @param requests the requests of the test, oldest first
 * @param forgotten how many earlier ones the journal has forgotten
 * @param buckets the buckets that the requests addressed or that changed
 * @param moreBuckets how many further buckets changed
 */
record TestReport(
    String test,
    String container,
    Optional<Throwable> failure,
    String server,
    List<RecordedRequest> requests,
    long forgotten,
    List<BucketChange> buckets,
    int moreBuckets) {

  /** How many buckets are told. */
  static final int MAX_BUCKETS = 20;

  /** Makes the report of a test on a server that is as the test has left it. */
  static TestReport of(
      String test,
      String container,
      Optional<Throwable> failure,
      S3EmulatorServer server,
      Beginning beginning) {
    List<RecordedRequest> requests = beginning.later(server.journal().requests());
    StateView before = beginning.state();
    StateView after = server.snapshot();
    Set<String> names = new TreeSet<>();
    requests.forEach(request -> request.bucket().ifPresent(names::add));
    names.addAll(differing(before, after));
    List<BucketChange> buckets = new ArrayList<>();
    for (String name : names) {
      Optional<BucketView> found = before.bucket(name);
      Optional<BucketView> left = after.bucket(name);
      if (found.isPresent() || left.isPresent()) {
        buckets.add(BucketChange.of(name, found, left));
      }
    }
    return new TestReport(
        test,
        container,
        failure,
        server.endpoint() + ", region " + server.region(),
        requests,
        server.journal().forgotten(),
        buckets.subList(0, Math.min(buckets.size(), MAX_BUCKETS)),
        Math.max(0, buckets.size() - MAX_BUCKETS));
  }

  private static Set<String> differing(StateView before, StateView after) {
    Set<String> names = new TreeSet<>();
    for (StateView state : List.of(before, after)) {
      for (BucketView bucket : state.buckets()) {
        if (!before.bucket(bucket.name()).equals(after.bucket(bucket.name()))) {
          names.add(bucket.name());
        }
      }
    }
    return names;
  }

  /** Returns how many requests were refused, failed, or left without an answer. */
  long errors() {
    return requests.stream().filter(TestReport::isError).count();
  }

  static boolean isError(RecordedRequest request) {
    return request.status() >= 400 || request.status() == 0 || !request.refusals().isEmpty();
  }

  /** Returns when a request arrived, counted from the first that is still known. */
  Duration offset(RecordedRequest request) {
    return request.sinceStart().minus(requests.get(0).sinceStart());
  }
}

package dev.s3emulator.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.S3EmulatorServer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Client;

/** What is closed at the end of a scope, and in which order. */
class ClosingTest {

  private static final List<S3EmulatorServer> SEEN = new ArrayList<>();

  @BeforeEach
  void forget() {
    SEEN.clear();
    ClosingClient.CLOSED.clear();
  }

  @Test
  void clientsAreClosedOnceBeforeTheServerAndInReverse() {
    Running.requireSuccess(2, GoodCase.class);

    assertThat(ClosingClient.CLOSED).containsExactly("client", "what the client needs");
    assertThat(SEEN.get(0).toString()).contains("closed");
  }

  @Test
  void aClientThatCannotBeClosedFailsTheClassAndKeepsNothingElseOpen() {
    assertThat(Running.failures(Running.run(BrokenCase.class)))
        .singleElement()
        .satisfies(failure -> assertThat(failure).hasStackTraceContaining("broken"));

    assertThat(ClosingClient.CLOSED).containsExactly("broken", "client", "what the client needs");
    assertThat(SEEN.get(0).toString()).contains("closed");
  }

  @Test
  void perTestClientsAreClosedAfterEachTest() {
    Running.requireSuccess(2, PerTestCase.class);

    assertThat(ClosingClient.CLOSED)
        .containsExactly("client", "what the client needs", "client", "what the client needs");
  }

  @Test
  void noThreadOutlivesItsClass() throws InterruptedException {
    // What starts once for a JVM, such as the SDK's shared threads, is there afterwards.
    Running.requireSuccess(1, ThreadsCase.class);
    Set<Thread> before = new HashSet<>(Thread.getAllStackTraces().keySet());

    Running.requireSuccess(1, ThreadsCase.class);

    Set<Thread> left = new HashSet<>(Thread.getAllStackTraces().keySet());
    left.removeAll(before);
    for (Thread each : left) {
      // Netty takes a moment to end; a thread that is leaked never does.
      each.join(TimeUnit.SECONDS.toMillis(30));
      assertThat(each.isAlive()).as("%s is alive", each).isFalse();
    }
  }

  @S3Emulator
  static class GoodCase {
    @Test
    void one(S3EmulatorServer server, ClosingClient client) {
      SEEN.add(server);
    }

    @Test
    void two(ClosingClient client) {}
  }

  @S3Emulator
  static class BrokenCase {
    @Test
    void test(
        S3EmulatorServer server, ClosingClient client, @ClosingClient.Broken ClosingClient broken) {
      SEEN.add(server);
    }
  }

  @S3Emulator(scope = EmulatorScope.METHOD)
  static class PerTestCase {
    @Test
    void one(ClosingClient client) {}

    @Test
    void two(ClosingClient client) {}
  }

  @S3Emulator
  static class ThreadsCase {
    @Test
    void test(S3Client s3, S3AsyncClient async) {
      s3.listBuckets();
      async.listBuckets().join();
    }
  }
}

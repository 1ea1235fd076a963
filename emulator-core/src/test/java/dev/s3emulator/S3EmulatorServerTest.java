package dev.s3emulator;

import static dev.s3emulator.PlainHttp.send;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.entry;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.VersioningState;
import dev.s3emulator.model.S3Operation;
import dev.s3emulator.store.BlobStore;
import dev.s3emulator.store.BlobStores;
import dev.s3emulator.store.BlobWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of a server, and what its options do. */
class S3EmulatorServerTest {

  @Test
  void whatItHoldsAndWhatItWasAskedCanBeLookedAt() {
    try (S3EmulatorServer server =
        S3EmulatorServer.builder().journalCapacity(2).bucket("photos").start()) {
      for (String key : List.of("a", "b", "c")) {
        send(server, "PUT", "/photos/" + key);
      }

      assertThat(server.snapshot().bucket("photos").orElseThrow().keys())
          .containsExactly("a", "b", "c");
      assertThat(server.snapshot().buckets()).hasSize(1);
      assertThat(server.requests().operation(S3Operation.PUT_OBJECT).key("?").count()).isEqualTo(2);
      assertThat(server.journal().forgotten()).isEqualTo(1);
    }
  }

  @Test
  void answersAtItsEndpoint() {
    try (S3EmulatorServer server = S3EmulatorServer.start().createBucket("photos")) {
      assertThat(server.endpoint())
          .hasScheme("http")
          .hasHost("127.0.0.1")
          .hasPort(server.port())
          .hasPath("");
      assertThat(send(server, "HEAD", "/photos").statusCode()).isEqualTo(200);
      assertThat(server.journal().requests())
          .extracting(request -> request.operation().orElseThrow())
          .containsExactly("HeadBucket");
    }
  }

  @Test
  void serversOfOneJvmShareNothing() {
    List<S3EmulatorServer> servers =
        IntStream.range(0, 5)
            .mapToObj(i -> S3EmulatorServer.start().createBucket("bucket-" + i))
            .toList();
    try {
      assertThat(servers).extracting(S3EmulatorServer::port).doesNotHaveDuplicates();
      for (int i = 0; i < servers.size(); i++) {
        assertThat(send(servers.get(i), "HEAD", "/bucket-" + i).statusCode()).isEqualTo(200);
        assertThat(send(servers.get(i), "HEAD", "/bucket-" + (i + 1)).statusCode()).isEqualTo(404);
      }
    } finally {
      servers.forEach(S3EmulatorServer::close);
    }
  }

  @Test
  void canBeClosedTwice() {
    S3EmulatorServer server = S3EmulatorServer.start();
    server.close();
    server.close();

    assertThat(server).asString().endsWith(", closed]");
  }

  @Test
  void leavesNoThreadBehind() {
    Set<Thread> before = serverThreads();
    try (S3EmulatorServer server = S3EmulatorServer.start()) {
      send(server, "GET", "/");
      assertThat(serverThreads()).hasSizeGreaterThan(before.size());
    }
    assertThat(serverThreads()).isSubsetOf(before);
  }

  @Test
  void aPortInUseIsOneClearException() {
    try (S3EmulatorServer server = S3EmulatorServer.start()) {
      Set<Thread> before = serverThreads();
      assertThatExceptionOfType(UncheckedIOException.class)
          .isThrownBy(() -> S3EmulatorServer.builder().port(server.port()).start())
          .withMessageStartingWith("Cannot listen on 127.0.0.1:" + server.port() + ": ")
          .withCauseInstanceOf(BindException.class);
      assertThat(send(server, "GET", "/").statusCode()).isEqualTo(200);
      assertThat(serverThreads()).isSubsetOf(before);
    }
  }

  @Test
  void keepsAPortThatWasAskedFor() {
    int port;
    try (S3EmulatorServer server = S3EmulatorServer.start()) {
      port = server.port();
    }
    try (S3EmulatorServer again = S3EmulatorServer.builder().port(port).start()) {
      assertThat(again.endpoint()).isEqualTo(URI.create("http://127.0.0.1:" + port));
    }
  }

  static Stream<Consumer<S3EmulatorServer>> methods() {
    return Stream.of(
        S3EmulatorServer::endpoint,
        S3EmulatorServer::port,
        S3EmulatorServer::accessKey,
        S3EmulatorServer::region,
        S3EmulatorServer::journal,
        S3EmulatorServer::clock,
        S3EmulatorServer::snapshot,
        S3EmulatorServer::reset,
        server -> server.createBucket("photos"),
        server -> server.seed("folder"),
        server -> server.seed(Path.of("folder")),
        server -> server.seedBucket("photos", "folder"));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void refusesEverythingOnceClosed(Consumer<S3EmulatorServer> method) {
    S3EmulatorServer server = S3EmulatorServer.start();
    server.close();

    assertThatIllegalStateException()
        .isThrownBy(() -> method.accept(server))
        .withMessage(
            "This S3EmulatorServer is closed: start another one with S3EmulatorServer.start().");
  }

  @Test
  void createsBucketsWithOptions() {
    try (S3EmulatorServer server =
        S3EmulatorServer.builder()
            .region("eu-central-1")
            .bucket("plain")
            .bucket(BucketOptions.named("locked").objectLock().region("eu-west-1").tag("a", "b"))
            .start()) {
      server.createBucket(BucketOptions.named("suspended").versioning(Versioning.SUSPENDED));

      assertThat(bucket(server, "plain").settings().region()).isEqualTo("eu-central-1");
      assertThat(bucket(server, "plain").versioning()).isEqualTo(VersioningState.UNVERSIONED);
      assertThat(bucket(server, "locked").versioning()).isEqualTo(VersioningState.ENABLED);
      assertThat(bucket(server, "locked").settings().objectLockEnabled()).isTrue();
      assertThat(bucket(server, "locked").settings().region()).isEqualTo("eu-west-1");
      assertThat(bucket(server, "locked").settings().tags().tags())
          .containsExactly(entry("a", "b"));
      assertThat(bucket(server, "suspended").versioning()).isEqualTo(VersioningState.SUSPENDED);
      assertThat(server.region()).isEqualTo("eu-central-1");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ab", "Photos", "a..b", "192.168.0.1", "photos-s3alias"})
  void refusesBucketNamesThatS3WouldRefuse(String name) {
    try (S3EmulatorServer server = S3EmulatorServer.start()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> server.createBucket(name))
          .withMessage(
              "The bucket \"%s\" cannot be created: The specified bucket is not valid.", name);
    }
  }

  @Test
  void refusesToCreateABucketTwice() {
    try (S3EmulatorServer server = S3EmulatorServer.start().createBucket("photos")) {
      assertThatIllegalStateException()
          .isThrownBy(() -> server.createBucket("photos"))
          .withMessage("The bucket \"photos\" exists already.");
    }
  }

  @Test
  void theClockSetsTheTimeOfBucketsAndAnswers() {
    Instant start = Instant.parse("2026-02-03T16:45:09Z");
    try (S3EmulatorServer server =
        S3EmulatorServer.builder().clock(EmulatorClock.frozenAt(start)).start()) {
      server.clock().advance(Duration.ofDays(30));
      server.createBucket("photos");

      assertThat(bucket(server, "photos").settings().creationDate())
          .isEqualTo("2026-03-05T16:45:09Z");
      assertThat(send(server, "GET", "/").headers().firstValue("Date"))
          .contains("Thu, 05 Mar 2026 16:45:09 GMT");
    }
  }

  @Test
  void theSameSeedGivesTheSameIds() {
    assertThat(requestIdWithSeed(7)).isEqualTo(requestIdWithSeed(7));
    assertThat(requestIdWithSeed(7)).isNotEqualTo(requestIdWithSeed(8));
  }

  @ParameterizedTest
  @CsvSource({
    "photos.s3.test, 200",
    "photos.localhost, 200",
    "photos.s3.us-east-1.amazonaws.com, 200",
    "photos.s3.eu-west-1.amazonaws.com, 301",
    "videos.s3.test, 404",
  })
  void takesTheNameInFrontOfADomainForABucket(String host, String status) throws Exception {
    try (S3EmulatorServer server =
            S3EmulatorServer.builder().virtualHostDomain("S3.Test").bucket("photos").start();
        Socket socket = new Socket("127.0.0.1", server.port())) {
      String head = "HEAD / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);

      assertThat(answer).startsWith("HTTP/1.1 " + status);
    }
  }

  @Test
  void leavesTheStoreOfTheUserOpen() {
    AtomicBoolean closed = new AtomicBoolean();
    BlobStore memory = BlobStores.inMemory();
    BlobStore store =
        new BlobStore() {
          @Override
          public BlobWriter newWriter(long expectedSize) throws IOException {
            return memory.newWriter(expectedSize);
          }

          @Override
          public boolean mayBlock() {
            return false;
          }

          @Override
          public void close() {
            closed.set(true);
          }
        };
    S3EmulatorServer.builder().blobStore(store).start().close();

    assertThat(closed).isFalse();
  }

  private static String requestIdWithSeed(long seed) {
    try (S3EmulatorServer server = S3EmulatorServer.builder().randomSeed(seed).start()) {
      send(server, "GET", "/");
      return server.journal().requests().get(0).requestId();
    }
  }

  private static Bucket bucket(S3EmulatorServer server, String name) {
    return server.snapshot().state().requireBucket(name);
  }

  /** Threads that end on their own, as those of the HTTP client, are none of the server's. */
  private static Set<Thread> serverThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(Thread::isAlive)
        .filter(thread -> thread.getName().startsWith("s3-emulator-"))
        .collect(Collectors.toSet());
  }
}

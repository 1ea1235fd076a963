package dev.s3emulator;

import static dev.s3emulator.PlainHttp.send;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.persistence.StateFolder;
import dev.s3emulator.internal.testing.CapturedLog;
import dev.s3emulator.model.BucketView;
import dev.s3emulator.model.ObjectView;
import dev.s3emulator.model.VersionView;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that is killed while clients write: whatever was acknowledged is there afterwards, and
 * of what was not, everything or nothing.
 */
class KilledProcessTest {

  private static final int CLIENTS = 4;
  private static final int KEYS = 5;
  private static final String MARKER = "(delete marker)";

  @TempDir Path root;

  private final List<Client> clients = new ArrayList<>();
  private Process process;

  @AfterEach
  void killWhatIsLeft() {
    if (process != null) {
      process.destroyForcibly();
    }
  }

  @Test
  @Timeout(300)
  void acknowledgedChangesSurvive(TestReporter reporter) throws Exception {
    killAndReopen(3, 1, reporter);
  }

  @Test
  @Tag("stress")
  @Timeout(3600)
  void acknowledgedChangesSurviveManyTimes(TestReporter reporter) throws Exception {
    killAndReopen(100, System.nanoTime(), reporter);
  }

  private void killAndReopen(int rounds, long seed, TestReporter reporter) throws Exception {
    Random random = new Random(seed);
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(new Client(i, random.nextLong()));
    }
    for (int round = 0; round < rounds; round++) {
      URI endpoint = start();
      serveAndKill(endpoint, 20 + random.nextInt(200));
      try (CapturedLog log = CapturedLog.of(StateFolder.class);
          S3EmulatorServer server =
              S3EmulatorServer.builder().storage(Storage.directory(folder())).start()) {
        assertThat(log.take()).isEqualTo(server.storageNotice().map(List::of).orElse(List.of()));
        clients.forEach(client -> client.check(server, "seed " + seed));
        assertThat(blobs()).isEqualTo(contents(server));
      }
      reporter.publishEntry(
          "rounds " + (round + 1),
          "changes acknowledged " + clients.stream().mapToLong(client -> client.changes).sum());
    }
  }

  private Path folder() {
    return root.resolve("data");
  }

  private URI start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "--port=0",
            "--storage=" + folder(),
            "--durable",
            "--seed=" + fixture());
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().remove("JDK_JAVA_OPTIONS");
    builder.redirectErrorStream(true);
    process = builder.start();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    String line = lines.readLine();
    while (line != null && !line.startsWith("S3 Emulator is ready")) {
      line = lines.readLine();
    }
    assertThat(line).as("the process did not start").isNotNull();
    return URI.create(line.split(" ")[5]);
  }

  private Path fixture() throws IOException {
    Path fixture = Files.createDirectories(root.resolve("fixture"));
    Files.writeString(
        fixture.resolve("s3-fixture.json"),
        "{\"buckets\": {\"plain\": {}, \"versioned\": {\"versioning\": \"Enabled\"}}}");
    return fixture;
  }

  private void serveAndKill(URI endpoint, int acknowledged) throws InterruptedException {
    AtomicInteger left = new AtomicInteger(acknowledged);
    List<Thread> threads = new ArrayList<>();
    for (Client client : clients) {
      Thread thread =
          new Thread(
              () -> {
                while (client.change(endpoint)) {
                  if (left.decrementAndGet() == 0) {
                    process.destroyForcibly();
                  }
                }
              });
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    process.waitFor();
  }

  private long blobs() throws IOException {
    try (Stream<Path> all = Files.walk(folder().resolve("blobs"))) {
      return all.filter(Files::isRegularFile).count();
    }
  }

  private static long contents(S3EmulatorServer server) {
    long count = 0;
    for (BucketView bucket : server.snapshot().buckets()) {
      for (ObjectView object : bucket.objects()) {
        count += object.versions().stream().filter(version -> !version.deleteMarker()).count();
      }
    }
    return count;
  }

  /** A client with keys of its own, who knows what each must have. Used by one thread at a time. */
  private static final class Client {
    private final String bucket;
    private final String prefix;
    private final Random random;
    private long changes;

    /** What each key has, newest first, as far as it was acknowledged. */
    private final Map<String, List<String>> acknowledged = new TreeMap<>();

    /** What the key would have if the request without an answer was done. */
    private Optional<Map.Entry<String, List<String>>> unanswered = Optional.empty();

    Client(int number, long seed) {
      bucket = number % 2 == 0 ? "plain" : "versioned";
      prefix = "client-" + number + "/";
      random = new Random(seed);
    }

    /** Changes something, and returns whether the server answered. */
    boolean change(URI endpoint) {
      String key = prefix + random.nextInt(KEYS);
      boolean put = random.nextInt(3) > 0;
      int repeated = random.nextInt(10) == 0 ? 20_000 : 1;
      String text = put ? ("text " + random.nextLong() + " ").repeat(repeated) : "";
      List<String> next = next(key, put ? text : MARKER);
      try {
        int status =
            send(endpoint, put ? "PUT" : "DELETE", "/" + bucket + "/" + key, text).statusCode();
        assertThat(status).isEqualTo(put ? 200 : 204);
        acknowledged.put(key, next);
        changes++;
        return true;
      } catch (UncheckedIOException killed) {
        unanswered = Optional.of(Map.entry(key, next));
        return false;
      }
    }

    private List<String> next(String key, String entry) {
      if (bucket.equals("plain")) {
        return entry.equals(MARKER) ? List.of() : List.of(entry);
      }
      List<String> next = new ArrayList<>(List.of(entry));
      next.addAll(acknowledged.getOrDefault(key, List.of()));
      return next;
    }

    void check(S3EmulatorServer server, String seed) {
      BucketView view = server.snapshot().bucket(bucket).orElseThrow();
      for (int i = 0; i < KEYS; i++) {
        String key = prefix + i;
        List<String> found =
            view.object(key).map(object -> shown(object.versions())).orElse(List.of());
        List<String> expected = acknowledged.getOrDefault(key, List.of());
        List<String> other =
            unanswered
                .filter(request -> request.getKey().equals(key))
                .map(Map.Entry::getValue)
                .orElse(expected);
        assertThat(found).as(seed + ", " + bucket + "/" + key).isIn(expected, other);
        acknowledged.put(key, found);
      }
      unanswered = Optional.empty();
    }

    private static List<String> shown(List<VersionView> versions) {
      return versions.stream()
          .map(version -> version.deleteMarker() ? MARKER : version.text())
          .toList();
    }
  }
}

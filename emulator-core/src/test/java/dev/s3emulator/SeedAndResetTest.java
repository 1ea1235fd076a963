package dev.s3emulator;

import static dev.s3emulator.PlainHttp.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.VersionEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server holds at first, and how it returns to that. */
class SeedAndResetTest {

  @TempDir Path fixture;

  @Test
  void seedsFromAFolder() throws Exception {
    write("photos/2026/beach.txt");
    try (S3EmulatorServer server = S3EmulatorServer.builder().seed(fixture).start()) {
      assertThat(keys(server, "photos")).containsExactly("2026/beach.txt");
      server.createBucket("copy").seedBucket("copy", fixture.resolve("photos").toString());
      assertThat(keys(server, "copy")).containsExactly("2026/beach.txt");
    }
  }

  @Test
  void seedsFromTheClassPath() {
    try (S3EmulatorServer server = S3EmulatorServer.start().seed("classpath:/server-fixture")) {
      assertThat(keys(server, "photos")).containsExactly("beach.txt");
    }
  }

  @Test
  void aMissingFixtureFailsTheStart() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> S3EmulatorServer.builder().seed("no/such/folder").start())
        .withMessageStartingWith("no/such/folder");
  }

  @Test
  void restoresASnapshot() throws Exception {
    write("photos/beach.txt");
    try (S3EmulatorServer server = S3EmulatorServer.start().seed(fixture)) {
      S3Snapshot snapshot = server.snapshot();
      send(server, "DELETE", "/photos/beach.txt");
      send(server, "DELETE", "/photos");
      server.createBucket("videos");
      assertThat(server.snapshot()).hasToString("S3Snapshot[videos]");

      server.restore(snapshot);
      assertThat(server.snapshot()).hasToString("S3Snapshot[photos]");
      assertThat(keys(server, "photos")).containsExactly("beach.txt");

      send(server, "DELETE", "/photos/beach.txt");
      server.restore(snapshot);
      assertThat(keys(server, "photos")).containsExactly("beach.txt");
    }
  }

  @Test
  void restoresASnapshotOfAServerThatIsClosed() throws Exception {
    write("photos/beach.txt");
    S3Snapshot snapshot;
    try (S3EmulatorServer server = S3EmulatorServer.start().seed(fixture)) {
      snapshot = server.snapshot();
    }
    try (S3EmulatorServer other = S3EmulatorServer.start().createBucket("videos")) {
      other.restore(snapshot);

      assertThat(keys(other, "photos")).containsExactly("beach.txt");
      other.reset();
      assertThat(other.snapshot()).hasToString("S3Snapshot[videos]");
    }
  }

  @Test
  void resetReturnsToWhatWasSeeded() throws Exception {
    write("photos/beach.txt");
    try (S3EmulatorServer server =
        S3EmulatorServer.builder()
            .bucket(BucketOptions.named("built").versioning(Versioning.ENABLED))
            .start()) {
      server.createBucket("created").seed(fixture).seedBucket("built", fixture.toString());
      List<VersionEntry> seeded = entries(server);

      send(server, "DELETE", "/photos/beach.txt");
      send(server, "DELETE", "/built/photos/beach.txt");
      send(server, "DELETE", "/created");
      send(server, "PUT", "/clients");
      server.reset();

      assertThat(server.snapshot()).hasToString("S3Snapshot[built, created, photos]");
      assertThat(entries(server)).hasSize(2).isEqualTo(seeded);
      send(server, "DELETE", "/photos/beach.txt");
      server.reset();
      assertThat(entries(server)).isEqualTo(seeded);
    }
  }

  @Test
  void whatIsSeededAfterClientsWroteIsKeptWithoutTheirs() throws Exception {
    write("clients/beach.txt");
    try (S3EmulatorServer server = S3EmulatorServer.start()) {
      send(server, "PUT", "/clients");
      send(server, "PUT", "/forgotten");
      server.seed(fixture).createBucket("created");
      VersionEntry seeded = beach(server);

      send(server, "DELETE", "/clients/beach.txt");
      server.reset();

      assertThat(server.snapshot()).hasToString("S3Snapshot[clients, created]");
      assertThat(beach(server)).isEqualTo(seeded);
    }
  }

  @Test
  void resetLeavesJournalAndClockAsTheyAre() {
    try (S3EmulatorServer server = S3EmulatorServer.start()) {
      send(server, "GET", "/");
      server.clock().freeze();
      server.reset();

      assertThat(server.journal().requests()).hasSize(1);
      assertThat(server.clock().isFrozen()).isTrue();
    }
  }

  private void write(String file) throws IOException {
    Path path = fixture.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, "sand");
  }

  private static Bucket bucket(S3EmulatorServer server, String name) {
    return server.snapshot().state().requireBucket(name);
  }

  private static List<String> keys(S3EmulatorServer server, String bucket) {
    return bucket(server, bucket).objects().keySet().stream().map(ObjectKey::toString).toList();
  }

  private static List<VersionEntry> entries(S3EmulatorServer server) {
    List<VersionEntry> entries = new ArrayList<>();
    for (Bucket bucket : server.snapshot().state().buckets().values()) {
      bucket.objects().values().forEach(stack -> stack.newestFirst().forEach(entries::add));
    }
    return entries;
  }

  private static VersionEntry beach(S3EmulatorServer server) {
    return bucket(server, "clients").current(ObjectKey.of("beach.txt")).orElseThrow();
  }
}

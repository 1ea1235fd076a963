package dev.s3emulator;

import static dev.s3emulator.PlainHttp.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.s3emulator.model.VersionView;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Snapshots in files. */
class SnapshotSaveTest {

  @TempDir Path folder;

  private Path saved() {
    Path file = folder.resolve("state.s3snapshot");
    try (S3EmulatorServer server = S3EmulatorServer.start()) {
      server.createBucket(BucketOptions.named("photos").versioning(Versioning.ENABLED));
      server.createBucket(BucketOptions.named("empty").tag("a", "b"));
      send(server.endpoint(), "PUT", "/photos/a", "one");
      send(server.endpoint(), "PUT", "/photos/a", "x".repeat(3_000_000));
      send(server, "DELETE", "/photos/a");
      send(server.endpoint(), "PUT", "/photos/b", "");
      server.snapshot().save(file);
    }
    return file;
  }

  @Test
  void aSnapshotIsReadAsItWasSaved() {
    S3Snapshot snapshot = S3Snapshot.load(saved());

    try (S3EmulatorServer server = S3EmulatorServer.start()) {
      server.restore(snapshot);
      assertThat(server.snapshot()).hasToString("S3Snapshot[empty, photos]");
      assertThat(server.snapshot().bucket("empty").orElseThrow().tags()).containsEntry("a", "b");
      assertThat(
              server.snapshot().bucket("photos").orElseThrow().object("a").orElseThrow().versions())
          .extracting(VersionView::deleteMarker)
          .containsExactly(true, false, false);
      VersionView large =
          snapshot.bucket("photos").orElseThrow().object("a").orElseThrow().versions().get(1);
      assertThat(send(server, "GET", "/photos/a?versionId=" + large.versionId()).body())
          .isEqualTo("x".repeat(3_000_000));
      assertThat(send(server, "HEAD", "/photos/b").headers().firstValue("Content-Length"))
          .hasValue("0");
      assertThat(send(server.endpoint(), "PUT", "/photos/c", "new").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aServerOnAFolderSavesToo() {
    Path file = saved();
    try (S3EmulatorServer server =
        S3EmulatorServer.builder().storage(Storage.directory(folder.resolve("data"))).start()) {
      server.restore(S3Snapshot.load(file));
      server.snapshot().save(file);
    }
    assertThat(S3Snapshot.load(file)).hasToString("S3Snapshot[empty, photos]");
  }

  @Test
  void whatIsNoSnapshotIsRefused() throws Exception {
    Path file = saved();
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    assertThatIllegalStateException()
        .isThrownBy(() -> S3Snapshot.load(file))
        .withMessage("The snapshot file " + file + " is damaged.");

    Files.writeString(file, "something else");
    assertThatIllegalStateException()
        .isThrownBy(() -> S3Snapshot.load(file))
        .withMessage("The file " + file + " is no snapshot of a server.");

    Path missing = folder.resolve("missing");
    assertThatThrownBy(() -> S3Snapshot.load(missing))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("The snapshot cannot be read from " + missing);
  }

  @Test
  void aFailedSaveLeavesNothing() {
    Path nowhere = folder.resolve("no/such/folder/file");
    try (S3EmulatorServer server = S3EmulatorServer.start()) {
      S3Snapshot snapshot = server.snapshot();
      assertThatThrownBy(() -> snapshot.save(nowhere))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessage("The snapshot cannot be written to " + nowhere);
    }
    assertThat(nowhere).doesNotExist();
  }
}

package dev.s3emulator;

import static dev.s3emulator.PlainHttp.send;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.s3emulator.internal.persistence.StateFolder;
import dev.s3emulator.internal.testing.CapturedLog;
import dev.s3emulator.internal.testing.FileSystemKind;
import dev.s3emulator.model.BucketView;
import dev.s3emulator.model.ObjectView;
import dev.s3emulator.model.VersionView;
import dev.s3emulator.store.BlobStores;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Servers that keep what they hold in files. */
class StorageTest {

  private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());
  private final Path folder = files.getPath("/data");

  @AfterEach
  void closeFileSystem() throws IOException {
    files.close();
  }

  private S3EmulatorServerBuilder onFolder() {
    return S3EmulatorServer.builder().storage(Storage.path(folder));
  }

  @ParameterizedTest
  @EnumSource
  void theNextServerGoesOnWhereTheLastOneEnded(FileSystemKind kind, @TempDir Path temporary)
      throws Exception {
    try (FileSystemKind.Folder root = kind.newFolder(temporary)) {
      goOn(S3EmulatorServer.builder().storage(Storage.path(root.path().resolve("kept"))));
    }
  }

  /** Files go to a socket another way than memory, and through TLS yet another one. */
  @ParameterizedTest
  @EnumSource
  void anyRangeOfAFileIsSent(FileSystemKind kind, @TempDir Path temporary) throws Exception {
    try (FileSystemKind.Folder root = kind.newFolder(temporary);
        S3EmulatorServer server =
            S3EmulatorServer.builder()
                .https(true)
                .storage(Storage.path(root.path()))
                .bucket("photos")
                .start()) {
      String text = IntStream.range(0, 400_000).mapToObj(i -> i + ",").collect(joining());
      put(server, "/photos/beach", text);
      HttpClient client = HttpClient.newBuilder().sslContext(server.sslContext()).build();
      for (URI endpoint : List.of(server.endpoint(), server.httpsEndpoint())) {
        for (int first : new int[] {0, 1, 20_000, 2_000_000}) {
          for (int length : new int[] {1, 100, 16_384, 16_385, 400_000}) {
            HttpRequest request =
                HttpRequest.newBuilder(endpoint.resolve("/photos/beach"))
                    .header("Range", "bytes=" + first + "-" + (first + length - 1))
                    .build();
            assertThat(client.send(request, BodyHandlers.ofString()).body())
                .as("%s bytes from %s on, %s", length, first, endpoint)
                .isEqualTo(text.substring(first, first + length));
          }
        }
        assertThat(
                client
                    .send(
                        HttpRequest.newBuilder(endpoint.resolve("/photos/beach")).build(),
                        BodyHandlers.ofString())
                    .body())
            .isEqualTo(text);
      }
    }
  }

  private static void goOn(S3EmulatorServerBuilder onFolder) {
    List<String> before;
    try (S3EmulatorServer server = onFolder.start()) {
      server.createBucket(BucketOptions.named("photos").versioning(Versioning.ENABLED));
      put(server, "/photos/a", "one");
      put(server, "/photos/a", "two");
      send(server, "DELETE", "/photos/a");
      put(server, "/photos/a/b", "x".repeat(3_000_000));
      put(server, "/clients-own", "");
      before = versions(server);
    }
    try (S3EmulatorServer server = onFolder.start()) {
      assertThat(versions(server)).isEqualTo(before).hasSize(4);
      assertThat(send(server, "GET", "/photos/a/b").body()).hasSize(3_000_000);
      assertThat(send(server, "HEAD", "/clients-own").statusCode()).isEqualTo(200);
      put(server, "/photos/a", "three");
      assertThat(send(server, "GET", "/photos/a").body()).isEqualTo("three");
      assertThat(server.storageNotice()).isEmpty();
    }
  }

  @Test
  void aResetReturnsToWhatWasFound() throws Exception {
    try (S3EmulatorServer server = onFolder().start()) {
      server.createBucket("photos");
      put(server, "/photos/found", "found");
    }
    try (S3EmulatorServer server = onFolder().start()) {
      send(server, "DELETE", "/photos/found");
      put(server, "/photos/new", "new");
      server.createBucket("seeded");
      server.reset();
      assertThat(send(server, "GET", "/photos/found").body()).isEqualTo("found");
      assertThat(send(server, "GET", "/photos/new").statusCode()).isEqualTo(404);
    }
    try (S3EmulatorServer server = onFolder().start()) {
      assertThat(server.snapshot()).hasToString("S3Snapshot[photos, seeded]");
      assertThat(send(server, "GET", "/photos/found").body()).isEqualTo("found");
      assertThat(send(server, "GET", "/photos/new").statusCode()).isEqualTo(404);
    }
  }

  /** The journal of requests still shows what was there, so it has to forget. */
  @Test
  @Timeout(120)
  void aResetLeavesNoFileOfWhatItTookAway() throws Exception {
    try (S3EmulatorServer server = onFolder().start()) {
      server.createBucket("photos");
      put(server, "/photos/found", "found");
    }
    try (S3EmulatorServer server = onFolder().start()) {
      for (int round = 0; round < 3; round++) {
        for (int i = 0; i < 10; i++) {
          put(server, "/photos/new-" + i, "new");
        }
        put(server, "/photos/found", "changed");
        server.reset();
      }
      server.requests().clear();
      while (contents().size() > 1) {
        System.gc();
        Thread.onSpinWait();
      }
      assertThat(send(server, "GET", "/photos/found").body()).isEqualTo("found");
    }
  }

  /** A reset must be able to return to it. */
  @Test
  void whatWasFoundStaysUntilTheNextStart() throws Exception {
    try (S3EmulatorServer server = onFolder().start()) {
      server.createBucket("photos");
      put(server, "/photos/found", "found");
    }
    try (S3EmulatorServer server = onFolder().start()) {
      send(server, "DELETE", "/photos/found");
      server.requests().clear();
      System.gc();
      assertThat(contents()).hasSize(1);
    }
    try (S3EmulatorServer server = onFolder().start()) {
      assertThat(contents()).isEmpty();
      server.reset();
      assertThat(send(server, "GET", "/photos/found").statusCode()).isEqualTo(404);
    }
  }

  /** Looks at names only, since files go meanwhile. */
  private List<Path> contents() throws IOException {
    List<Path> contents = new ArrayList<>();
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder.resolve("blobs"))) {
      for (Path part : parts) {
        try (DirectoryStream<Path> blobs = Files.newDirectoryStream(part)) {
          blobs.forEach(contents::add);
        }
      }
    }
    return contents;
  }

  @Test
  void bucketsThatAreThereStayAsTheyAre(@TempDir Path fixture) throws Exception {
    Files.createDirectories(fixture.resolve("photos"));
    Files.writeString(fixture.resolve("photos/beach.txt"), "sand");
    for (int start = 0; start < 2; start++) {
      try (S3EmulatorServer server =
          onFolder()
              .bucket(BucketOptions.named("mine").tag("n", "" + start))
              .seed(fixture)
              .start()) {
        assertThat(server.snapshot().bucket("mine").orElseThrow().tags()).containsEntry("n", "0");
        assertThat(versions(server)).hasSize(1);
        put(server, "/photos/beach.txt", "changed");
      }
    }
    try (S3EmulatorServer server = onFolder().seed(fixture).start()) {
      assertThat(send(server, "GET", "/photos/beach.txt").body()).isEqualTo("changed");
    }
  }

  @Test
  void usersThatWereAddedAreKnownAgain() {
    User ci =
        User.named("ci")
            .iamUser()
            .policies(
                "{\"Version\":\"2012-10-17\",\"Statement\":"
                    + "{\"Effect\":\"Allow\",\"Action\":\"s3:Get*\",\"Resource\":\"*\"}}")
            .mfaDevices(
                MfaDevice.of("phone", "JBSWY3DPEHPK3PXP").singleUse(),
                MfaDevice.withCodes("list", "123456", "000001"));
    try (S3EmulatorServer server = onFolder().start()) {
      server.addUser(ci).addUser(User.named("alt"));
    }
    User another = User.named("alt").displayName("another");
    try (S3EmulatorServer server = onFolder().user(another).start()) {
      assertThat(server.users()).containsExactly(another, ci);
    }
  }

  @Test
  void aSnapshotOfAnotherServerIsCopied() throws Exception {
    S3Snapshot snapshot;
    try (S3EmulatorServer heap = S3EmulatorServer.start().createBucket("photos")) {
      put(heap, "/photos/a", "sand");
      put(heap, "/photos/copy", "sea");
      snapshot = heap.snapshot();
    }
    try (S3EmulatorServer server = onFolder().start()) {
      server.restore(snapshot);
      assertThat(send(server, "GET", "/photos/a").body()).isEqualTo("sand");
    }
    try (S3EmulatorServer server = onFolder().start()) {
      assertThat(send(server, "GET", "/photos/a").body()).isEqualTo("sand");
      assertThat(send(server, "GET", "/photos/copy").body()).isEqualTo("sea");
    }
  }

  @Test
  void aTemporaryFolderGoesWithItsServer() throws Exception {
    Path before;
    try (S3EmulatorServer server =
        S3EmulatorServer.builder().storage(Storage.temporaryDirectory()).bucket("bucket").start()) {
      put(server, "/bucket/k", "text");
      assertThat(send(server, "GET", "/bucket/k").body()).isEqualTo("text");
      before = newestTemporaryFolder();
      assertThat(before.resolve("state")).isDirectory();
    }
    assertThat(before).doesNotExist();
  }

  private static Path newestTemporaryFolder() throws IOException {
    try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return all.filter(path -> path.getFileName().toString().startsWith("s3-emulator-"))
          .filter(path -> Files.isDirectory(path.resolve("state")))
          .max(Comparator.comparing(path -> path.toFile().lastModified()))
          .orElseThrow();
    }
  }

  @Test
  void jimfsServesToo() throws Exception {
    try (S3EmulatorServer server =
        S3EmulatorServer.builder()
            .storage(Storage.jimfs().durable(true))
            .bucket("bucket")
            .start()) {
      put(server, "/bucket/k", "text");
      assertThat(send(server, "GET", "/bucket/k").body()).isEqualTo("text");
    }
  }

  @Test
  void withoutJimfsOneLineSaysWhatIsMissing() throws Exception {
    List<URL> own =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(path -> !path.contains("jimfs"))
            .map(StorageTest::url)
            .toList();
    try (URLClassLoader withoutJimfs = new URLClassLoader(own.toArray(new URL[0]), null)) {
      Class<?> storage = withoutJimfs.loadClass(Storage.class.getName());
      assertThat(storage.getMethod("heap").invoke(null)).hasToString("Storage[heap]");
      assertThat(storage.getMethod("temporaryDirectory").invoke(null)).isNotNull();
      assertThatThrownBy(() -> storage.getMethod("jimfs").invoke(null))
          .hasCauseInstanceOf(IllegalStateException.class)
          .hasRootCauseInstanceOf(ClassNotFoundException.class)
          .cause()
          .hasMessage("Storage.jimfs() needs Jimfs: add the dependency com.google.jimfs:jimfs.");
    }
  }

  private static URL url(String path) {
    try {
      return Path.of(path).toUri().toURL();
    } catch (MalformedURLException impossible) {
      throw new AssertionError(impossible);
    }
  }

  @Test
  void aStorageAndABlobStoreExcludeEachOther() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> onFolder().blobStore(BlobStores.inMemory()).start())
        .withMessage(
            "A server has either a storage or a blob store: Storage[/data] keeps contents"
                + " itself.");
  }

  @Test
  void aDirectoryIsOneOfThisMachine() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Storage.directory(folder))
        .withMessage("The path /data is not one of this machine: use Storage.path for it.");
    assertThat(Storage.directory(Path.of("data")).durable(true))
        .hasToString("Storage[data, durable]");
  }

  @Test
  void theSecondServerIsRefused() {
    try (S3EmulatorServer server = onFolder().start()) {
      assertThatIllegalStateException()
          .isThrownBy(() -> onFolder().start())
          .withMessage(
              "The storage folder /data is used by another server in this JVM: close that one, or"
                  + " name another folder.");
      server.createBucket("works");
    }
    onFolder().start().close();
  }

  @Test
  void aFailedStartLetsTheFolderGo() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> onFolder().seed("no/such/folder").start());
    onFolder().start().close();
  }

  @Test
  void aTornRecordIsSaid() throws Exception {
    try (S3EmulatorServer server = onFolder().start()) {
      server.createBucket("whole").createBucket("torn");
    }
    Path journal = folder.resolve("state/journal-0.jsonl");
    byte[] bytes = Files.readAllBytes(journal);
    Files.write(journal, Arrays.copyOf(bytes, bytes.length - 5));

    try (CapturedLog log = CapturedLog.of(StateFolder.class);
        S3EmulatorServer server = onFolder().start()) {
      assertThat(server.snapshot()).hasToString("S3Snapshot[whole]");
      assertThat(log.take()).containsExactly(server.storageNotice().orElseThrow());
      assertThat(server.storageNotice().orElseThrow())
          .matches(
              "The last record of /data/state/journal-0\\.jsonl was not written to its end, as"
                  + " happens when a process is killed; its [0-9]+ bytes were dropped\\.");
    }
  }

  private static HttpResponse<String> put(S3EmulatorServer server, String path, String text) {
    HttpResponse<String> answer = send(server.endpoint(), "PUT", path, text);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer;
  }

  private static List<String> versions(S3EmulatorServer server) {
    List<String> shown = new ArrayList<>();
    for (BucketView bucket : server.snapshot().buckets()) {
      for (ObjectView object : bucket.objects()) {
        object.versions().forEach(version -> shown.add(show(object.key(), version)));
      }
    }
    return shown;
  }

  private static String show(String key, VersionView version) {
    return key
        + " "
        + version.versionId()
        + " "
        + version.lastModified()
        + (version.deleteMarker()
            ? " marker"
            : " " + version.eTag() + " " + version.text().length());
  }
}

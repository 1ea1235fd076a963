package dev.s3emulator;

import static dev.s3emulator.PlainHttp.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.s3emulator.internal.testing.FaultyFiles;
import dev.s3emulator.journal.RecordedRequest;
import dev.s3emulator.model.VersionView;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of a large fixture are listed, and read when somebody asks for them. */
class LargeFixtureTest {

  private static final int FILES = 1001;
  private static final String MD5_OF_7 = "\"8f14e45fceea167a5a36dedd4bea2543\"";

  private final FaultyFiles files = new FaultyFiles(Jimfs.newFileSystem(Configuration.unix()));
  private final Path folder = files.getPath("/fixture");

  @BeforeEach
  void fill() throws IOException {
    Path bucket = Files.createDirectories(folder.resolve("photos"));
    for (int i = 0; i < FILES; i++) {
      Files.writeString(bucket.resolve(String.format("%04d.txt", i)), Integer.toString(i));
    }
  }

  @AfterEach
  void close() throws IOException {
    files.close();
  }

  private S3EmulatorServer start() {
    return S3EmulatorServer.builder().seed(folder).start();
  }

  @Test
  void seedingOpensNoFile() {
    int before = files.opened();
    try (S3EmulatorServer server = start()) {
      assertThat(server.snapshot().bucket("photos").orElseThrow().objects()).hasSize(FILES);
      assertThat(files.opened()).isEqualTo(before);
    }
  }

  @Test
  void whatIsReadIsThatFileAndIsDigestedOnce() {
    try (S3EmulatorServer server = start()) {
      int before = files.opened();
      HttpResponse<String> first = send(server, "HEAD", "/photos/0007.txt");
      assertThat(first.statusCode()).isEqualTo(200);
      assertThat(first.headers().firstValue("ETag")).hasValue(MD5_OF_7);
      assertThat(first.headers().firstValue("Content-Length")).hasValue("1");
      assertThat(first.headers().firstValue("Content-Type")).hasValue("text/plain");
      send(server, "HEAD", "/photos/0007.txt");
      assertThat(files.opened()).isEqualTo(before + 1);

      HttpResponse<String> read = send(server, "GET", "/photos/0007.txt");
      assertThat(read.body()).isEqualTo("7");
      assertThat(read.headers().firstValue("ETag")).hasValue(MD5_OF_7);
      assertThat(files.opened()).isEqualTo(before + 2);
    }
  }

  @Test
  void listingShowsEntityTags() {
    try (S3EmulatorServer server = start()) {
      String page = send(server, "GET", "/photos?list-type=2&prefix=0007").body();
      assertThat(page)
          .contains("<ETag>&quot;8f14e45fceea167a5a36dedd4bea2543&quot;</ETag><")
          .contains("<ChecksumAlgorithm>CRC64NVME</ChecksumAlgorithm>");
      assertThat(send(server, "GET", "/photos").body()).contains("<IsTruncated>true</IsTruncated>");
    }
  }

  @Test
  void conditionsCopiesAndDeletesAreAsForAnyObject() {
    try (S3EmulatorServer server = start()) {
      assertThat(send(server, "GET", "/photos/0007.txt?partNumber=1").statusCode()).isEqualTo(206);
      assertThat(send(server, "DELETE", "/photos/0008.txt").statusCode()).isEqualTo(204);
      assertThat(send(server, "GET", "/photos/0008.txt").statusCode()).isEqualTo(404);
      assertThat(send(server.endpoint(), "PUT", "/photos/0009.txt", "other").statusCode())
          .isEqualTo(200);
      assertThat(send(server, "GET", "/photos/0009.txt").body()).isEqualTo("other");
      server.reset();
      assertThat(send(server, "GET", "/photos/0008.txt").body()).isEqualTo("8");
      assertThat(send(server, "GET", "/photos/0009.txt").body()).isEqualTo("9");
    }
  }

  /** An object never changes, so a file that did is not shown as one. */
  @Test
  void aChangedFileFailsTheRequestAndTheJournalSaysWhy() throws Exception {
    try (S3EmulatorServer server = start()) {
      send(server, "HEAD", "/photos/0007.txt");
      Path known = folder.resolve("photos/0007.txt");
      Path unknown = folder.resolve("photos/0011.txt");
      for (Path file : new Path[] {known, unknown}) {
        Files.writeString(file, "changed");
        HttpResponse<String> answer = send(server, "GET", "/photos/" + file.getFileName());
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("<Code>InternalError</Code>");
        assertThat(failure(server))
            .hasMessage(
                "The file "
                    + file
                    + " was changed after it was seeded; it is read when it is asked for.");
      }
    }
  }

  @Test
  void aFileOfAnotherTimeIsAnother() throws Exception {
    try (S3EmulatorServer server = start()) {
      Files.setLastModifiedTime(
          folder.resolve("photos/0007.txt"), FileTime.from(Instant.parse("2001-01-01T00:00:00Z")));
      assertThat(send(server, "GET", "/photos/0007.txt").statusCode()).isEqualTo(500);
    }
  }

  @Test
  void aFileThatIsGoneFailsTheRequestAndTheJournalSaysWhy() throws Exception {
    try (S3EmulatorServer server = start()) {
      send(server, "HEAD", "/photos/0007.txt");
      Files.delete(folder.resolve("photos/0007.txt"));

      assertThat(send(server, "GET", "/photos/0007.txt").statusCode()).isEqualTo(500);
      assertThat(failure(server))
          .hasMessage(
              "The file /fixture/photos/0007.txt is gone, which was seeded and is read when it is"
                  + " asked for.");
      assertThat(send(server, "GET", "/photos/0008.txt").body()).isEqualTo("8");
    }
  }

  private static Throwable failure(S3EmulatorServer server) {
    var failures = server.journal().failures();
    RecordedRequest last = failures.get(failures.size() - 1);
    return last.failure().orElseThrow();
  }

  @Test
  void theFolderIsNeverWritten() throws Exception {
    Map<String, String> before = content();
    try (S3EmulatorServer server = start()) {
      send(server.endpoint(), "PUT", "/photos/0007.txt", "other");
      send(server, "DELETE", "/photos/0008.txt");
      send(server, "DELETE", "/photos/0009.txt");
      server.reset();
      send(server, "GET", "/photos");
    }
    assertThat(content()).isEqualTo(before);
  }

  private Map<String, String> content() throws IOException {
    Map<String, String> content = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.toList()) {
        content.put(
            path.toString(),
            Files.getLastModifiedTime(path)
                + (Files.isDirectory(path) ? "" : " " + Files.readString(path)));
      }
    }
    return content;
  }

  @Test
  void aSnapshotOfItIsSavedWithItsContents(@TempDir Path disk) throws Exception {
    Path saved = disk.resolve("saved.zip");
    try (S3EmulatorServer server = start()) {
      server.snapshot().save(saved);
    }
    Files.delete(folder.resolve("photos/0007.txt"));
    try (S3EmulatorServer other = S3EmulatorServer.start()) {
      other.restore(S3Snapshot.load(saved));
      HttpResponse<String> read = send(other, "GET", "/photos/0007.txt");
      assertThat(read.body()).isEqualTo("7");
      assertThat(read.headers().firstValue("ETag")).hasValue(MD5_OF_7);
    }
  }

  @Test
  void itIsExportedAsAnythingElse(@TempDir Path disk) throws Exception {
    try (S3EmulatorServer server = start()) {
      server.export(disk.resolve("exported"));
    }
    try (S3EmulatorServer other = S3EmulatorServer.start().seed(disk.resolve("exported"))) {
      assertThat(send(other, "GET", "/photos/0007.txt").body()).isEqualTo("7");
      assertThat(send(other, "HEAD", "/photos/0007.txt").headers().firstValue("ETag"))
          .hasValue(MD5_OF_7);
    }
  }

  @Test
  void aStorageOfItsOwnHoldsCopies() throws Exception {
    try (S3EmulatorServer server =
        S3EmulatorServer.builder().storage(Storage.jimfs()).seed(folder).start()) {
      Files.writeString(folder.resolve("photos/0007.txt"), "changed");
      assertThat(send(server, "GET", "/photos/0007.txt").body()).isEqualTo("7");
    }
  }

  @Test
  void aSmallFixtureIsCopied() throws Exception {
    Files.delete(folder.resolve("photos/0000.txt"));
    try (S3EmulatorServer server = start()) {
      Files.writeString(folder.resolve("photos/0007.txt"), "changed");
      assertThat(send(server, "GET", "/photos/0007.txt").body()).isEqualTo("7");
    }
  }

  @Test
  void fewButLargeFilesAreNotCopied() throws Exception {
    Files.delete(folder.resolve("photos/0000.txt"));
    Files.write(folder.resolve("photos/0001.txt"), new byte[64 * 1024 * 1024]);
    int before = files.opened();
    try (S3EmulatorServer server = start()) {
      assertThat(files.opened()).isEqualTo(before);
      VersionView large =
          server
              .snapshot()
              .bucket("photos")
              .orElseThrow()
              .object("0001.txt")
              .orElseThrow()
              .versions()
              .get(0);
      assertThat(large.eTag()).isEqualTo("7f614da9329cd3aebf59b91aadc30bf0");
    }
  }

  /** What a manifest says of a file holds, too. */
  @Test
  void aManifestNamesFilesThatStayInPlace() throws Exception {
    Files.writeString(
        folder.resolve("s3-fixture.json"),
        """
        {"buckets": {"photos": {"versioning": "Enabled", "objects": [
          {"key": "seven", "history": [
            {"file": "photos/0007.txt", "checksum": "SHA1", "metadata": {"a": "b"}},
            {"file": "photos/0007.txt"}
          ]}
        ]}}}
        """);
    try (S3EmulatorServer server = start()) {
      HttpResponse<String> newest = send(server, "GET", "/photos/seven");
      assertThat(newest.body()).isEqualTo("7");
      assertThat(send(server, "GET", "/photos/0007.txt").statusCode()).isEqualTo(404);
      VersionView oldest =
          server
              .snapshot()
              .bucket("photos")
              .orElseThrow()
              .object("seven")
              .orElseThrow()
              .versions()
              .get(1);
      assertThat(
              send(server, "GET", "/photos/seven?versionId=" + oldest.versionId())
                  .headers()
                  .firstValue("x-amz-meta-a"))
          .hasValue("b");
    }
  }
}

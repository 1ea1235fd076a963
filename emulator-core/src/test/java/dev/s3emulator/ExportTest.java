package dev.s3emulator;

import static dev.s3emulator.PlainHttp.send;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.model.BucketView;
import dev.s3emulator.model.ObjectView;
import dev.s3emulator.model.VersionView;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server writes what it holds as a fixture, and another one seeds it back. */
class ExportTest {

  private static final String FIXTURE =
      """
      {"buckets": {
        "plain": {"tags": {"a": "b"}, "objects": [{"key": "a/../b", "text": "odd key"}]},
        "locked": {"objectLock": true, "defaultRetention": {"mode": "GOVERNANCE", "days": 3},
          "objects": [{"key": "k", "history": [
            {"text": "one", "legalHold": "ON", "lastModified": "2024-01-31T12:00:00Z",
             "retention": {"mode": "COMPLIANCE", "retainUntilDate": "2030-01-01T00:00:00Z"}}]}]},
        "photos": {"versioning": "Suspended", "policy": "{\\"Version\\": \\"2012-10-17\\", \
      \\"Statement\\": {\\"Effect\\": \\"Deny\\", \\"Principal\\": \\"*\\", \
      \\"Action\\": \\"s3:DeleteObject\\", \\"Resource\\": \\"arn:aws:s3:::photos/*\\"}}",
          "objects": [
            {"key": "HappyFace.jpg", "history": [
              {"text": "before versioning", "versionId": "null"},
              {"text": "version", "metadata": {"author": "me"}, "tags": {"t": "1"},
               "checksum": "SHA256", "cacheControl": "no-cache", "storageClass": "GLACIER"},
              {"deleteMarker": true},
              {"base64": "AAEC/w==", "contentType": "text/x-test"}]},
            {"key": "hidden", "history": [{"text": "x"}, {"deleteMarker": true}]}]},
        "empty": {}
      }}
      """;

  private final FileSystem files = Jimfs.newFileSystem(Configuration.unix());
  private final Path folder = files.getPath("/export");

  @AfterEach
  void closeFileSystem() throws IOException {
    files.close();
  }

  private S3EmulatorServer seeded() throws IOException {
    Path fixture = Files.createDirectories(files.getPath("/fixture"));
    Files.writeString(fixture.resolve("s3-fixture.json"), FIXTURE);
    return S3EmulatorServer.start().seed(fixture);
  }

  @Test
  void whatIsExportedIsSeededBack() throws Exception {
    List<String> before;
    try (S3EmulatorServer server = seeded()) {
      put(server, "/plain/by-a-client", "text", "x-amz-meta-n", "1");
      put(server, "/plain/large", "x".repeat(3_000_000));
      before = show(server);
      assertThat(server.export(folder)).isSameAs(server);
    }
    try (S3EmulatorServer server = S3EmulatorServer.start().seed(folder)) {
      assertThat(show(server)).isEqualTo(before).hasSize(14);
      assertThat(send(server, "GET", "/photos?policy").body()).contains("\"Statement\": {");
      server.export(files.getPath("/again"));
      assertThat(Files.readString(files.getPath("/again/s3-fixture.json")))
          .isEqualTo(Files.readString(folder.resolve("s3-fixture.json")));
    }
  }

  @Test
  void whatAFixtureCannotStateIsRefusedAndLeavesNothing() throws Exception {
    try (S3EmulatorServer server = seeded()) {
      String logging =
          "<BucketLoggingStatus><LoggingEnabled><TargetBucket>empty</TargetBucket><TargetPrefix/>"
              + "</LoggingEnabled></BucketLoggingStatus>";
      put(
          server,
          "/plain?logging",
          logging,
          "Content-MD5",
          InProcessS3.md5(logging.getBytes(UTF_8)));
      send(server, "DELETE", "/empty");

      assertThatIllegalStateException()
          .isThrownBy(() -> server.export(folder))
          .withMessage("A fixture cannot state the LoggingConfiguration of the bucket \"plain\".");
      try (Stream<Path> left = Files.list(folder)) {
        assertThat(left).isEmpty();
      }
    }
  }

  @Test
  void aFolderThatHoldsSomethingIsLeftAlone() throws Exception {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("thesis.txt"), "...");
    try (S3EmulatorServer server = S3EmulatorServer.start()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> server.export(folder))
          .withMessage("The folder /export for the fixture is not empty.");
    }
    assertThat(Files.readString(folder.resolve("thesis.txt"))).isEqualTo("...");
  }

  private static void put(S3EmulatorServer server, String path, String text, String... headers)
      throws Exception {
    URI uri = server.endpoint().resolve(path);
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).PUT(BodyPublishers.ofString(text));
    if (headers.length > 0) {
      request.headers(headers);
    }
    assertThat(
            HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString()).statusCode())
        .isEqualTo(200);
  }

  private static List<String> show(S3EmulatorServer server) {
    List<String> shown = new ArrayList<>();
    for (BucketView bucket : server.snapshot().buckets()) {
      shown.add(bucket.name() + bucket.versioning() + bucket.objectLock() + bucket.tags());
      for (ObjectView object : bucket.objects()) {
        object.versions().forEach(version -> shown.add(object.key() + " " + show(version)));
      }
    }
    return shown;
  }

  private static String show(VersionView version) {
    boolean isNull = version.versionId().equals("null");
    return isNull
        + " "
        + version.lastModified()
        + (version.deleteMarker()
            ? " marker"
            : version.text()
                + version.contentType()
                + version.metadata()
                + version.tags()
                + version.storageClass()
                + version.retainUntil()
                + version.legalHold());
  }
}

package dev.s3emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forms over the wire: signed by boto3, and sent by curl. */
class PostFormAcceptanceTest {

  private static final String SCRIPT = "/clients/boto3_post_form.py";

  @Test
  void formsThatBoto3SignsAreAccepted(@TempDir Path folder) throws Exception {
    try (S3EmulatorServer server = S3EmulatorServer.start()) {
      AwsTool python = new AwsTool(server, folder);
      python.require("python3", "-c", "import boto3, urllib3");

      AwsTool.Ending ending = python.run(Duration.ofSeconds(120), "python3", script().toString());

      ending.successfully();
      assertThat(ending.err()).containsPattern("Ran [1-9][0-9]* tests").contains("OK");
    }
  }

  @Test
  void curlUploadsALargeFileByAForm(@TempDir Path folder) throws Exception {
    try (S3EmulatorServer server = S3EmulatorServer.start().createBucket("forms")) {
      AwsTool curl = new AwsTool(server, folder);
      curl.require("curl", "--version");
      Path file = folder.resolve("large.bin");
      Files.write(file, new byte[3_000_000]);

      AwsTool.Ending ending =
          curl.run(
              Duration.ofSeconds(60),
              "curl",
              "--silent",
              "--show-error",
              // curl waits for 100 Continue before it sends a body of this size.
              "--form",
              "key=user/${filename}",
              "--form",
              "Content-Type=text/plain",
              "--form",
              "success_action_status=201",
              "--form",
              "file=@" + file,
              server.endpoint().resolve("/forms").toString());

      assertThat(ending.successfully()).contains("<PostResponse>", "<Key>user/large.bin</Key>");
      assertThat(
              PlainHttp.send(server, "HEAD", "/forms/user/large.bin")
                  .headers()
                  .firstValue("Content-Length"))
          .contains("3000000");
    }
  }

  private static Path script() throws Exception {
    return Path.of(
        Objects.requireNonNull(PostFormAcceptanceTest.class.getResource(SCRIPT), SCRIPT).toURI());
  }
}

package dev.s3emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server seen by boto3 with its default settings: what is asserted is in Python. */
class Boto3AcceptanceTest {

  private static final String SCRIPT = "/clients/boto3_acceptance.py";

  @Test
  void seesWhatItSeesOfS3(@TempDir Path folder) throws Exception {
    try (S3EmulatorServer server = S3EmulatorServer.start()) {
      AwsTool python = new AwsTool(server, folder);
      python.require("python3", "-c", "import boto3");

      AwsTool.Ending ending = python.run(Duration.ofSeconds(90), "python3", script().toString());

      ending.successfully();
      assertThat(ending.err()).containsPattern("Ran [1-9][0-9]* tests").contains("OK");
    }
  }

  private static Path script() throws Exception {
    return Path.of(
        Objects.requireNonNull(Boto3AcceptanceTest.class.getResource(SCRIPT), SCRIPT).toURI());
  }
}

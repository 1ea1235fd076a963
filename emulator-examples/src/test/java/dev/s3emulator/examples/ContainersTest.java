package dev.s3emulator.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.S3EmulatorServer;
import dev.s3emulator.junit5.Bucket;
import dev.s3emulator.junit5.S3Emulator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;

@Tag("docker")
@EnabledIf(value = "hasDocker", disabledReason = "There is no Docker engine.")
@S3Emulator(
    buckets = @Bucket(name = "photos", seed = "classpath:/fixtures/photos"),
    exposeToContainers = true)
class ContainersTest {

  static boolean hasDocker() {
    return DockerClientFactory.instance().isDockerAvailable();
  }

  @Test
  void aContainerReachesTheEmulator(S3EmulatorServer emulator) throws Exception {
    try (var container =
        new GenericContainer<>("curlimages/curl:8.11.1").withCommand("sleep", "600")) {
      container.start();

      var answer =
          container.execInContainer(
              "curl", "--silent", emulator.endpointForContainers() + "/photos/cat.txt");

      assertThat(answer.getStdout()).contains("cat");
    }
  }
}

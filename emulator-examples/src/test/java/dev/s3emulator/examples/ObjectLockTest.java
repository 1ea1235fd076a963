package dev.s3emulator.examples;

import static dev.s3emulator.assertj.S3Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.s3emulator.BucketOptions;
import dev.s3emulator.RetentionMode;
import dev.s3emulator.S3Clients;
import dev.s3emulator.S3EmulatorServer;
import java.time.Duration;
import java.time.Period;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** A month passes: what was locked can be deleted. */
class ObjectLockTest {

  @Test
  void backupsStayForAMonth() {
    try (S3EmulatorServer server = S3EmulatorServer.start();
        S3Client s3 = S3Clients.s3Client(server)) {
      server.createBucket(
          BucketOptions.named("backups")
              .defaultRetention(RetentionMode.COMPLIANCE, Period.ofDays(30)));
      String version =
          s3.putObject(put -> put.bucket("backups").key("monday"), RequestBody.fromString("all"))
              .versionId();
      assertThat(server).bucket("backups").key("monday").isLocked();
      assertThatThrownBy(
              () ->
                  s3.deleteObject(
                      delete -> delete.bucket("backups").key("monday").versionId(version)))
          .hasMessageContaining("object protected by object lock");

      server.clock().advance(Duration.ofDays(30));

      s3.deleteObject(delete -> delete.bucket("backups").key("monday").versionId(version));
    }
  }
}

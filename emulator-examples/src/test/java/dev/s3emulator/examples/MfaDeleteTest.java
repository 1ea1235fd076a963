package dev.s3emulator.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.s3emulator.BucketOptions;
import dev.s3emulator.MfaDevice;
import dev.s3emulator.S3Clients;
import dev.s3emulator.S3EmulatorServer;
import dev.s3emulator.User;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** What does my code do when versions are protected by MFA Delete? */
class MfaDeleteTest {

  @Test
  void versionsAreRemovedWithACodeOnly() {
    MfaDevice device = MfaDevice.withCodes("20899872", "123456");
    try (S3EmulatorServer server =
            S3EmulatorServer.builder()
                .user(User.named("root").mfaDevices(device))
                .bucket(BucketOptions.named("photos").mfaDelete())
                .start();
        S3Client s3 = S3Clients.s3Client(server)) {
      String version =
          s3.putObject(put -> put.bucket("photos").key("cat.txt"), RequestBody.fromString("miau"))
              .versionId();

      s3.deleteObject(delete -> delete.bucket("photos").key("cat.txt"));
      assertThatThrownBy(
              () -> s3.deleteObject(d -> d.bucket("photos").key("cat.txt").versionId(version)))
          .hasMessageContaining("Mfa Authentication must be used for this request");

      String mfa = device.headerAt(server.clock().instant());
      s3.deleteObject(d -> d.bucket("photos").key("cat.txt").versionId(version).mfa(mfa));
      assertThat(s3.listObjectVersions(list -> list.bucket("photos")).versions()).isEmpty();
    }
  }
}

package dev.s3emulator.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.s3emulator.AccessKey;
import dev.s3emulator.S3Clients;
import dev.s3emulator.S3EmulatorServer;
import dev.s3emulator.User;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Whose bucket is it? Several accounts at a server that is as strict as S3. */
class SeveralUsersTest {

  @Test
  void anotherAccountDoesNotGetIn() {
    User alt = User.named("alt").accountId("111122223333");
    try (S3EmulatorServer server =
            S3EmulatorServer.builder()
                .user(User.named("main"))
                .user(alt)
                .strict(true)
                .bucket("photos")
                .start();
        S3Client stranger = S3Clients.s3Client(server, alt.accessKey())) {
      assertThatThrownBy(() -> stranger.listObjectsV2(list -> list.bucket("photos")))
          .isInstanceOf(S3Exception.class)
          .hasMessageContaining("Access Denied");
    }
  }

  @Test
  void aSessionEnds() {
    try (S3EmulatorServer server = S3EmulatorServer.start()) {
      AccessKey session = server.temporaryCredentials(server.defaultUser(), Duration.ofMinutes(15));
      try (S3Client s3 = S3Clients.s3Client(server, session)) {
        assertThat(s3.listBuckets().buckets()).isEmpty();

        server.clock().advance(Duration.ofMinutes(15));

        assertThatThrownBy(s3::listBuckets).hasMessageContaining("The provided token has expired.");
      }
    }
  }
}

package dev.s3emulator.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.S3EmulatorServer;
import dev.s3emulator.Versioning;
import dev.s3emulator.junit5.Bucket;
import dev.s3emulator.junit5.S3Emulator;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

@S3Emulator(buckets = @Bucket(name = "photos-of-my-tests", versioning = Versioning.ENABLED))
class AnywhereTest {

  @Test
  void aDeletedPhotoIsHiddenOnEveryS3(S3Client s3) {
    s3.putObject(
        put -> put.bucket("photos-of-my-tests").key("cat.txt"), RequestBody.fromString("a cat"));
    var deleted = s3.deleteObject(it -> it.bucket("photos-of-my-tests").key("cat.txt"));

    assertThat(deleted.deleteMarker()).isTrue();
  }

  @Test
  void onlyAnEmulatorHasAJournal(S3Client s3, S3EmulatorServer server) {
    s3.listObjectsV2(list -> list.bucket("photos-of-my-tests"));

    assertThat(server.requests().list()).hasSize(1);
  }
}

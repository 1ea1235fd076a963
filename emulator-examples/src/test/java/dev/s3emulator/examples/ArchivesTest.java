package dev.s3emulator.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.s3emulator.S3EmulatorServer;
import dev.s3emulator.junit5.Bucket;
import dev.s3emulator.junit5.S3Emulator;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.InvalidObjectStateException;
import software.amazon.awssdk.services.s3.model.StorageClass;

/** The README's example of archives. */
@S3Emulator(buckets = @Bucket(name = "archive"))
class ArchivesTest {

  @AfterEach
  void resetClock(S3EmulatorServer emulator) {
    emulator.clock().reset();
  }

  @Test
  void anArchivedPhotoIsRestored(S3Client s3, S3EmulatorServer emulator) {
    s3.putObject(
        put -> put.bucket("archive").key("cat.txt").storageClass(StorageClass.GLACIER),
        RequestBody.fromString("a cat"));
    assertThatThrownBy(() -> s3.getObjectAsBytes(get -> get.bucket("archive").key("cat.txt")))
        .isInstanceOf(InvalidObjectStateException.class);

    s3.restoreObject(
        restore ->
            restore.bucket("archive").key("cat.txt").restoreRequest(request -> request.days(1)));
    emulator.clock().advance(Duration.ofHours(5));

    assertThat(s3.getObjectAsBytes(get -> get.bucket("archive").key("cat.txt")).asUtf8String())
        .isEqualTo("a cat");
  }
}

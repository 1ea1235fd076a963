package dev.s3emulator.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.S3Clients;
import dev.s3emulator.S3EmulatorServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** The README's server in a static field. */
class StaticFieldTest {

  static final S3EmulatorServer emulator = S3EmulatorServer.start().createBucket("photos");
  static final S3Client s3 = S3Clients.s3Client(emulator);

  @BeforeEach
  void emptyTheBucket() {
    emulator.reset();
  }

  @RepeatedTest(2)
  void thereIsOnePhoto(RepetitionInfo repetition) {
    String name = repetition.getCurrentRepetition() + ".txt";
    s3.putObject(put -> put.bucket("photos").key(name), RequestBody.fromString("a cat"));

    assertThat(s3.listObjectsV2(list -> list.bucket("photos")).keyCount()).isEqualTo(1);
  }
}

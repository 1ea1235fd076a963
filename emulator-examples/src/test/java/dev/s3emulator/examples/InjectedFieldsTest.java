package dev.s3emulator.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.S3EmulatorServer;
import dev.s3emulator.junit5.Bucket;
import dev.s3emulator.junit5.InjectS3;
import dev.s3emulator.junit5.S3Emulator;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

/** The README's fields. */
@S3Emulator(buckets = @Bucket(name = "photos"))
class InjectedFieldsTest {

  @InjectS3 S3Client s3;
  @InjectS3 S3EmulatorServer server;

  @Test
  void theServerSawTheRequest() {
    s3.deleteObject(request -> request.bucket("photos").key("cat.txt"));

    assertThat(server.journal().requests()).hasSize(1);
  }
}

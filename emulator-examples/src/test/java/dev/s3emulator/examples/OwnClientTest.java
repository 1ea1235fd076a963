package dev.s3emulator.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.S3EmulatorServer;
import dev.s3emulator.junit5.Bucket;
import dev.s3emulator.junit5.S3Emulator;
import org.junit.jupiter.api.Test;

/** The README's test with the application's own client. */
@S3Emulator(buckets = @Bucket(name = "photos"))
class OwnClientTest {

  @Test
  void theStoreDeletesPhotos(PhotoStore store, S3EmulatorServer server) {
    store.delete("cat.txt");

    assertThat(server.journal().requests()).hasSize(1);
  }
}

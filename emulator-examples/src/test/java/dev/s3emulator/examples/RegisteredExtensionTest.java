package dev.s3emulator.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.BucketOptions;
import dev.s3emulator.Versioning;
import dev.s3emulator.junit5.S3EmulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.s3.S3Client;

/** The README's extension in a field. */
class RegisteredExtensionTest {

  @RegisterExtension
  static final S3EmulatorExtension emulator =
      S3EmulatorExtension.builder()
          .bucket(BucketOptions.named("photos").versioning(Versioning.ENABLED))
          .region("eu-west-1")
          .server(server -> server.randomSeed(42))
          .build();

  @Test
  void theBucketIsThere(S3Client s3) {
    assertThat(s3.listBuckets().buckets()).hasSize(1);
    assertThat(emulator.client(S3Client.class)).isSameAs(s3);
  }
}

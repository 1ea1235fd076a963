package dev.s3emulator.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.junit5.S3Emulator;
import java.net.URI;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

/** The README's code under test that makes its own client from system properties. */
@S3Emulator(
    endpointProperty = "aws.endpointUrlS3",
    accessKeyProperty = "aws.accessKeyId",
    secretKeyProperty = "aws.secretAccessKey",
    regionProperty = "aws.region")
class PublishedEndpointTest {

  @Test
  void aClientWithoutAnySettingFindsTheEmulator(URI endpoint) {
    try (S3Client s3 = S3Client.create()) {
      assertThat(s3.listBuckets().buckets()).isEmpty();
    }
    assertThat(System.getProperty("aws.endpointUrlS3")).isEqualTo(endpoint.toString());
  }
}

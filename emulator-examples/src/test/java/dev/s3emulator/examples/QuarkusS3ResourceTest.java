package dev.s3emulator.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;

/** What Quarkus does with a test resource: start, use the settings, stop. */
class QuarkusS3ResourceTest {

  private final QuarkusS3Resource resource = new QuarkusS3Resource();

  @AfterEach
  void stop() {
    resource.stop();
  }

  @Test
  void aClientWithTheSettingsReachesTheEmulatorUntilItIsStopped() {
    try (S3Client s3 = client(resource.start())) {
      assertThat(s3.listBuckets().buckets()).extracting(Bucket::name).containsExactly("photos");

      resource.stop();

      assertThatThrownBy(s3::listBuckets).isInstanceOf(SdkClientException.class);
    }
  }

  @Test
  void aResourceThatNeverStartedIsStopped() {
    assertThatCode(resource::stop).doesNotThrowAnyException();
  }

  /** The client that the S3 extension of Quarkus makes of these settings. */
  private static S3Client client(Map<String, String> settings) {
    String credentials = "quarkus.s3.aws.credentials.";
    assertThat(settings).containsEntry(credentials + "type", "static");
    return S3Client.builder()
        .endpointOverride(URI.create(settings.get("quarkus.s3.endpoint-override")))
        .forcePathStyle(Boolean.parseBoolean(settings.get("quarkus.s3.path-style-access")))
        .region(Region.of(settings.get("quarkus.s3.aws.region")))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(
                    settings.get(credentials + "static-provider.access-key-id"),
                    settings.get(credentials + "static-provider.secret-access-key"))))
        .build();
  }
}

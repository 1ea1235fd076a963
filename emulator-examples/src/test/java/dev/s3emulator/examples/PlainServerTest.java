package dev.s3emulator.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.AccessKey;
import dev.s3emulator.BucketOptions;
import dev.s3emulator.S3Clients;
import dev.s3emulator.S3EmulatorServer;
import dev.s3emulator.S3Snapshot;
import dev.s3emulator.Versioning;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** The server without the annotation: in any test framework, or none. */
class PlainServerTest {

  @Test
  void aServerInATryBlock() {
    try (S3EmulatorServer server = S3EmulatorServer.start().createBucket("photos");
        S3Client s3 = S3Clients.s3Client(server)) {
      s3.deleteObject(request -> request.bucket("photos").key("never-there.txt"));

      assertThat(server.journal().requests()).hasSize(1);
    }
  }

  @Test
  void aServerWithOptionsAndAnOrdinaryClient() {
    try (S3EmulatorServer server =
            S3EmulatorServer.builder()
                .region("eu-west-1")
                .bucket(BucketOptions.named("photos").versioning(Versioning.ENABLED))
                .start();
        S3Client s3 = ordinaryClient(server)) {
      assertThat(s3.listBuckets().buckets()).hasSize(1);
    }
  }

  private static S3Client ordinaryClient(S3EmulatorServer server) {
    AccessKey key = server.accessKey();
    return S3Client.builder()
        .endpointOverride(server.endpoint())
        .region(Region.of(server.region()))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(key.accessKeyId(), key.secretAccessKey())))
        .forcePathStyle(true)
        .build();
  }

  @Test
  void aSnapshotBringsBackWhatWasThere() {
    try (S3EmulatorServer server = S3EmulatorServer.start().createBucket("photos");
        S3Client s3 = S3Clients.s3Client(server)) {
      S3Snapshot before = server.snapshot();
      s3.deleteBucket(request -> request.bucket("photos"));

      server.restore(before);

      assertThat(s3.listBuckets().buckets()).hasSize(1);
    }
  }
}

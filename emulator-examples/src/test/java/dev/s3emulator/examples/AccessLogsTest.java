package dev.s3emulator.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.S3EmulatorServer;
import dev.s3emulator.junit5.Bucket;
import dev.s3emulator.junit5.S3Emulator;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The README's example of access logs. */
@S3Emulator(buckets = {@Bucket(name = "photos"), @Bucket(name = "logs")})
class AccessLogsTest {

  @Test
  void deletionsAreLogged(S3Client s3, S3EmulatorServer emulator) {
    s3.putBucketLogging(
        request ->
            request
                .bucket("photos")
                .bucketLoggingStatus(
                    status ->
                        status.loggingEnabled(
                            logging -> logging.targetBucket("logs").targetPrefix("photos/"))));
    s3.deleteObject(request -> request.bucket("photos").key("cat.txt"));

    emulator.deliverLogs();

    S3Object log = s3.listObjectsV2(list -> list.bucket("logs")).contents().get(0);
    assertThat(s3.getObjectAsBytes(get -> get.bucket("logs").key(log.key())).asUtf8String())
        .contains(" REST.DELETE.OBJECT cat.txt \"DELETE /photos/cat.txt HTTP/1.1\" 204 - ");
  }
}

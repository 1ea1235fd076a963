package dev.s3emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Bucket policies as the AWS SDK sends them, with its default settings, and reads them. */
class BucketPolicyAcceptanceTest {

  private static final String POLICY =
      """
      {
        "Version": "2012-10-17",
        "Statement": [
          {"Sid": "KeepAll", "Effect": "Deny", "Principal": "*", "Action": "s3:DeleteObject*",
           "Resource": "arn:aws:s3:::kept/*"}
        ]
      }
      """;

  private static S3EmulatorServer server;
  private static S3Client s3;

  @BeforeAll
  static void start() {
    server = S3EmulatorServer.start();
    s3 = S3Clients.s3Client(server);
  }

  @AfterAll
  static void close() {
    s3.close();
    server.close();
  }

  @Test
  void policyIsKeptAsItIsUntilItIsDeleted() {
    server.createBucket("kept");

    s3.putBucketPolicy(
        put -> put.bucket("kept").policy(POLICY).confirmRemoveSelfBucketAccess(true));

    assertThat(s3.getBucketPolicy(get -> get.bucket("kept")).policy()).isEqualTo(POLICY);
    assertThat(s3.getBucketPolicyStatus(get -> get.bucket("kept")).policyStatus().isPublic())
        .isFalse();
    assertThat(server.snapshot().bucket("kept").orElseThrow().policy()).contains(POLICY);

    s3.deleteBucketPolicy(delete -> delete.bucket("kept"));

    assertThat(server.snapshot().bucket("kept").orElseThrow().policy()).isEmpty();
    assertThatExceptionOfType(S3Exception.class)
        .isThrownBy(() -> s3.getBucketPolicy(get -> get.bucket("kept")))
        .satisfies(
            refused -> {
              assertThat(refused.statusCode()).isEqualTo(404);
              assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("NoSuchBucketPolicy");
            });
  }

  @Test
  void whatIsNoPolicyIsRefusedInTheWordsOfS3() {
    server.createBucket("strict");

    assertThatExceptionOfType(S3Exception.class)
        .isThrownBy(() -> s3.putBucketPolicy(put -> put.bucket("strict").policy(POLICY)))
        .satisfies(
            refused -> {
              assertThat(refused.statusCode()).isEqualTo(400);
              assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("MalformedPolicy");
              assertThat(refused.awsErrorDetails().errorMessage())
                  .isEqualTo("Policy has invalid resource");
            });
  }
}

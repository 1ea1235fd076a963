package dev.s3emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.s3emulator.internal.testing.InProcessS3;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/** Encryption as the AWS SDK asks for it, and as it reads it from the answers. */
class EncryptionAcceptanceTest {

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
  void bucketsSayHowTheirObjectsAreEncrypted() {
    server.createBucket("defaults");
    s3.putBucketEncryption(
        put ->
            put.bucket("defaults")
                .serverSideEncryptionConfiguration(
                    configuration ->
                        configuration.rules(
                            ServerSideEncryptionRule.builder()
                                .applyServerSideEncryptionByDefault(
                                    defaults ->
                                        defaults
                                            .sseAlgorithm(ServerSideEncryption.AWS_KMS)
                                            .kmsMasterKeyID("k1"))
                                .bucketKeyEnabled(true)
                                .build())));

    PutObjectResponse stored =
        s3.putObject(put -> put.bucket("defaults").key("a"), RequestBody.fromString("a"));

    assertThat(stored.serverSideEncryption()).isEqualTo(ServerSideEncryption.AWS_KMS);
    assertThat(stored.ssekmsKeyId()).isEqualTo("arn:aws:kms:us-east-1:123456789012:key/k1");
    assertThat(stored.bucketKeyEnabled()).isTrue();
    s3.deleteBucketEncryption(delete -> delete.bucket("defaults"));
    assertThat(
            s3.getBucketEncryption(get -> get.bucket("defaults"))
                .serverSideEncryptionConfiguration()
                .rules())
        .singleElement()
        .satisfies(
            rule -> {
              assertThat(rule.applyServerSideEncryptionByDefault().sseAlgorithm())
                  .isEqualTo(ServerSideEncryption.AES256);
              assertThat(rule.bucketKeyEnabled()).isFalse();
            });
  }

  @Test
  void customersKeyOpensTheirObject() {
    server.createBucket("customers");
    byte[] bytes = "k".repeat(32).getBytes(UTF_8);
    String key = Base64.getEncoder().encodeToString(bytes);
    String md5 = InProcessS3.md5(bytes);
    s3.putObject(
        put ->
            put.bucket("customers")
                .key("a")
                .sseCustomerAlgorithm("AES256")
                .sseCustomerKey(key)
                .sseCustomerKeyMD5(md5),
        RequestBody.fromString("secret"));

    GetObjectResponse read =
        s3.getObjectAsBytes(
                get ->
                    get.bucket("customers")
                        .key("a")
                        .sseCustomerAlgorithm("AES256")
                        .sseCustomerKey(key)
                        .sseCustomerKeyMD5(md5))
            .response();

    assertThat(read.sseCustomerKeyMD5()).isEqualTo(md5);
    assertThat(read.serverSideEncryption()).isNull();
    assertThatExceptionOfType(S3Exception.class)
        .isThrownBy(() -> s3.headObject(head -> head.bucket("customers").key("a")))
        .matches(refusal -> refusal.statusCode() == 400);
  }
}

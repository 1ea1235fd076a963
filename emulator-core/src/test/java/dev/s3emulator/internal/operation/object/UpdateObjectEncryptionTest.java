package dev.s3emulator.internal.operation.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** UpdateObjectEncryption. */
class UpdateObjectEncryptionTest {

  private static final String KEY = "arn:aws:kms:us-east-1:123456789012:key/my-key";
  private static final String TO_KEY =
      "<ObjectEncryption><SSE-KMS><KMSKeyArn>" + KEY + "</KMSKeyArn></SSE-KMS></ObjectEncryption>";

  private final InProcessS3 s3 = new InProcessS3();

  @BeforeEach
  void putObject() {
    s3.send("PUT", "/photos");
    s3.send("PUT", "/photos/cat.txt", Headers.EMPTY, "miau");
  }

  @Test
  void onlyTheEncryptionChanges() {
    Answer before = s3.send("HEAD", "/photos/cat.txt");
    s3.advanceSeconds(60);

    assertThat(put(TO_KEY).status()).isEqualTo(200);

    Answer after = s3.send("GET", "/photos/cat.txt");
    assertThat(after.text()).isEqualTo("miau");
    assertThat(after.header("x-amz-server-side-encryption")).isEqualTo("aws:kms");
    assertThat(after.header("x-amz-server-side-encryption-aws-kms-key-id")).isEqualTo(KEY);
    assertThat(after.header("x-amz-server-side-encryption-bucket-key-enabled")).isNull();
    assertThat(after.header("ETag")).isEqualTo(before.header("ETag"));
    assertThat(after.header("Last-Modified")).isEqualTo(before.header("Last-Modified"));
  }

  @Test
  void aBucketKeyCanBeAskedFor() {
    put(TO_KEY.replace("</KMSKeyArn>", "</KMSKeyArn><BucketKeyEnabled>true</BucketKeyEnabled>"));

    assertThat(
            s3.send("HEAD", "/photos/cat.txt")
                .header("x-amz-server-side-encryption-bucket-key-enabled"))
        .isEqualTo("true");
  }

  @Test
  void anOldVersionCanBeUpdated() {
    s3.sendDocument(
        "PUT",
        "/photos?versioning",
        "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>");
    s3.send("PUT", "/photos/cat.txt", Headers.EMPTY, "new");

    Answer answer = s3.sendDocument("PUT", "/photos/cat.txt?encryption&versionId=null", TO_KEY);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(encryption("/photos/cat.txt?versionId=null")).isEqualTo("aws:kms");
    assertThat(encryption("/photos/cat.txt")).isEqualTo("AES256");
  }

  @Test
  void thereIsNoWayBackToTheKeysOfS3() {
    Answer answer = put("<ObjectEncryption><SSE-S3/></ObjectEncryption>");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>InvalidRequest</Code><Message>Target encryption type 'SSE-S3' is not"
                + " supported.</Message></Error>");
  }

  @Test
  void signaturesOfVersion2AreRefused() {
    Answer answer =
        s3.send(
            "PUT",
            "/photos/cat.txt?encryption",
            Headers.of(
                "Authorization",
                "AWS AKIAUNKNOWN:c2lnbmF0dXJl",
                "Date",
                "Tue, 03 Feb 2026 16:45:09 GMT",
                "Content-MD5",
                InProcessS3.md5(TO_KEY.getBytes(java.nio.charset.StandardCharsets.UTF_8))),
            TO_KEY);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text())
        .contains(
            "<Message>Requests modifying object encryption configuration require AWS Signature"
                + " Version 4.</Message>");
  }

  @Test
  void theKeyOfAMissingObjectIsNamedWithItsBucket() {
    Answer answer = s3.sendDocument("PUT", "/photos/missing?encryption", TO_KEY);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text()).contains("<Code>NoSuchKey</Code>", "<Key>photos/missing</Key>");
  }

  @Test
  void objectsWithTwoLayersAreNotUpdated() {
    s3.send(
        "PUT",
        "/photos/cat.txt",
        Headers.of("x-amz-server-side-encryption", "aws:kms:dsse"),
        "miau");

    Answer answer = put(TO_KEY);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("<Code>InvalidRequest</Code>", "DSSE-KMS");
  }

  @Test
  void theKeyMustBeOfTheOwnersAccount() {
    Answer answer = put(TO_KEY.replace("123456789012", "111122223333"));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text()).contains("<Code>AccessDenied</Code>");
    assertThat(s3.journal().requests().get(s3.journal().requests().size() - 1).reason())
        .contains("The KMS key is of another account than the bucket's owner.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<ObjectEncryption/>",
        "<ObjectEncryption><SSE-KMS/></ObjectEncryption>",
        "<ObjectEncryption><SSE-KMS><KMSKeyArn>my-key</KMSKeyArn></SSE-KMS></ObjectEncryption>",
        "<ObjectEncryption><SSE-KMS><KMSKeyArn>"
            + KEY
            + "</KMSKeyArn><BucketKeyEnabled>perhaps</BucketKeyEnabled></SSE-KMS>"
            + "</ObjectEncryption>"
      })
  void theSchemaIsChecked(String document) {
    assertThat(put(document).text()).contains("<Code>MalformedXML</Code>");
  }

  @Test
  void aDigestIsRequired() {
    Answer answer = s3.send("PUT", "/photos/cat.txt?encryption", Headers.EMPTY, TO_KEY);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("Missing required header for this request");
  }

  private Answer put(String document) {
    return s3.sendDocument("PUT", "/photos/cat.txt?encryption", document);
  }

  private String encryption(String path) {
    return s3.send("HEAD", path).header("x-amz-server-side-encryption");
  }
}

package dev.s3emulator.internal.operation.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CreateMultipartUpload (protocol-notes 9, 10; recorded-answers 13). */
class CreateMultipartUploadTest {

  private final MultipartClient client = new MultipartClient();

  @Test
  void answerNamesTheUpload() {
    Answer answer = create();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("x-amz-server-side-encryption")).isEqualTo("AES256");
    assertThat(answer.header("x-amz-checksum-algorithm")).isNull();
    assertThat(answer.header("x-amz-checksum-type")).isNull();
    assertThat(answer.xml().replaceAll("<UploadId>[A-Za-z0-9._]{32}</UploadId>", "<UploadId/>"))
        .isEqualTo(
            "<InitiateMultipartUploadResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
                + "<Bucket>bucket</Bucket><Key>key</Key><UploadId/>"
                + "</InitiateMultipartUploadResult>");
  }

  @Test
  void everyUploadHasAnIdOfItsOwnAndNoObjectYet() {
    assertThat(client.create()).isNotEqualTo(client.create());
    assertThat(client.s3.send("GET", "/bucket/key").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "CRC32, , COMPOSITE",
    "crc32c, , COMPOSITE",
    "CRC64NVME, , FULL_OBJECT",
    "SHA1, , COMPOSITE",
    "SHA256, , COMPOSITE",
    "SHA512, , COMPOSITE",
    "MD5, , COMPOSITE",
    "XXHASH64, , COMPOSITE",
    "XXHASH3, , COMPOSITE",
    "XXHASH128, , COMPOSITE",
    "CRC32, FULL_OBJECT, FULL_OBJECT",
    "CRC32C, FULL_OBJECT, FULL_OBJECT",
    "CRC64NVME, FULL_OBJECT, FULL_OBJECT",
    "SHA256, composite, COMPOSITE"
  })
  void checksumOfTheUploadIsShown(String algorithm, String type, String shownType) {
    Answer answer =
        type == null
            ? create("x-amz-checksum-algorithm", algorithm)
            : create("x-amz-checksum-algorithm", algorithm, "x-amz-checksum-type", type);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("x-amz-checksum-algorithm")).isEqualToIgnoringCase(algorithm);
    assertThat(answer.header("x-amz-checksum-type")).isEqualTo(shownType);
  }

  @ParameterizedTest
  @CsvSource({
    "SHA1, FULL_OBJECT, sha1",
    "SHA256, FULL_OBJECT, sha256",
    "SHA512, FULL_OBJECT, sha512",
    "MD5, FULL_OBJECT, md5",
    "XXHASH64, FULL_OBJECT, xxhash64",
    "XXHASH3, FULL_OBJECT, xxhash3",
    "XXHASH128, FULL_OBJECT, xxhash128",
    "CRC64NVME, COMPOSITE, crc64nvme"
  })
  void algorithmAndTypeMustGoTogether(String algorithm, String type, String name) {
    Answer answer = create("x-amz-checksum-algorithm", algorithm, "x-amz-checksum-type", type);

    assertInvalidRequest(
        answer,
        "The " + type + " checksum type cannot be used with the " + name + " checksum algorithm.");
  }

  @Test
  void typeNeedsAnAlgorithm() {
    assertInvalidRequest(
        create("x-amz-checksum-type", "COMPOSITE"),
        "The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm"
            + " header.");
  }

  @Test
  void unknownAlgorithmIsRefused() {
    assertInvalidRequest(
        create("x-amz-checksum-algorithm", "CRC16"),
        "Checksum algorithm provided is unsupported. Please try again with any of the valid types:"
            + " [CRC32, CRC32C, CRC64NVME, MD5, SHA1, SHA256, SHA512, XXHASH128, XXHASH3,"
            + " XXHASH64]");
  }

  @Test
  void unknownTypeIsRefused() {
    assertInvalidRequest(
        create("x-amz-checksum-algorithm", "CRC32", "x-amz-checksum-type", "HALF"),
        "Value for x-amz-checksum-type header is invalid.");
  }

  @Test
  void whatHeadersSayIsCheckedAtOnce() {
    assertThat(create("x-amz-storage-class", "GOLD").text())
        .contains("<Code>InvalidStorageClass</Code>");
    assertThat(create("x-amz-tagging", "a=1&a=2").text()).contains("<Code>InvalidArgument</Code>");
    assertThat(create("x-amz-acl", "public-read").text())
        .contains("<Code>AccessControlListNotSupported</Code>");
  }

  @Test
  void missingBucketIsRefused() {
    Answer answer = client.s3.send("POST", "/nowhere/key?uploads");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text()).contains("<Code>NoSuchBucket</Code>");
  }

  @Test
  void keyHasAtMost1024Bytes() {
    Answer answer = client.s3.send("POST", "/bucket/" + "k".repeat(1025) + "?uploads");

    assertThat(answer.text()).contains("<Code>KeyTooLongError</Code>");
  }

  private Answer create(String... headers) {
    return client.s3.send("POST", "/bucket/key?uploads", Headers.of(headers));
  }

  private static void assertInvalidRequest(Answer answer, String message) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo("<Error><Code>InvalidRequest</Code><Message>" + message + "</Message></Error>");
  }
}

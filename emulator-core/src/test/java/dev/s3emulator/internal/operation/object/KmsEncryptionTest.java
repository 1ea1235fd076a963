package dev.s3emulator.internal.operation.object;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.Form;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects that are encrypted with KMS keys (protocol-notes 20). */
class KmsEncryptionTest {

  private static final String SSE = "x-amz-server-side-encryption";
  private static final String KEY_ID = SSE + "-aws-kms-key-id";
  private static final String CONTEXT = SSE + "-context";
  private static final String BUCKET_KEY = SSE + "-bucket-key-enabled";
  private static final String ARN = "arn:aws:kms:us-east-1:123456789012:key/k1";
  private static final String MD5_OF_CAT = "\"d077f244def8a70e5ea758bd8352fcd8\"";

  private final InProcessS3 s3 = new InProcessS3();

  @BeforeEach
  void createBucket() {
    s3.send("PUT", "/bucket");
  }

  private Answer put(String... headers) {
    return s3.send("PUT", "/bucket/key", Headers.of(headers), "cat");
  }

  @ParameterizedTest
  @ValueSource(strings = {"aws:kms", "aws:kms:dsse"})
  void answersShowAlgorithmAndArnOfTheKey(String algorithm) {
    Answer stored = put(SSE, algorithm, KEY_ID, "k1");

    for (Answer answer :
        new Answer[] {stored, s3.send("GET", "/bucket/key"), s3.send("HEAD", "/bucket/key")}) {
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header(SSE)).isEqualTo(algorithm);
      assertThat(answer.header(KEY_ID)).isEqualTo(ARN);
      assertThat(answer.header(BUCKET_KEY)).isNull();
      assertThat(answer.header("ETag")).isEqualTo(stored.header("ETag"));
    }
    assertThat(s3.send("GET", "/bucket/key").text()).isEqualTo("cat");
  }

  @Test
  void eTagIsTheMd5OnlyWithS3sOwnKeys() {
    assertThat(put().header("ETag")).isEqualTo(MD5_OF_CAT);
    String first = put(SSE, "aws:kms").header("ETag");

    assertThat(first).matches("\"[0-9a-f]{32}\"").isNotEqualTo(MD5_OF_CAT);
    assertThat(put(SSE, "aws:kms").header("ETag")).isNotEqualTo(first);
    assertThat(put(SSE, "AES256").header("ETag")).isEqualTo(MD5_OF_CAT);
  }

  @Test
  void checksumIsThatOfTheContent() {
    String plain = put().header("x-amz-checksum-crc64nvme");

    assertThat(put(SSE, "aws:kms").header("x-amz-checksum-crc64nvme")).isEqualTo(plain);
  }

  @Test
  void keyOfAwsIsUsedWhereNoneIsNamed() {
    String arn = put(SSE, "aws:kms").header(KEY_ID);

    assertThat(arn).matches("arn:aws:kms:us-east-1:123456789012:key/[0-9a-f-]{36}");
    assertThat(put(SSE, "aws:kms", KEY_ID, "alias/aws/s3").header(KEY_ID)).isEqualTo(arn);
  }

  @Test
  void bucketKeyIsShownWhenItIsUsed() {
    Answer stored = put(SSE, "aws:kms", BUCKET_KEY, "true");

    assertThat(stored.header(BUCKET_KEY)).isEqualTo("true");
    assertThat(s3.send("HEAD", "/bucket/key").header(BUCKET_KEY)).isEqualTo("true");
    assertThat(put(SSE, "aws:kms:dsse", BUCKET_KEY, "true").header(BUCKET_KEY)).isNull();
    assertThat(put(SSE, "AES256", BUCKET_KEY, "true").header(BUCKET_KEY)).isNull();
  }

  @Test
  void contextIsShownToTheWriterOnly() {
    String context = Base64.getEncoder().encodeToString("{\"a\": \"b\"}".getBytes(UTF_8));

    assertThat(put(SSE, "aws:kms", CONTEXT, context).header(CONTEXT)).isEqualTo(context);
    assertThat(s3.send("GET", "/bucket/key").header(CONTEXT)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          AES128  | aws-kms-key-id | k1 | InvalidEncryptionAlgorithmError | The Encryption request you specified is not valid. Supported value: AES256. | x-amz-server-side-encryption
          AES256  | aws-kms-key-id | k1 | InvalidArgument | Server Side Encryption with AWS KMS managed key requires HTTP header x-amz-server-side-encryption : aws:kms | x-amz-server-side-encryption
          AES256  | context | e30= | InvalidArgument | Server Side Encryption with AWS KMS managed key requires HTTP header x-amz-server-side-encryption : aws:kms | x-amz-server-side-encryption
          ''      | none | x | InvalidArgument | The encryption method specified is not supported | x-amz-server-side-encryption
          aws:kms | context | W10= | InvalidArgument | shall be Base64-encoded UTF-8 string holding JSON which represents a string-string map | x-amz-server-side-encryption-context
          aws:kms | bucket-key-enabled | yes | InvalidArgument | Value for x-amz-server-side-encryption-bucket-key-enabled header is invalid. | x-amz-server-side-encryption-bucket-key-enabled
          """)
  void headersThatDoNotFitTogetherAreRefused(
      String algorithm, String header, String value, String code, String message, String argument) {
    Answer refused = put(SSE, algorithm, SSE + "-" + header, value);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.xml())
        .contains("<Code>" + code + "</Code>", message)
        .contains("<ArgumentName>" + argument + "</ArgumentName>");
    assertThat(s3.send("GET", "/bucket/key").status()).isEqualTo(404);
  }

  @Test
  void keyOfAnotherRegionIsNotFound() {
    Answer refused = put(SSE, "aws:kms", KEY_ID, "arn:aws:kms:us-west-2:123456789012:key/k1");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.xml())
        .isEqualTo(
            "<Error><Code>KMS.NotFoundException</Code><Message>Invalid arn us-west-2</Message>"
                + "</Error>");
  }

  @Test
  void whatCannotBeAKeyIsNotFound() {
    assertThat(put(SSE, "aws:kms", KEY_ID, "my key").xml())
        .contains("<Code>KMS.NotFoundException</Code><Message>Invalid keyId 'my key'</Message>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD"})
  void readsMustNotNameAnEncryption(String method) {
    put(SSE, "aws:kms");

    assertThat(s3.send(method, "/bucket/key", Headers.of(SSE, "aws:kms")).status()).isEqualTo(400);
    assertThat(s3.send(method, "/bucket/key", Headers.of(KEY_ID, ARN)).status()).isEqualTo(400);
  }

  @Test
  void copyIsEncryptedAsItsRequestSays() {
    String eTag = put(SSE, "aws:kms", KEY_ID, "k1").header("ETag");

    Answer plain = s3.send("PUT", "/bucket/plain", Headers.of("x-amz-copy-source", "bucket/key"));
    Answer dsse =
        s3.send(
            "PUT",
            "/bucket/dsse",
            Headers.of("x-amz-copy-source", "bucket/key", SSE, "aws:kms:dsse", KEY_ID, "k2"));

    assertThat(plain.header(SSE)).isEqualTo("AES256");
    assertThat(plain.header(KEY_ID)).isNull();
    assertThat(plain.xml()).contains("<ETag>" + MD5_OF_CAT.replace("\"", "&quot;") + "</ETag>");
    assertThat(dsse.header(SSE)).isEqualTo("aws:kms:dsse");
    assertThat(dsse.header(KEY_ID)).endsWith(":key/k2");
    assertThat(s3.send("HEAD", "/bucket/dsse").header("ETag")).isNotIn(eTag, MD5_OF_CAT);
  }

  @Test
  void formSaysItInFields() {
    Answer posted =
        Form.empty()
            .field("key", "a")
            .field(SSE, "aws:kms")
            .field(KEY_ID, "k1")
            .file("a", "abc")
            .post(s3, "/bucket");

    assertThat(posted.status()).as(posted.text()).isEqualTo(204);
    assertThat(posted.header(SSE)).isEqualTo("aws:kms");
    assertThat(posted.header(KEY_ID)).isEqualTo(ARN);
    assertThat(s3.send("HEAD", "/bucket/a").header(KEY_ID)).isEqualTo(ARN);
  }

  @Test
  void uploadInPartsKeepsWhatItsCreationSaid() {
    MultipartClient client = new MultipartClient();
    Answer created =
        client.s3.send(
            "POST",
            "/bucket/key?uploads",
            Headers.of(SSE, "aws:kms", KEY_ID, "k1", BUCKET_KEY, "true", CONTEXT, "e30="));
    String id = created.text().replaceAll("(?s).*<UploadId>|</UploadId>.*", "");
    Answer part = client.upload(id, 1, "cat".getBytes(UTF_8));
    Answer completed = client.complete(id, MultipartClient.listed(1, part.header("ETag")));

    assertThat(created.header(CONTEXT)).isEqualTo("e30=");
    assertThat(part.header("ETag")).isNotEqualTo(MD5_OF_CAT);
    assertThat(part.header(CONTEXT)).isNull();
    assertThat(completed.header(CONTEXT)).isNull();
    for (Answer answer :
        new Answer[] {created, part, completed, client.s3.send("HEAD", "/bucket/key")}) {
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header(SSE)).isEqualTo("aws:kms");
      assertThat(answer.header(KEY_ID)).isEqualTo(ARN);
      assertThat(answer.header(BUCKET_KEY)).isEqualTo("true");
    }
    assertThat(client.complete(id, MultipartClient.listed(1, part.header("ETag"))).header(KEY_ID))
        .isEqualTo(ARN);
  }

  @Test
  void copiedPartIsEncryptedAsItsUpload() {
    MultipartClient client = new MultipartClient();
    client.s3.send("PUT", "/bucket/source", Headers.of(SSE, "aws:kms"), "cat");
    String id = client.create();

    Answer part =
        client.s3.send(
            "PUT", MultipartClient.part(id, 1), Headers.of("x-amz-copy-source", "bucket/source"));

    assertThat(part.header(SSE)).isEqualTo("AES256");
    assertThat(part.xml()).contains("<ETag>" + MD5_OF_CAT.replace("\"", "&quot;") + "</ETag>");
  }
}

package dev.s3emulator.internal.operation.object;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.pipeline.RequestExchange;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** UploadPart (protocol-notes 9, 10; recorded-answers 12, 13). */
class UploadPartTest {

  private static final byte[] HELLO = "hello world".getBytes(UTF_8);
  private static final String HELLO_TAG = "\"5eb63bbbe01eeed093cb22bb8f5acdc3\"";

  private final MultipartClient client = new MultipartClient();

  @Test
  void partGetsAnEntityTag() {
    Answer answer = client.upload(client.create(), 1, HELLO);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("ETag")).isEqualTo(HELLO_TAG);
    assertThat(answer.header("x-amz-server-side-encryption")).isEqualTo("AES256");
    assertThat(answer.header("x-amz-checksum-crc64nvme")).isNull();
    assertThat(answer.bytes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "10001", "x", "", "1.5"})
  void numberIsBetween1And10000(String number) {
    String path = "/bucket/key?partNumber=" + number + "&uploadId=" + client.create();

    Answer answer = client.s3.send("PUT", path, Headers.EMPTY, HELLO);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>InvalidArgument</Code><Message>Part number must be an integer between 1"
                + " and 10000, inclusive</Message><ArgumentName>partNumber</ArgumentName>"
                + "<ArgumentValue>"
                + number
                + "</ArgumentValue></Error>");
  }

  @Test
  void unknownUploadIsRefusedBeforeTheBody() {
    RequestHead head =
        new RequestHead(
            "PUT",
            "/bucket/key",
            "partNumber=1&uploadId=nothing",
            Headers.of("Host", "localhost", "Content-Length", "5"),
            false,
            "127.0.0.1");

    RequestExchange exchange = client.s3.pipeline().begin(head);

    assertThat(exchange.isRefused()).isTrue();
    assertThat(new Answer(exchange.complete()).xml()).isEqualTo(noSuchUpload("nothing"));
  }

  @Test
  void idBelongsToOneKey() {
    String id = client.createAt("other");

    Answer answer = client.upload(id, 1, HELLO);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.xml()).isEqualTo(noSuchUpload(id));
  }

  @Test
  void uploadThatIsAbortedMeanwhileTakesNoPart() {
    String id = client.create();
    RequestHead head =
        new RequestHead(
            "PUT",
            "/bucket/key",
            "partNumber=1&uploadId=" + id,
            Headers.of("Host", "localhost", "Content-Length", "11"),
            false,
            "127.0.0.1");
    RequestExchange exchange = client.s3.pipeline().begin(head);
    exchange.receive(ByteBuffer.wrap(HELLO));
    client.abort(id);

    assertThat(new Answer(exchange.complete()).xml()).isEqualTo(noSuchUpload(id));
  }

  @ParameterizedTest
  @CsvSource({
    "CRC32, x-amz-checksum-crc32, DUoRhQ==",
    "CRC32C, x-amz-checksum-crc32c, yZRlqg==",
    "CRC64NVME, x-amz-checksum-crc64nvme, jSnVw/bqjr4=",
    "SHA1, x-amz-checksum-sha1, Kq5sNclPz7QV2+lfQIuc6R7oRu0="
  })
  void checksumOfTheUploadIsCheckedOrFilledInAndShown(
      String algorithm, String header, String checksum) {
    String id = client.create("x-amz-checksum-algorithm", algorithm);

    assertThat(client.upload(id, 1, HELLO, header, checksum).header(header)).isEqualTo(checksum);
    assertThat(client.upload(id, 2, HELLO).header(header)).isEqualTo(checksum);
    assertThat(client.upload(id, 3, "other".getBytes(UTF_8), header, checksum).xml())
        .isEqualTo(
            "<Error><Code>BadDigest</Code><Message>The "
                + algorithm
                + " you specified did not match the calculated checksum.</Message></Error>");
  }

  @Test
  void otherChecksumThanTheUploadsIsRefused() {
    String id = client.create("x-amz-checksum-algorithm", "SHA256");

    Answer answer = client.upload(id, 1, HELLO, "x-amz-checksum-crc32", "DUoRhQ==");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>InvalidRequest</Code><Message>Checksum Type mismatch occurred, expected"
                + " checksum Type: sha256, actual checksum Type: crc32</Message></Error>");
  }

  @Test
  void uploadWithoutAlgorithmTakesAnyChecksumAndShowsIt() {
    String id = client.create();

    Answer answer = client.upload(id, 1, HELLO, "x-amz-checksum-crc32", "DUoRhQ==");

    assertThat(answer.header("x-amz-checksum-crc32")).isEqualTo("DUoRhQ==");
    assertThat(answer.header("x-amz-checksum-crc64nvme")).isNull();
    assertThat(client.upload(id, 2, HELLO, "x-amz-checksum-crc32", "AAAAAA==").text())
        .contains("The CRC32 you specified did not match the calculated checksum.");
  }

  @Test
  void trailerIsCheckedAndShown() {
    String id = client.create("x-amz-checksum-algorithm", "CRC32");
    Headers headers =
        Headers.of(
            "x-amz-content-sha256",
            "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
            "x-amz-decoded-content-length",
            "11",
            "x-amz-trailer",
            "x-amz-checksum-crc32");
    String body = "b\r\nhello world\r\n0\r\nx-amz-checksum-crc32:DUoRhQ==\r\n\r\n";

    Answer answer = client.s3.send("PUT", MultipartClient.part(id, 1), headers, body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.header("x-amz-checksum-crc32")).isEqualTo("DUoRhQ==");
    assertThat(answer.header("ETag")).isEqualTo(HELLO_TAG);
  }

  @Test
  void wrongMd5IsRefused() {
    Answer answer =
        client.upload(client.create(), 1, HELLO, "Content-MD5", "1B2M2Y8AsgTpgAmY7PhCfg==");

    assertThat(answer.text())
        .contains("<Code>BadDigest</Code>", "<CalculatedDigest>XrY7u+Ae7tCTyyK7j1rNww==</");
  }

  @ParameterizedTest
  @CsvSource({
    "x-amz-server-side-encryption-customer-algorithm, AES256, 400, InvalidRequest",
    "x-amz-server-side-encryption, AES256, 400, InvalidArgument"
  })
  void encryptionIsTheUploads(String header, String value, int status, String code) {
    Answer answer = client.upload(client.create(), 1, HELLO, header, value);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text()).contains("<Code>" + code + "</Code>");
  }

  @Test
  void partHasAtMost5GiB() {
    Answer answer =
        client.upload(client.create(), 1, HELLO, "Content-Length", String.valueOf((5L << 30) + 1));

    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>EntityTooLarge</Code><Message>Your proposed upload exceeds the maximum"
                + " allowed size</Message><ProposedSize>5368709121</ProposedSize>"
                + "<MaxSizeAllowed>5368709120</MaxSizeAllowed></Error>");
  }

  static String noSuchUpload(String id) {
    return "<Error><Code>NoSuchUpload</Code><Message>The specified upload does not exist. The upload"
        + " ID may be invalid, or the upload may have been aborted or completed.</Message>"
        + "<UploadId>"
        + id
        + "</UploadId></Error>";
  }
}

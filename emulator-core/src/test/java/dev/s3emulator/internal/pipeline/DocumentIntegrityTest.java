package dev.s3emulator.internal.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.checksum.ChecksumAlgorithm;
import dev.s3emulator.internal.domain.checksum.ChecksumDigest;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a document's headers say about it, on DeleteObjects (delete-semantics 4.2). */
class DocumentIntegrityTest {

  private static final String DOCUMENT = "<Delete><Object><Key>k</Key></Object></Delete>";
  private static final String MD5 = base64(ChecksumAlgorithm.MD5, DOCUMENT);
  private static final String CRC32 = base64(ChecksumAlgorithm.CRC32, DOCUMENT);
  private static final String SHA256 = hex(DOCUMENT);
  private static final String OTHER_MD5 = "1B2M2Y8AsgTpgAmY7PhCfg==";

  private final InProcessS3 s3 = new InProcessS3();

  @BeforeEach
  void createBucket() {
    s3.send("PUT", "/alpha");
  }

  @Test
  void missingIntegrityIsRefused() {
    requireInvalidRequest(
        "Missing required header for this request: Content-MD5 OR x-amz-checksum-*");
    requireInvalidRequest(
        "Missing required header for this request: Content-MD5 OR x-amz-checksum-*",
        "x-amz-checksum-type",
        "FULL_OBJECT",
        "x-amz-checksum-algorithm",
        "CRC32",
        "x-amz-content-sha256",
        SHA256);
  }

  @Test
  void md5Suffices() {
    assertThat(send("Content-MD5", MD5).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(ChecksumAlgorithm.class)
  void everyChecksumSufficesAndIsVerified(ChecksumAlgorithm algorithm) {
    String checksum = base64(algorithm, DOCUMENT);
    String other = base64(algorithm, "other");

    assertThat(send(algorithm.headerName(), checksum).status()).isEqualTo(200);
    assertThat(send(algorithm.headerName(), other).xml())
        .isEqualTo(
            "<Error><Code>BadDigest</Code><Message>The "
                + algorithm.wireName()
                + " you specified did not match the calculated checksum.</Message></Error>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "not base64!", "AAAA", "1B2M2Y8AsgTpgAmY7PhCfg"})
  void malformedMd5IsInvalid(String value) {
    Answer answer = send("Content-MD5", value);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>InvalidDigest</Code><Message>The Content-MD5 you specified was"
                + " invalid.</Message><Content-MD5>"
                + value
                + "</Content-MD5></Error>");
  }

  @Test
  void otherMd5IsABadDigestInTheFormOfTheHeader() {
    Answer answer = send("Content-MD5", OTHER_MD5);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>BadDigest</Code><Message>The Content-MD5 you specified did not match what"
                + " we received.</Message><CalculatedDigest>"
                + MD5
                + "</CalculatedDigest><ExpectedDigest>"
                + OTHER_MD5
                + "</ExpectedDigest></Error>");
  }

  @ParameterizedTest
  @CsvSource({"''", "!", "AAAA", "AAAAAAA="})
  void malformedChecksumIsInvalid(String value) {
    requireInvalidRequest(
        "Value for x-amz-checksum-crc32 header is invalid.", "x-amz-checksum-crc32", value);
  }

  @Test
  void secondChecksumIsRefused() {
    requireInvalidRequest(
        "Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.",
        "x-amz-checksum-crc32",
        CRC32,
        "x-amz-checksum-sha256",
        base64(ChecksumAlgorithm.SHA256, DOCUMENT));
  }

  @Test
  void unknownAlgorithmIsRefused() {
    requireInvalidRequest(
        "The algorithm type you specified in x-amz-checksum- header is invalid.",
        "x-amz-checksum-foo",
        "AAAAAA==");
  }

  @Test
  void announcedAlgorithmNeedsItsChecksum() {
    requireInvalidRequest(
        "x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or"
            + " x-amz-trailer headers were found.",
        "x-amz-sdk-checksum-algorithm",
        "CRC32",
        "Content-MD5",
        MD5);
    requireInvalidRequest(
        "Value for x-amz-sdk-checksum-algorithm header is invalid.",
        "x-amz-sdk-checksum-algorithm",
        "SHA256",
        "x-amz-checksum-crc32",
        CRC32);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CRC32", "crc32", ""})
  void announcedAlgorithmComparesWithoutCase(String name) {
    assertThat(send("x-amz-sdk-checksum-algorithm", name, "x-amz-checksum-crc32", CRC32).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
        "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER",
        "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER"
      })
  void documentHasNoTrailers(String form) {
    requireInvalidRequest(
        "The value of x-amz-content-sha256 header is invalid.",
        "x-amz-content-sha256",
        form,
        "x-amz-checksum-foo",
        "x");
  }

  @Test
  void payloadHashIsVerifiedLast() {
    String other = "0".repeat(64);

    assertThat(send("Content-MD5", MD5, "x-amz-content-sha256", SHA256).status()).isEqualTo(200);
    assertThat(send("Content-MD5", MD5, "x-amz-content-sha256", "UNSIGNED-PAYLOAD").status())
        .isEqualTo(200);
    assertThat(send("Content-MD5", MD5, "x-amz-content-sha256", other).xml())
        .isEqualTo(
            "<Error><Code>XAmzContentSHA256Mismatch</Code><Message>The provided"
                + " 'x-amz-content-sha256' header does not match what was computed.</Message>"
                + "<ClientComputedContentSHA256>"
                + other
                + "</ClientComputedContentSHA256><S3ComputedContentSHA256>"
                + SHA256
                + "</S3ComputedContentSHA256></Error>");
    assertThat(send("x-amz-checksum-crc32", "AAAAAA==", "x-amz-content-sha256", other).xml())
        .contains("<Code>BadDigest</Code>");
  }

  @Test
  void md5IsComparedBeforeTheChecksum() {
    assertThat(send("Content-MD5", OTHER_MD5, "x-amz-checksum-crc32", "AAAAAA==").xml())
        .contains("The Content-MD5 you specified did not match");
    assertThat(send("Content-MD5", MD5, "x-amz-checksum-crc32", "AAAAAA==").xml())
        .contains("The CRC32 you specified did not match");
    assertThat(send("Content-MD5", MD5, "x-amz-checksum-crc32", CRC32).status()).isEqualTo(200);
  }

  /** Each request is wrong in two ways that stand next to each other in S3's order. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x-amz-checksum-foo: x, x-amz-checksum-crc32: x, x-amz-checksum-sha1: x | algorithm type",
        "x-amz-checksum-crc32: x, x-amz-checksum-sha1: x | Expecting a single",
        "x-amz-checksum-crc32: x, x-amz-sdk-checksum-algorithm: SHA1 | x-amz-checksum-crc32 header",
        "x-amz-sdk-checksum-algorithm: SHA1, Content-MD5: x | no corresponding",
        "Content-MD5: x | The Content-MD5 you specified was invalid."
      })
  void formIsJudgedInS3sOrder(String headers, String message) {
    Headers.Builder all = Headers.builder();
    for (String header : headers.split(", ")) {
      all.add(header.split(": ")[0], header.split(": ")[1]);
    }

    assertThat(s3.send("POST", "/alpha?delete", all.build()).xml()).contains(message);
  }

  @Test
  void presenceComesBeforeTheBody() {
    assertThat(s3.send("POST", "/alpha?delete").xml()).contains("Missing required header");
    assertThat(s3.send("POST", "/alpha?delete", Headers.of("Content-MD5", OTHER_MD5)).xml())
        .contains("MissingRequestBodyError");
  }

  @Test
  void schemaComesBeforeTheDigests() {
    Headers wrong = Headers.of("Content-MD5", OTHER_MD5);

    assertThat(s3.send("POST", "/alpha?delete", wrong, "<Delete/>").xml()).contains("MalformedXML");
    assertThat(
            s3.send("POST", "/alpha?delete", wrong, "<Delete><Object><Key/></Object></Delete>")
                .xml())
        .contains("UserKeyMustBeSpecified");
    assertThat(s3.send("POST", "/alpha?delete", wrong, DOCUMENT).xml()).contains("BadDigest");
  }

  @Test
  void sizeComesBeforeTheContent() {
    Headers md5 = Headers.of("Content-MD5", OTHER_MD5);

    assertThat(s3.send("POST", "/alpha?delete", md5, "x".repeat(2_048_001)).xml())
        .isEqualTo(
            "<Error><Code>MaxMessageLengthExceeded</Code><Message>Your request was too"
                + " big.</Message><MaxMessageLengthBytes>2048000</MaxMessageLengthBytes></Error>");
    assertThat(s3.send("POST", "/alpha?delete", md5, "x".repeat(2_048_000)).xml())
        .contains("MalformedXML");
  }

  @Test
  void sizeCountsAsItArrivesWhenNoLengthWasAnnounced() {
    Headers chunked = Headers.of("Content-MD5", OTHER_MD5, "Transfer-Encoding", "chunked");

    assertThat(s3.send("POST", "/alpha?delete", chunked, "x".repeat(2_048_001)).xml())
        .contains("MaxMessageLengthExceeded");
  }

  @Test
  void bucketComesBeforeIntegrity() {
    assertThat(s3.send("POST", "/other?delete", Headers.EMPTY, DOCUMENT).xml())
        .contains("NoSuchBucket");
  }

  private void requireInvalidRequest(String message, String... headers) {
    Answer answer = send(headers);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo("<Error><Code>InvalidRequest</Code><Message>" + message + "</Message></Error>");
  }

  private Answer send(String... headers) {
    return s3.send("POST", "/alpha?delete", Headers.of(headers), DOCUMENT);
  }

  private static String base64(ChecksumAlgorithm algorithm, String text) {
    return Base64.getEncoder().encodeToString(digest(algorithm, text));
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(digest(ChecksumAlgorithm.SHA256, text));
  }

  private static byte[] digest(ChecksumAlgorithm algorithm, String text) {
    ChecksumDigest digest = algorithm.newDigest();
    digest.update(ByteBuffer.wrap(text.getBytes(UTF_8)));
    return digest.digest();
  }
}

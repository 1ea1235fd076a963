package dev.s3emulator.internal.operation.object;

import static dev.s3emulator.internal.operation.object.MultipartClient.FULL_PART;
import static dev.s3emulator.internal.operation.object.MultipartClient.listed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.checksum.ChecksumAlgorithm;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The checksums of CompleteMultipartUpload (protocol-notes 9; recorded-answers 13). */
class CompletionChecksumTest {

  private static final byte[] TAIL = "hello world".getBytes(UTF_8);
  private static final String TAIL_CRC32 = "DUoRhQ==";
  private static final String TAIL_SHA1 = "Kq5sNclPz7QV2+lfQIuc6R7oRu0=";

  private final MultipartClient client = new MultipartClient();

  @Test
  void compositeChecksumIsThatOfTheChecksums() {
    String id = client.create("x-amz-checksum-algorithm", "CRC32");

    Answer answer = completeTwoParts(id, "CRC32");

    assertThat(answer.xml())
        .endsWith(
            "<ChecksumCRC32>"
                + Checksums.compositeCrc32(FULL_PART, TAIL)
                + "-2</ChecksumCRC32><ChecksumType>COMPOSITE</ChecksumType>"
                + "</CompleteMultipartUploadResult>");
  }

  @Test
  void fullObjectChecksumIsThatOfTheBytes() {
    String id =
        client.create("x-amz-checksum-algorithm", "CRC32", "x-amz-checksum-type", "FULL_OBJECT");

    Answer answer = completeTwoParts(id, "CRC32");

    assertThat(answer.xml())
        .endsWith(
            "<ChecksumCRC32>"
                + Checksums.crc32(FULL_PART, TAIL)
                + "</ChecksumCRC32><ChecksumType>FULL_OBJECT</ChecksumType>"
                + "</CompleteMultipartUploadResult>");
  }

  /** The same bytes in one piece have the checksum that S3 keeps of an upload by itself. */
  @ParameterizedTest
  @ValueSource(strings = {"CRC64NVME", ""})
  void checksumWithoutAnAlgorithmIsThatOfTheObjectInOnePiece(String algorithm) {
    Answer plain = client.s3.send("PUT", "/bucket/plain", Headers.EMPTY, concat(FULL_PART, TAIL));
    String id =
        algorithm.isEmpty()
            ? client.create()
            : client.create("x-amz-checksum-algorithm", algorithm);
    String first = client.uploaded(id, 1, FULL_PART);
    String second = client.uploaded(id, 2, TAIL, "x-amz-checksum-crc64nvme", "jSnVw/bqjr4=");

    assertThat(client.complete(id, first, second).xml())
        .contains(
            "<ChecksumCRC64NVME>"
                + plain.header("x-amz-checksum-crc64nvme")
                + "</ChecksumCRC64NVME><ChecksumType>FULL_OBJECT</ChecksumType>");
  }

  @ParameterizedTest
  @EnumSource
  void everyAlgorithmCompletes(ChecksumAlgorithm algorithm) {
    String id = client.create("x-amz-checksum-algorithm", algorithm.wireName());
    Answer part = client.upload(id, 1, TAIL);
    String header = algorithm.headerName();
    String element = "Checksum" + algorithm.wireName();

    Answer answer =
        client.complete(id, listed(1, part.header("ETag"), xml(element, part.header(header))));

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    Answer object =
        client.s3.send("HEAD", "/bucket/key", Headers.of("x-amz-checksum-mode", "enabled"));
    assertThat(answer.text()).contains(xml(element, object.header(header)));
    assertThat(object.header(header).endsWith("-1"))
        .isEqualTo(algorithm != ChecksumAlgorithm.CRC64NVME);
  }

  @Test
  void compositeChecksumNeedsThoseOfTheParts() {
    String id = client.create("x-amz-checksum-algorithm", "CRC32");

    assertInvalidRequest(
        client.complete(id, client.uploaded(id, 1, TAIL)),
        "The upload was created using a crc32 checksum. The complete request must include the"
            + " checksum for each part. It was missing for part 1 in the request.");
  }

  @Test
  void fullObjectChecksumNeedsNoneOfTheParts() {
    String id =
        client.create("x-amz-checksum-algorithm", "CRC32", "x-amz-checksum-type", "FULL_OBJECT");

    assertThat(client.complete(id, client.uploaded(id, 1, TAIL)).status()).isEqualTo(200);
  }

  @Test
  void wrongChecksumOfAPartIsAWrongPart() {
    String id = client.create("x-amz-checksum-algorithm", "CRC32");
    String tag = client.upload(id, 1, TAIL).header("ETag");

    assertThat(client.complete(id, listed(1, tag, xml("ChecksumCRC32", "AAAAAA=="))).text())
        .contains("<Code>InvalidPart</Code>", "<PartNumber>1</PartNumber>");
  }

  @Test
  void otherChecksumOfAPartIsABadDigest() {
    String id = client.create("x-amz-checksum-algorithm", "CRC32");
    String tag = client.upload(id, 1, TAIL).header("ETag");

    assertThat(client.complete(id, listed(1, tag, xml("ChecksumSHA1", TAIL_SHA1))).xml())
        .isEqualTo(
            "<Error><Code>BadDigest</Code><Message>The sha1 you specified for part 1 did not match"
                + " what we received.</Message></Error>");
  }

  @Test
  void checksumOfAPartWhereNoneWasDeclaredIsAWrongPart() {
    String id = client.create();
    String tag = client.upload(id, 1, TAIL, "x-amz-checksum-crc32", TAIL_CRC32).header("ETag");

    assertThat(client.complete(id, listed(1, tag, xml("ChecksumCRC32", TAIL_CRC32))).text())
        .contains("<Code>InvalidPart</Code>");
  }

  @Test
  void numbersOfACompositeChecksumHaveNoGaps() {
    String id = client.create("x-amz-checksum-algorithm", "CRC32");
    String tag = client.upload(id, 2, TAIL).header("ETag");

    assertThat(client.complete(id, listed(2, tag, xml("ChecksumCRC32", TAIL_CRC32))).text())
        .contains("<Code>InvalidPartOrder</Code>");
  }

  @ParameterizedTest
  @CsvSource({
    "CRC32, COMPOSITE, FULL_OBJECT, COMPOSITE",
    "CRC32, FULL_OBJECT, COMPOSITE, FULL_OBJECT",
    "'', '', FULL_OBJECT, null",
    "'', '', COMPOSITE, null"
  })
  void typeIsTheOneThatTheUploadWasCreatedWith(
      String algorithm, String type, String asked, String named) {
    String id =
        algorithm.isEmpty()
            ? client.create()
            : client.create("x-amz-checksum-algorithm", algorithm, "x-amz-checksum-type", type);
    String part = client.uploaded(id, 1, TAIL);

    assertInvalidRequest(
        client.complete(id, Headers.of("x-amz-checksum-type", asked), part),
        "The upload was created using the "
            + named
            + " checksum mode. The complete request must use the same checksum mode.");
  }

  @Test
  void checksumOfTheObjectIsVerified() {
    String id =
        client.create("x-amz-checksum-algorithm", "CRC32", "x-amz-checksum-type", "FULL_OBJECT");
    String part = client.uploaded(id, 1, TAIL);

    assertThat(client.complete(id, Headers.of("x-amz-checksum-crc32", "AAAAAA=="), part).xml())
        .isEqualTo(
            "<Error><Code>BadDigest</Code><Message>The crc32 you specified did not match the"
                + " calculated checksum.</Message></Error>");
    Headers right =
        Headers.of("x-amz-checksum-crc32", TAIL_CRC32, "x-amz-checksum-type", "FULL_OBJECT");
    assertThat(client.complete(id, right, part).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"'', true", "-1, true", "-2, false"})
  void compositeChecksumOfTheObjectMayCountItsParts(String suffix, boolean right) {
    String id = client.create("x-amz-checksum-algorithm", "CRC32");
    String tag = client.upload(id, 1, TAIL).header("ETag");
    String composite = Checksums.compositeCrc32(TAIL) + suffix;

    Answer answer =
        client.complete(
            id,
            Headers.of("x-amz-checksum-crc32", composite),
            listed(1, tag, xml("ChecksumCRC32", TAIL_CRC32)));

    assertThat(answer.status()).isEqualTo(right ? 200 : 400);
  }

  @Test
  void checksumOfTheObjectHasTheAlgorithmOfTheUpload() {
    String id =
        client.create("x-amz-checksum-algorithm", "CRC32", "x-amz-checksum-type", "FULL_OBJECT");
    String part = client.uploaded(id, 1, TAIL);

    assertInvalidRequest(
        client.complete(id, Headers.of("x-amz-checksum-sha1", TAIL_SHA1), part),
        "Checksum Type mismatch occurred, expected checksum Type: crc32, actual checksum Type:"
            + " sha1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "AAAA", "AAAAAA==-x", "AAAAAA==-"})
  void checksumOfTheObjectIsWellFormed(String value) {
    String id = client.create("x-amz-checksum-algorithm", "CRC32");

    assertInvalidRequest(
        client.complete(id, Headers.of("x-amz-checksum-crc32", value), listed(1, "x")),
        "Value for x-amz-checksum-crc32 header is invalid.");
  }

  @Test
  void thereIsOneChecksumOfTheObject() {
    String id = client.create("x-amz-checksum-algorithm", "CRC32");
    Headers two = Headers.of("x-amz-checksum-crc32", TAIL_CRC32, "x-amz-checksum-sha1", TAIL_SHA1);

    assertInvalidRequest(
        client.complete(id, two, listed(1, "x")),
        "Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.");
  }

  private Answer completeTwoParts(String id, String algorithm) {
    String header = "x-amz-checksum-" + algorithm.toLowerCase(Locale.ROOT);
    Answer first = client.upload(id, 1, FULL_PART);
    Answer second = client.upload(id, 2, TAIL);
    Answer answer =
        client.complete(
            id,
            listed(1, first.header("ETag"), xml("Checksum" + algorithm, first.header(header))),
            listed(2, second.header("ETag"), xml("Checksum" + algorithm, second.header(header))));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }

  private static String xml(String element, String text) {
    return "<" + element + ">" + text + "</" + element + ">";
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] all = new byte[first.length + second.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  private static void assertInvalidRequest(Answer answer, String message) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo("<Error><Code>InvalidRequest</Code><Message>" + message + "</Message></Error>");
  }
}

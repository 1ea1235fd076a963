package dev.s3emulator.internal.operation.object;

import static dev.s3emulator.internal.operation.object.MultipartClient.FULL_PART;
import static dev.s3emulator.internal.operation.object.MultipartClient.listed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * GET and HEAD of the parts of a multipart object (protocol-notes 9, 11; recorded-answers 12, 13).
 */
class PartNumberTest {

  private static final byte[] TAIL = "tail".getBytes(UTF_8);
  private static final Headers SHOW = Headers.of("x-amz-checksum-mode", "ENABLED");

  private final MultipartClient client = new MultipartClient();

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD"})
  void partIsARangeOfTheObject(String method) {
    complete("CRC32");

    Answer first = client.s3.send(method, "/bucket/key?partNumber=1");
    Answer second = client.s3.send(method, "/bucket/key?partNumber=2");

    assertThat(first.status()).isEqualTo(206);
    assertThat(first.header("Content-Range")).isEqualTo("bytes 0-5242879/5242884");
    assertThat(first.header("x-amz-mp-parts-count")).isEqualTo("2");
    assertThat(second.status()).isEqualTo(206);
    assertThat(second.header("Content-Range")).isEqualTo("bytes 5242880-5242883/5242884");
    assertThat(second.header("x-amz-mp-parts-count")).isEqualTo("2");
    assertThat(second.header("ETag")).endsWith("-2\"");
    assertThat(second.response().body().length()).isEqualTo(4);
  }

  @Test
  void partsAreReadFromWhereTheyAre() {
    complete("CRC32");

    assertThat(client.s3.send("GET", "/bucket/key?partNumber=1").bytes()).isEqualTo(FULL_PART);
    assertThat(client.s3.send("GET", "/bucket/key?partNumber=2").bytes()).isEqualTo(TAIL);
    assertThat(
            client
                .s3
                .send("GET", "/bucket/key", Headers.of("Range", "bytes=5242878-5242881"))
                .text())
        .isEqualTo("aata");
  }

  @Test
  void countIsShownOnlyWithANumber() {
    complete("CRC32");

    assertThat(client.s3.send("GET", "/bucket/key").header("x-amz-mp-parts-count")).isNull();
  }

  @Test
  void partsAreCountedWithoutGaps() {
    String id = client.create();
    String first = client.uploaded(id, 5, FULL_PART);
    String second = client.uploaded(id, 9, TAIL);
    client.complete(id, first, second);

    assertThat(client.s3.send("GET", "/bucket/key?partNumber=2").text()).isEqualTo("tail");
  }

  @Test
  void numberBeyondTheLastPartIsRefused() {
    complete("CRC32");

    Answer answer = client.s3.send("GET", "/bucket/key?partNumber=3");

    assertThat(answer.status()).isEqualTo(416);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>InvalidPartNumber</Code><Message>The requested partnumber is not"
                + " satisfiable</Message><PartNumberRequested>3</PartNumberRequested>"
                + "<ActualPartCount>2</ActualPartCount></Error>");
  }

  @Test
  void objectInOnePieceHasNoCount() {
    client.s3.send("PUT", "/bucket/key", Headers.EMPTY, "hello");

    Answer answer = client.s3.send("GET", "/bucket/key?partNumber=1");

    assertThat(answer.status()).isEqualTo(206);
    assertThat(answer.header("Content-Range")).isEqualTo("bytes 0-4/5");
    assertThat(answer.header("x-amz-mp-parts-count")).isNull();
  }

  @Test
  void emptyPartIsAnsweredWhole() {
    String id = client.create();
    client.complete(id, client.uploaded(id, 1, ""));

    Answer answer = client.s3.send("GET", "/bucket/key?partNumber=1");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("x-amz-mp-parts-count")).isEqualTo("1");
    assertThat(answer.bytes()).isEmpty();
  }

  @Test
  void copyIsInOnePiece() {
    complete("SHA256");
    client.s3.send("PUT", "/bucket/copy", Headers.of("x-amz-copy-source", "bucket/key"));

    Answer copy = client.s3.send("GET", "/bucket/copy?partNumber=1", SHOW);

    assertThat(copy.header("x-amz-mp-parts-count")).isNull();
    assertThat(copy.header("ETag")).doesNotContain("-");
    assertThat(copy.header("x-amz-checksum-type")).isEqualTo("FULL_OBJECT");
    assertThat(copy.header("x-amz-checksum-sha256")).doesNotContain("-");
    assertThat(client.s3.send("GET", "/bucket/copy?partNumber=2").status()).isEqualTo(416);
  }

  @Test
  void wholeObjectShowsTheChecksumOfTheObject() {
    complete("CRC32");

    Answer answer = client.s3.send("GET", "/bucket/key", SHOW);

    assertThat(answer.header("x-amz-checksum-crc32"))
        .isEqualTo(Checksums.compositeCrc32(FULL_PART, TAIL) + "-2");
    assertThat(answer.header("x-amz-checksum-type")).isEqualTo("COMPOSITE");
  }

  @ParameterizedTest
  @CsvSource({"?partNumber=2, ''", "'', bytes=5242880-5242883"})
  void partOfACompositeChecksumShowsItsOwn(String query, String range) {
    complete("CRC32");

    Answer answer =
        client.s3.send(
            "GET",
            "/bucket/key" + query,
            range.isEmpty() ? SHOW : Headers.of("x-amz-checksum-mode", "ENABLED", "Range", range));

    assertThat(answer.status()).isEqualTo(206);
    assertThat(answer.header("x-amz-checksum-crc32")).isEqualTo(Checksums.crc32(TAIL));
    assertThat(answer.header("x-amz-checksum-type")).isEqualTo("COMPOSITE");
  }

  @ParameterizedTest
  @CsvSource({"CRC32, bytes=0-9", "CRC32, bytes=5242880-5242881", "CRC64NVME, bytes=0-5242879"})
  void otherRangesShowNone(String algorithm, String range) {
    complete(algorithm);

    Answer answer =
        client.s3.send(
            "GET", "/bucket/key", Headers.of("x-amz-checksum-mode", "ENABLED", "Range", range));

    assertThat(answer.header("x-amz-checksum-type")).isNull();
    assertThat(answer.header("x-amz-checksum-" + algorithm.toLowerCase(Locale.ROOT))).isNull();
  }

  private void complete(String algorithm) {
    String id = client.create("x-amz-checksum-algorithm", algorithm);
    String element = "Checksum" + algorithm;
    String header = "x-amz-checksum-" + algorithm.toLowerCase(Locale.ROOT);
    Answer first = client.upload(id, 1, FULL_PART);
    Answer second = client.upload(id, 2, TAIL);
    Answer answer =
        client.complete(
            id,
            listed(1, first.header("ETag"), xml(element, first.header(header))),
            listed(2, second.header("ETag"), xml(element, second.header(header))));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private static String xml(String element, String text) {
    return "<" + element + ">" + text + "</" + element + ">";
  }
}

package dev.s3emulator.internal.protocol.chunked;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.checksum.ChecksumAlgorithm;
import dev.s3emulator.internal.protocol.chunked.ChunkedFramingException.Kind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwsChunkedDecoderErrorsTest {
  private static final String CRC32 = "x-amz-checksum-crc32";
  private static final String CRC32_LINE = "x-amz-checksum-crc32:AAAAAA==\r\n";

  private static Decoding unsigned(long decodedLength) {
    return new Decoding(PayloadForm.UNSIGNED_TRAILER, "", decodedLength);
  }

  private static void assertKind(ChunkedFramingException failure, Kind kind, String message) {
    assertThat(failure).isNotNull().hasMessage(message);
    assertThat(failure.kind()).isEqualTo(kind);
  }

  @Test
  void shortChunkBeforeAnotherDataChunkIsReportedWithTheNumberOfTheOther() {
    ChunkedFramingException failure = unsigned(5).failure("3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");

    assertKind(failure, Kind.INVALID_CHUNK_SIZE, "chunk 2 follows a chunk of only 3 bytes");
    assertThat(failure.chunk()).isEqualTo(2);
    assertThat(failure.badChunkSize()).isEqualTo(3);
  }

  @Test
  void shortChunkIsOneByteTooShort() {
    String start = "2000\r\n" + "a".repeat(8192) + "\r\n1fff\r\n" + "a".repeat(8191) + "\r\n";

    ChunkedFramingException failure = unsigned(20_000).failure(start + "1\r\n");

    assertKind(failure, Kind.INVALID_CHUNK_SIZE, "chunk 3 follows a chunk of only 8191 bytes");
  }

  @Test
  void shortSignedChunkIsReportedToo() {
    ChunkedFramingException failure =
        new Decoding(PayloadForm.SIGNED, "", 2)
            .failure("1;chunk-signature=s\r\na\r\n1;chunk-signature=s\r\n");

    assertKind(failure, Kind.INVALID_CHUNK_SIZE, "chunk 2 follows a chunk of only 1 bytes");
  }

  @Test
  void shortChunkGoesBeforeTheDecodedLength() {
    assertThat(unsigned(3).failure("3\r\nabc\r\n2\r\n").kind()).isEqualTo(Kind.INVALID_CHUNK_SIZE);
  }

  @ParameterizedTest
  @CsvSource({
    "4, more data than the decoded content length 4",
    "0, more data than the decoded content length 0",
    "6, 5 bytes instead of 6",
  })
  void dataMustHaveTheDecodedContentLength(long decodedLength, String message) {
    ChunkedFramingException failure = unsigned(decodedLength).failure("5\r\nhello\r\n0\r\n\r\n");

    assertKind(failure, Kind.INCOMPLETE_BODY, message);
  }

  @Test
  void sizeOfAChunkIsComparedWithoutOverflow() {
    ChunkedFramingException failure =
        unsigned(8193).failure("2000\r\n" + "a".repeat(8192) + "\r\n7fffffffffffffff\r\n");

    assertThat(failure.kind()).isEqualTo(Kind.INCOMPLETE_BODY);
  }

  @ParameterizedTest
  @CsvSource({
    "'', a chunk header without a size",
    ";a=b, a chunk header without a size",
    "g, a chunk size that is not hexadecimal",
    "0x5, a chunk size that is not hexadecimal",
    "-5, a chunk size that is not hexadecimal",
    "+5, a chunk size that is not hexadecimal",
    "' 5', a chunk size that is not hexadecimal",
    "'5 ', a chunk size that is not hexadecimal",
    "é, a chunk size that is not hexadecimal",
    "8000000000000000, a chunk size beyond 63 bits",
    "10000000000000000, a chunk size beyond 63 bits",
  })
  void chunkHeaderMustBeAHexadecimalSize(String header, String message) {
    assertKind(
        unsigned(5).failure(header + "\r\nhello\r\n0\r\n\r\n"), Kind.MALFORMED_FRAMING, message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "5;", "5;a=b", "5;chunk-signature", "5;chunk-signature="})
  void signedChunkMustHaveASignature(String header) {
    assertKind(
        new Decoding(PayloadForm.SIGNED, "", 5).failure(header + "\r\nhello\r\n"),
        Kind.MALFORMED_FRAMING,
        "a signed chunk without chunk-signature");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello!\r\n", "hello\n", "hello\r\r\n", "hello0\r\n\r\n"})
  void dataMustBeFollowedByCrlf(String data) {
    assertKind(
        unsigned(5).failure("5\r\n" + data + "0\r\n\r\n"),
        Kind.MALFORMED_FRAMING,
        "no CRLF after the data of chunk 1");
  }

  @Test
  void chunkHeaderMustEndInCrlf() {
    assertKind(
        unsigned(5).failure("5\nhello\r\n"),
        Kind.MALFORMED_FRAMING,
        "a chunk header that ends in LF without CR");
    assertKind(
        unsigned(5).failure("5\rhello\r\n"),
        Kind.MALFORMED_FRAMING,
        "a carriage return without a line feed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "0\r\n\r\n", "x"})
  void nothingMayFollowTheEnd(String rest) {
    assertKind(
        unsigned(0).failure("0\r\n\r\n" + rest),
        Kind.MALFORMED_FRAMING,
        "data after the end of the body");
  }

  @Test
  void linesAreBounded() {
    assertThat(unsigned(0).feed("0;" + "x".repeat(1020) + "\r\n\r\n").finish().data()).isEmpty();
    assertKind(
        unsigned(0).failure("0;" + "x".repeat(1021) + "\r\n\r\n"),
        Kind.MALFORMED_FRAMING,
        "a line is longer than 1024 bytes");
    assertThat(unsigned(0).failure("0".repeat(1024)).kind()).isEqualTo(Kind.MALFORMED_FRAMING);
  }

  @Test
  void trailerSectionIsBounded() {
    List<String> names =
        Stream.of(ChecksumAlgorithm.values()).map(ChecksumAlgorithm::headerName).toList();
    StringBuilder body = new StringBuilder("0\r\n");
    for (String name : names) {
      body.append(name).append(':').append("v".repeat(950)).append("\r\n");
    }

    assertKind(
        new Decoding(PayloadForm.UNSIGNED_TRAILER, String.join(",", names), 0)
            .failure(body + "\r\n"),
        Kind.MALFORMED_FRAMING,
        "the trailers are longer than 8192 bytes");
  }

  @Test
  void announcedTrailerMustBePresent() {
    assertKind(
        new Decoding(PayloadForm.UNSIGNED_TRAILER, CRC32 + ",x-amz-checksum-sha1", 0)
            .failure("0\r\n" + CRC32_LINE + "\r\n"),
        Kind.MALFORMED_TRAILER,
        "trailer x-amz-checksum-sha1 was announced but is absent");
  }

  @Test
  void announcedTrailerCannotBePresentInAFormWithoutTrailers() {
    assertThat(
            new Decoding(PayloadForm.SIGNED, CRC32, 0)
                .failure("0;chunk-signature=s\r\n" + CRC32_LINE + "\r\n")
                .kind())
        .isEqualTo(Kind.MALFORMED_TRAILER);
    assertThat(
            new Decoding(PayloadForm.SIGNED, CRC32, 0)
                .failure("0;chunk-signature=s\r\n\r\n")
                .kind())
        .isEqualTo(Kind.MALFORMED_TRAILER);
  }

  @ParameterizedTest
  @CsvSource({
    "x-amz-checksum-crc32c:AAAAAA==, a trailer that was not announced",
    "x-amz-trailer-signature:t, a trailer that was not announced",
    ":AAAAAA==, a trailer that was not announced",
    "x-amz-checksum-crc32 :AAAAAA==, a trailer that was not announced",
    "x-amz-checksum-crc32, a trailer without a colon",
    "x-amz-checksum-crc32:AAAAAA==, trailer x-amz-checksum-crc32 appears twice",
  })
  void trailerMustBeAnnouncedAndWellFormed(String line, String message) {
    assertKind(
        new Decoding(PayloadForm.UNSIGNED_TRAILER, CRC32, 0)
            .failure("0\r\n" + CRC32_LINE + line + "\r\n\r\n"),
        Kind.MALFORMED_TRAILER,
        message);
  }

  @ParameterizedTest
  @EnumSource(names = {"SIGNED_TRAILER", "SIGV4A_SIGNED_TRAILER"})
  void signedTrailersMustEndInOneSignature(PayloadForm form) {
    String start = "0;chunk-signature=s\r\n";
    String signature = "x-amz-trailer-signature:t\r\n";

    assertKind(
        new Decoding(form, CRC32, 0).failure(start + CRC32_LINE + "\r\n"),
        Kind.MALFORMED_TRAILER,
        "x-amz-trailer-signature is absent");
    assertKind(
        new Decoding(form, CRC32, 0).failure(start + signature + CRC32_LINE + "\r\n"),
        Kind.MALFORMED_TRAILER,
        "a trailer after the trailer signature");
    assertKind(
        new Decoding(form, CRC32, 0).failure(start + CRC32_LINE + signature + signature),
        Kind.MALFORMED_TRAILER,
        "a trailer after the trailer signature");
  }

  @Test
  void endOfInputInTheMiddleOfATrailerIsIncomplete() {
    assertThat(
            new Decoding(PayloadForm.UNSIGNED_TRAILER, CRC32, 0)
                .failure("0\r\nx-amz-checksum-crc32:AAAAAA==\n\r\nx")
                .kind())
        .isEqualTo(Kind.INCOMPLETE_BODY);
  }
}

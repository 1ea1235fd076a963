package dev.s3emulator.internal.operation.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checksums of objects in one piece (protocol-notes 9; recorded-answers 13, row by row). */
class ObjectChecksumTest {

  private static final String BODY = "hello world";

  private final InProcessS3 s3 = new InProcessS3();

  @BeforeEach
  void makeBucket() {
    s3.send("PUT", "/bucket");
  }

  @Test
  void crc64NvmeIsKeptWhereTheClientSendsNone() {
    assertThat(put().header("x-amz-checksum-crc64nvme")).isEqualTo("jSnVw/bqjr4=");
    assertThat(put().header("x-amz-checksum-type")).isEqualTo("FULL_OBJECT");
    assertShown("crc64nvme", "jSnVw/bqjr4=");
  }

  @ParameterizedTest
  @CsvSource({
    "CRC32, DUoRhQ==",
    "CRC32C, yZRlqg==",
    "CRC64NVME, jSnVw/bqjr4=",
    "SHA1, Kq5sNclPz7QV2+lfQIuc6R7oRu0=",
    "SHA256, uU0nuZNNPgilLlLX2n2r+sSE7+N6U4DukIj3rOLvzek=",
    "SHA512, MJ7MSJwS1utMxA9QyQLytNDtd+5RGnx6m808qG1M2G+YndNbxf9JlnDaNCVbRbDP2DDoH2Bdz33FVC6TrpzXbw==",
    "MD5, XrY7u+Ae7tCTyyK7j1rNww==",
    "XXHASH64, RatnNLIeaWg=",
    "XXHASH3, 1Eex6kDmmIs=",
    "XXHASH128, 340J6T+HSQCpm4d1zBW2xw=="
  })
  void everyAlgorithmIsCheckedKeptAndShown(String algorithm, String value) {
    String name = algorithm.toLowerCase(Locale.ROOT);
    String header = "x-amz-checksum-" + name;

    Answer right = put(header, value, "x-amz-sdk-checksum-algorithm", algorithm);
    assertThat(right.status()).as(right.text()).isEqualTo(200);
    assertThat(right.header(header)).isEqualTo(value);
    assertThat(right.header("x-amz-checksum-type")).isEqualTo("FULL_OBJECT");
    assertShown(name, value);

    assertThat(putOther(header, value).xml())
        .isEqualTo(
            "<Error><Code>BadDigest</Code><Message>The "
                + algorithm
                + " you specified did not match the calculated checksum.</Message></Error>");
    assertInvalidRequest(put(header, "AAAA"), "Value for " + header + " header is invalid.");
    assertInvalidRequest(
        put(header, value.replace('=', '*')), "Value for " + header + " header is invalid.");
  }

  @ParameterizedTest
  @CsvSource({
    "CRC32, DUoRhQ==",
    "CRC64NVME, jSnVw/bqjr4=",
    "SHA256, uU0nuZNNPgilLlLX2n2r+sSE7+N6U4DukIj3rOLvzek=",
    "XXHASH128, 340J6T+HSQCpm4d1zBW2xw=="
  })
  void trailerIsCheckedKeptAndShown(String algorithm, String value) {
    String name = algorithm.toLowerCase(Locale.ROOT);

    Answer right = putWithTrailer(algorithm, value);
    assertThat(right.status()).as(right.text()).isEqualTo(200);
    assertThat(right.header("x-amz-checksum-" + name)).isEqualTo(value);
    assertShown(name, value);

    assertThat(putWithTrailer(algorithm, (value.startsWith("A") ? "B" : "A") + value.substring(1)))
        .extracting(Answer::text)
        .asString()
        .contains("The " + algorithm + " you specified did not match the calculated checksum.");
    assertInvalidRequest(
        putWithTrailer(algorithm, "AAAA"),
        "Value for x-amz-checksum-" + name + " trailing header is invalid.");
  }

  @Test
  void thereIsOneChecksum() {
    assertInvalidRequest(
        put("x-amz-checksum-crc32", "DUoRhQ==", "x-amz-checksum-crc32c", "yZRlqg=="),
        "Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.");
  }

  @Test
  void unknownAlgorithmIsRefused() {
    assertInvalidRequest(
        put("x-amz-checksum-crc16", "AAA="),
        "The algorithm type you specified in x-amz-checksum- header is invalid.");
  }

  @ParameterizedTest
  @CsvSource({
    "CRC32C, x-amz-checksum-crc32, DUoRhQ==,"
        + " Value for x-amz-sdk-checksum-algorithm header is invalid.",
    "CRC32, x-amz-meta-a, b, 'x-amz-sdk-checksum-algorithm specified, but no corresponding"
        + " x-amz-checksum-* or x-amz-trailer headers were found.'"
  })
  void algorithmOfTheSdkIsThatOfTheChecksum(
      String algorithm, String header, String value, String message) {
    assertInvalidRequest(put("x-amz-sdk-checksum-algorithm", algorithm, header, value), message);
  }

  @Test
  void md5IsCheckedToo() {
    assertThat(put("Content-MD5", "XrY7u+Ae7tCTyyK7j1rNww==").status()).isEqualTo(200);
    assertThat(put("Content-MD5", "hello").xml())
        .isEqualTo(
            "<Error><Code>InvalidDigest</Code><Message>The Content-MD5 you specified was invalid."
                + "</Message><Content-MD5>hello</Content-MD5></Error>");
    assertThat(put("Content-MD5", "1B2M2Y8AsgTpgAmY7PhCfg==").xml())
        .isEqualTo(
            "<Error><Code>BadDigest</Code><Message>The Content-MD5 you specified did not match what"
                + " we received.</Message><CalculatedDigest>XrY7u+Ae7tCTyyK7j1rNww=="
                + "</CalculatedDigest><ExpectedDigest>d41d8cd98f00b204e9800998ecf8427e"
                + "</ExpectedDigest></Error>");
  }

  @ParameterizedTest
  @CsvSource({"bytes=0-100, true", "bytes=-11, true", "bytes=0-, true", "bytes=0-4, false"})
  void rangeOfTheWholeObjectShowsItsChecksum(String range, boolean shown) {
    put();

    Answer answer =
        s3.send("GET", "/bucket/key", Headers.of("Range", range, "x-amz-checksum-mode", "ENABLED"));

    assertThat(answer.status()).isEqualTo(206);
    assertThat(answer.header("x-amz-checksum-crc64nvme")).isEqualTo(shown ? "jSnVw/bqjr4=" : null);
  }

  @Test
  void modeIsEnabledOrAbsent() {
    put();

    assertThat(s3.send("GET", "/bucket/key").header("x-amz-checksum-crc64nvme")).isNull();
    assertInvalidRequest(
        s3.send("GET", "/bucket/key", Headers.of("x-amz-checksum-mode", "DISABLED")),
        "Value for x-amz-checksum-mode header is invalid.");
  }

  @ParameterizedTest
  @CsvSource({"'', CRC32, DUoRhQ==", "SHA1, SHA1, Kq5sNclPz7QV2+lfQIuc6R7oRu0="})
  void copyKeepsTheAlgorithmUnlessAnotherIsNamed(String asked, String kept, String value) {
    put("x-amz-checksum-crc32", "DUoRhQ==");
    Headers headers =
        asked.isEmpty()
            ? Headers.of("x-amz-copy-source", "bucket/key")
            : Headers.of("x-amz-copy-source", "bucket/key", "x-amz-checksum-algorithm", asked);

    Answer copy = s3.send("PUT", "/bucket/copy", headers);

    assertThat(copy.text())
        .contains(
            "<ChecksumType>FULL_OBJECT</ChecksumType><Checksum"
                + kept
                + ">"
                + value
                + "</Checksum"
                + kept
                + ">");
  }

  private Answer put(String... headers) {
    return s3.send("PUT", "/bucket/key", Headers.of(headers), BODY);
  }

  private Answer putOther(String... headers) {
    return s3.send("PUT", "/bucket/key", Headers.of(headers), "hello word");
  }

  private Answer putWithTrailer(String algorithm, String value) {
    String trailer = "x-amz-checksum-" + algorithm.toLowerCase(Locale.ROOT);
    Headers headers =
        Headers.of(
            "x-amz-content-sha256",
            "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
            "x-amz-decoded-content-length",
            "11",
            "x-amz-sdk-checksum-algorithm",
            algorithm,
            "x-amz-trailer",
            trailer);
    return s3.send(
        "PUT",
        "/bucket/key",
        headers,
        "b\r\n" + BODY + "\r\n0\r\n" + trailer + ":" + value + "\r\n\r\n");
  }

  private void assertShown(String name, String value) {
    for (String method : new String[] {"GET", "HEAD"}) {
      Answer answer = s3.send(method, "/bucket/key", Headers.of("x-amz-checksum-mode", "enabled"));
      assertThat(answer.header("x-amz-checksum-" + name)).isEqualTo(value);
      assertThat(answer.header("x-amz-checksum-type")).isEqualTo("FULL_OBJECT");
    }
  }

  private static void assertInvalidRequest(Answer answer, String message) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo("<Error><Code>InvalidRequest</Code><Message>" + message + "</Message></Error>");
  }
}

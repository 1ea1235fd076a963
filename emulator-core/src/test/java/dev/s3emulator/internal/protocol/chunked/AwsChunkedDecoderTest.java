package dev.s3emulator.internal.protocol.chunked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwsChunkedDecoderTest {
  private static final String CRC32 = "x-amz-checksum-crc32";
  private static final String TRAILER_SIGNATURE = "x-amz-trailer-signature:";
  private static final String LARGE = "b".repeat(8192);

  /** A body with what it must decode to. */
  private record Body(
      PayloadForm form, String announced, String text, String data, List<String> events) {
    Decoding decoding() {
      return new Decoding(form, announced, data.length());
    }

    @Override
    public String toString() {
      return form + " of " + data.length();
    }
  }

  static List<Body> bodies() {
    return List.of(
        new Body(
            PayloadForm.UNSIGNED_TRAILER,
            CRC32,
            "5\r\nhello\r\n0\r\nx-amz-checksum-crc32:NhCmhg==\r\n\r\n",
            "hello",
            List.of(
                "1 starts: 5 null",
                "1 ends: 5",
                "2 starts: 0 null",
                "2 ends: 0",
                "trailers: {x-amz-checksum-crc32=NhCmhg==} null")),
        new Body(
            PayloadForm.SIGNED,
            "",
            "2000;chunk-signature=s1\r\n"
                + LARGE
                + "\r\n3;chunk-signature=s2\r\n\r\n\n\r\n"
                + "0;chunk-signature=s3\r\n\r\n",
            LARGE + "\r\n\n",
            List.of(
                "1 starts: 8192 s1",
                "1 ends: 8192",
                "2 starts: 3 s2",
                "2 ends: 3",
                "3 starts: 0 s3",
                "3 ends: 0")),
        new Body(
            PayloadForm.SIGV4A_SIGNED_TRAILER,
            CRC32,
            "A;chunk-signature=s1**\r\n0123456789\r\n0;chunk-signature=s2**\r\n"
                + ("X-Amz-Checksum-CRC32: pihNsg== \r\n" + TRAILER_SIGNATURE + "t**\r\n\r\n"),
            "0123456789",
            List.of(
                "1 starts: 10 s1**",
                "1 ends: 10",
                "2 starts: 0 s2**",
                "2 ends: 0",
                "trailers: {x-amz-checksum-crc32=pihNsg==} t**")),
        new Body(
            PayloadForm.UNSIGNED_TRAILER,
            "",
            "0\r\n\r\n",
            "",
            List.of("1 starts: 0 null", "1 ends: 0", "trailers: {} null")));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void decodesAWholeBody(Body body) {
    Decoding decoding = body.decoding().feed(body.text()).finish();

    assertThat(decoding.data()).isEqualTo(body.data());
    assertThat(decoding.events()).isEqualTo(body.events());
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void decodesABodyByteByByte(Body body) {
    Decoding decoding = body.decoding().feedByteByByte(Decoding.bytes(body.text())).finish();

    assertThat(decoding.data()).isEqualTo(body.data());
    assertThat(decoding.events()).isEqualTo(body.events());
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void decodesABodySplitAnywhere(Body body) {
    byte[] bytes = Decoding.bytes(body.text());
    for (int split = 0; split <= bytes.length; split++) {
      Decoding decoding =
          body.decoding()
              .feed(ByteBuffer.wrap(bytes, 0, split))
              .feed(ByteBuffer.wrap(bytes, split, bytes.length - split))
              .finish();

      assertThat(decoding.data().equals(body.data())).as("data, split at %d", split).isTrue();
      assertThat(decoding.events()).as("split at %d", split).isEqualTo(body.events());
    }
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void noPrefixOfABodyIsComplete(Body body) {
    byte[] bytes = Decoding.bytes(body.text());
    for (int length = 0; length < bytes.length; length++) {
      Decoding decoding = body.decoding().feed(Arrays.copyOf(bytes, length));
      ChunkedFramingException failure =
          catchThrowableOfType(ChunkedFramingException.class, decoding::finish);

      assertThat(failure).hasMessageStartingWith("the body ends in chunk ");
      assertThat(failure.kind()).isEqualTo(ChunkedFramingException.Kind.INCOMPLETE_BODY);
    }
  }

  @Test
  void dataIsHandedOutAsSlicesOfTheInput() {
    byte[] input = Decoding.bytes("5\r\nhello\r\n0\r\n\r\n");
    ByteBuffer in = ByteBuffer.wrap(input);
    List<ByteBuffer> slices = new ArrayList<>();

    AwsChunkedDecoder decoder =
        new AwsChunkedDecoder(
            PayloadForm.UNSIGNED_TRAILER, TrailerNames.NONE, 5, ChunkListener.NONE);
    decoder.decode(in, slices::add);
    decoder.finish();

    assertThat(in.hasRemaining()).isFalse();
    assertThat(slices).hasSize(1);
    assertThat(slices.get(0).array()).isSameAs(input);
    assertThat(slices.get(0).arrayOffset()).isEqualTo(3);
    assertThat(slices.get(0).remaining()).isEqualTo(5);
  }

  @Test
  void decodesDirectAndReadOnlyInput() {
    byte[] input = Decoding.bytes("5\r\nhello\r\n0\r\n\r\n");
    ByteBuffer direct = ByteBuffer.allocateDirect(input.length).put(input).flip();

    for (ByteBuffer in : List.of(direct, ByteBuffer.wrap(input).asReadOnlyBuffer())) {
      Decoding decoding = new Decoding(PayloadForm.UNSIGNED_TRAILER, "", 5).feed(in).finish();

      assertThat(decoding.data()).isEqualTo("hello");
    }
  }

  /** The example of AWS: 66560 times {@code a}, signed. */
  @Test
  void decodesTheSignedExampleOfAws() {
    String first = "ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648";
    String second = "0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497";
    String last = "b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9";
    String body = exampleChunks(first, second, last) + "\r\n";

    Decoding decoding = new Decoding(PayloadForm.SIGNED, "", 66560).feed(body).finish();

    // AWS prints this length as the Content-Length of the request.
    assertThat(body).hasSize(66824);
    assertThat(decoding.data()).isEqualTo("a".repeat(66560));
    assertThat(decoding.trailers()).isEmpty();
    assertThat(decoding.events())
        .containsExactly(
            "1 starts: 65536 " + first,
            "1 ends: 65536",
            "2 starts: 1024 " + second,
            "2 ends: 1024",
            "3 starts: 0 " + last,
            "3 ends: 0");
  }

  /** The example of AWS: 66560 times {@code a}, signed, with a trailer. */
  @Test
  void decodesTheSignedExampleOfAwsWithATrailer() {
    String first = "b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2";
    String second = "1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7";
    String last = "2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992";
    String trailer = "d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435";
    String body =
        exampleChunks(first, second, last)
            + ("x-amz-checksum-crc32c:sOO8/Q==\r\nx-amz-trailer-signature:" + trailer)
            + "\r\n\r\n";

    Decoding decoding =
        new Decoding(PayloadForm.SIGNED_TRAILER, "x-amz-checksum-crc32c", 66560)
            .feed(body)
            .finish();

    assertThat(decoding.data()).isEqualTo("a".repeat(66560));
    assertThat(decoding.trailers()).containsExactly(entry("x-amz-checksum-crc32c", "sOO8/Q=="));
    assertThat(decoding.events())
        .contains("1 starts: 65536 " + first, "2 starts: 1024 " + second, "3 starts: 0 " + last)
        .endsWith("trailers: {x-amz-checksum-crc32c=sOO8/Q==} " + trailer);
  }

  private static String exampleChunks(String first, String second, String last) {
    return ("10000;chunk-signature=" + first + "\r\n" + "a".repeat(65536) + "\r\n")
        + ("400;chunk-signature=" + second + "\r\n" + "a".repeat(1024) + "\r\n")
        + ("0;chunk-signature=" + last + "\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "0005", "5;", "5;a=b", "5;chunk-signature=ignored"})
  void unsignedChunkMayHaveLeadingZerosAndExtensions(String header) {
    Decoding decoding =
        new Decoding(PayloadForm.UNSIGNED_TRAILER, "", 5)
            .feed(header + "\r\nhello\r\n0\r\n\r\n")
            .finish();

    assertThat(decoding.data()).isEqualTo("hello");
    assertThat(decoding.events()).contains("1 starts: 5 null");
  }

  @Test
  void signatureMayStandBehindOtherExtensions() {
    Decoding decoding =
        new Decoding(PayloadForm.SIGNED, "", 0).feed("0;a=b;chunk-signature=s\r\n\r\n").finish();

    assertThat(decoding.events()).contains("1 starts: 0 s");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n\r\n", "\n\r\n", "\n\n", "\n\r\n\r\n"})
  void trailerLineMayEndInLineFeed(String lineBreaks) {
    String body = "0\r\nx-amz-checksum-crc32:AAAAAA==" + lineBreaks;

    Decoding decoding =
        new Decoding(PayloadForm.UNSIGNED_TRAILER, CRC32, 0)
            .feedByteByByte(Decoding.bytes(body))
            .finish();

    assertThat(decoding.trailers()).containsExactly(entry(CRC32, "AAAAAA=="));
    assertThat(decoding.events()).endsWith("trailers: {x-amz-checksum-crc32=AAAAAA==} null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\n", "\n\r\n"})
  void trailerSignatureMayFollowALineFeed(String lineBreak) {
    String trailers = "x-amz-checksum-crc32:AAAAAA==" + lineBreak + TRAILER_SIGNATURE + "t";

    Decoding decoding =
        new Decoding(PayloadForm.SIGNED_TRAILER, CRC32, 0)
            .feed("0;chunk-signature=s\r\n" + trailers + "\r\n\r\n")
            .finish();

    assertThat(decoding.events()).endsWith("trailers: {x-amz-checksum-crc32=AAAAAA==} t");
  }

  @Test
  void trailersAreUnknownBeforeTheEnd() {
    Decoding decoding = new Decoding(PayloadForm.UNSIGNED_TRAILER, "", 0).feed("0\r\n");

    assertThatThrownBy(decoding::trailers)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the body has not ended; call finish() first");
  }
}

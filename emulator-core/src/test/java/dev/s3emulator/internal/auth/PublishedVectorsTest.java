package dev.s3emulator.internal.auth;

import static dev.s3emulator.internal.auth.Authenticating.changed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.chunked.ChunkListener;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** AWS's published examples of Signature Version 4 (protocol-notes 1 to 3). */
class PublishedVectorsTest {

  private static final String HOST = "examplebucket.s3.amazonaws.com";
  private static final String E = Signer.EMPTY;
  private static final String DATE = "20130524T000000Z";

  private final Authenticating s3 = new Authenticating();

  static Stream<Arguments> requests() {
    return Stream.of(
        vector(
            "GET /test.txt with a range",
            "7344ae5b7ee6c3e7e6b0fe0640412a37625d1fbfff95c48bbb2dc43964946972",
            request(
                "GET",
                "/test.txt",
                "",
                "host;range;x-amz-content-sha256;x-amz-date",
                "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
                "Host",
                HOST,
                "Range",
                "bytes=0-9",
                "x-amz-content-sha256",
                E,
                "x-amz-date",
                DATE)),
        vector(
            "PUT /test$file.text",
            "9e0e90d9c76de8fa5b200d8c849cd5b8dc7a3be3951ddb7f6a76b4158342019d",
            request(
                "PUT",
                "/test$file.text",
                "",
                "date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class",
                "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd",
                "Host",
                HOST,
                "Date",
                "Fri, 24 May 2013 00:00:00 GMT",
                "x-amz-date",
                DATE,
                "x-amz-storage-class",
                "REDUCED_REDUNDANCY",
                "x-amz-content-sha256",
                Signer.sha256("Welcome to Amazon S3.".getBytes(UTF_8)))),
        vector(
            "GET ?lifecycle",
            "9766c798316ff2757b517bc739a67f6213b4ab36dd5da2f94eaebf79c77395ca",
            request(
                "GET",
                "/",
                "lifecycle",
                "host;x-amz-content-sha256;x-amz-date",
                "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543",
                "Host",
                HOST,
                "x-amz-content-sha256",
                E,
                "x-amz-date",
                DATE)),
        vector(
            "GET ?max-keys=2&prefix=J",
            "df57d21db20da04d7fa30298dd4488ba3a2b47ca3a489c74750e0f1e7df1b9b7",
            request(
                "GET",
                "/",
                "max-keys=2&prefix=J",
                "host;x-amz-content-sha256;x-amz-date",
                "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7",
                "Host",
                HOST,
                "x-amz-content-sha256",
                E,
                "x-amz-date",
                DATE)),
        vector(
            "presigned GET",
            "3bfa292879f6447bbcda7001decf97f4a54dc650c8942174ae0a9121cf58ad04",
            new RequestHead(
                "GET",
                "/test.txt",
                "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524"
                    + "%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z"
                    + "&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature="
                    + "aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404",
                Headers.of("Host", HOST),
                false,
                "127.0.0.1")),
        vector(
            "POST ?delete",
            "d3fe079bd5ab9d5bd092c2554b84aa349b2e5a9181d98f4815e5bd7808b7437a",
            request(
                "POST",
                "/examplebucket",
                "delete",
                "host;x-amz-checksum-crc32;x-amz-content-sha256;x-amz-date;"
                    + "x-amz-sdk-checksum-algorithm",
                "ec9e68e8359d1eabd2cc7e06a2c4878398f71875a6f6d380e14b6b559d4e3e1d",
                "Host",
                "s3.us-east-1.amazonaws.com",
                "x-amz-checksum-crc32",
                "PkhhAg==",
                "x-amz-sdk-checksum-algorithm",
                "CRC32",
                "x-amz-content-sha256",
                "14118ae9218565be452219e053af55ceb9fa09cfb3618c0defa989d44e4c03e7",
                "x-amz-date",
                DATE)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("requests")
  void publishedSignatureIsAccepted(String name, String canonicalHash, RequestHead head) {
    Authentication proved = s3.authenticate(head);
    assertThat(proved.caller().accessKeyId()).contains(Signer.ACCESS_KEY);
    assertThat(proved.version()).contains(SignatureVersion.V4);
    assertThat(proved.signedAt()).contains(Authenticating.SIGNED);
    assertThat(proved.chunks()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("requests")
  void wrongSignatureShowsTheCanonicalRequestOfTheVector(
      String name, String canonicalHash, RequestHead head) {
    S3Exception refusal = s3.refusal(withWrongSignature(head));
    Map<String, String> elements =
        refusal.elements().stream().collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    assertThat(elements.get("StringToSign"))
        .isEqualTo(
            "AWS4-HMAC-SHA256\n20130524T000000Z\n20130524/us-east-1/s3/aws4_request\n"
                + canonicalHash);
    assertThat(Signer.sha256(elements.get("CanonicalRequest").getBytes(UTF_8)))
        .isEqualTo(canonicalHash);
    assertThat(elements.get("SignatureProvided")).isEqualTo("0".repeat(64));
  }

  @Test
  void publishedChunksAreAccepted() {
    RequestHead head =
        request(
            "PUT",
            "/examplebucket/chunkObject.txt",
            "",
            "content-encoding;content-length;host;x-amz-content-sha256;x-amz-date;"
                + "x-amz-decoded-content-length;x-amz-storage-class",
            "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9",
            "Host",
            "s3.amazonaws.com",
            "x-amz-date",
            DATE,
            "x-amz-storage-class",
            "REDUCED_REDUNDANCY",
            "x-amz-content-sha256",
            "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
            "Content-Encoding",
            "aws-chunked",
            "x-amz-decoded-content-length",
            "66560",
            "Content-Length",
            "66824");
    ChunkListener chunks = s3.authenticate(head).chunks().orElseThrow();
    feed(
        chunks,
        "ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648",
        "0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497",
        "b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9");
  }

  @Test
  void publishedChunksAndTrailerAreAccepted() {
    RequestHead head =
        request(
            "PUT",
            "/examplebucket/chunkObject.txt",
            "",
            "content-encoding;host;x-amz-content-sha256;x-amz-date;"
                + "x-amz-decoded-content-length;x-amz-storage-class;x-amz-trailer",
            "106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e",
            "Host",
            "s3.amazonaws.com",
            "x-amz-date",
            DATE,
            "x-amz-storage-class",
            "REDUCED_REDUNDANCY",
            "x-amz-content-sha256",
            "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER",
            "Content-Encoding",
            "aws-chunked",
            "x-amz-decoded-content-length",
            "66560",
            "x-amz-trailer",
            "x-amz-checksum-crc32c");
    ChunkListener chunks = s3.authenticate(head).chunks().orElseThrow();
    feed(
        chunks,
        "b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2",
        "1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7",
        "2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992");
    chunks.trailersEnded(
        Map.of("x-amz-checksum-crc32c", "sOO8/Q=="),
        "d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435");
  }

  private static void feed(ChunkListener chunks, String... signatures) {
    int[] sizes = {65536, 1024, 0};
    for (int i = 0; i < sizes.length; i++) {
      byte[] data = new byte[sizes[i]];
      Arrays.fill(data, (byte) 'a');
      chunks.chunkStarted(i + 1, sizes[i], signatures[i]);
      for (int at = 0; at < data.length; at += 1000) {
        chunks.chunkData(ByteBuffer.wrap(data, at, Math.min(1000, data.length - at)));
      }
      chunks.chunkEnded(i + 1);
    }
  }

  private static Arguments vector(String name, String canonicalHash, RequestHead head) {
    return Arguments.of(name, canonicalHash, head);
  }

  private static RequestHead request(
      String method,
      String path,
      String query,
      String signedHeaders,
      String signature,
      String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.add("Authorization");
    all.add(
        "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
            + "SignedHeaders="
            + signedHeaders
            + ",Signature="
            + signature);
    return new RequestHead(
        method, path, query, Headers.of(all.toArray(String[]::new)), false, "127.0.0.1");
  }

  private static RequestHead withWrongSignature(RequestHead head) {
    String authorization = head.headers().first("Authorization");
    String wrong = "0".repeat(64);
    return authorization == null
        ? Authenticating.query(
            head, head.rawQuery().replaceFirst("(X-Amz-Signature=).*", "$1" + wrong))
        : changed(
            head,
            "Authorization",
            authorization.replaceFirst("(Signature=)[0-9a-f]*$", "$1" + wrong));
  }
}

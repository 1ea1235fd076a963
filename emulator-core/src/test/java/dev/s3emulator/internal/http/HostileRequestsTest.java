package dev.s3emulator.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.http.RawConnection.Answer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server answers, byte for byte, to what no well-behaved client sends. */
class HostileRequestsTest {

  private static final String HOST = "Host: localhost\r\n";
  private static final String DELETE = "DELETE /b/k HTTP/1.1\r\n" + HOST;
  private static final String CHUNKED = DELETE + "Transfer-Encoding: chunked\r\n\r\n";

  private static final String BAD_REQUEST = "BadRequest";
  private static final String PARSING = "An error occurred when parsing the HTTP request.";
  private static final String INVALID_URI = "InvalidURI";
  private static final String URI_TEXT = "Couldn't parse the specified URI.";

  private static WireServer server;

  @BeforeAll
  static void start() {
    server = new WireServer();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<Arguments> notHttp() {
    return Stream.of(
        row("no method", "\r\n\r\n"),
        row("no target", "nonsense\r\n\r\n"),
        row("no version", "GET /b/k\r\n" + HOST + "\r\n"),
        row("unknown version", "GET /b/k HTTP/2.0\r\n" + HOST + "\r\n"),
        row("another protocol", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000"),
        row("bare LF in the request line", "GET /b/k HTTP/1.1\n" + HOST + "\r\n"),
        row("bare LF between headers", "GET /b/k HTTP/1.1\r\nHost: h\nX: y\r\n\r\n"),
        row("bare CR in a header", "GET /b/k HTTP/1.1\r\nHost: h\rX: y\r\n\r\n"),
        row("NUL in a header", "GET /b/k HTTP/1.1\r\nHost: h\r\nX: a\u0000b\r\n\r\n"),
        row("blank before the colon", DELETE + "Content-Length : 0\r\n\r\n"),
        row("header without colon", DELETE + "Content-Length\r\n\r\n"),
        row("folded first header", "GET /b/k HTTP/1.1\r\n " + HOST + "\r\n"),
        row("no host", "GET /b/k HTTP/1.1\r\n\r\n"),
        row("two hosts", "GET /b/k HTTP/1.1\r\n" + HOST + HOST + "\r\n"),
        row("port of the host", "GET /b/k HTTP/1.1\r\nHost: h:x\r\n\r\n"),
        row("broken IPv6 host", "GET /b/k HTTP/1.1\r\nHost: [::1\r\n\r\n"),
        row("blank in the host", "GET /b/k HTTP/1.1\r\nHost: a b\r\n\r\n"),
        row("negative length", DELETE + "Content-Length: -1\r\n\r\n"),
        row("signed length", DELETE + "Content-Length: +1\r\n\r\na"),
        row("hexadecimal length", DELETE + "Content-Length: 0x1\r\n\r\na"),
        row("empty length", DELETE + "Content-Length:\r\n\r\n"),
        row("list of lengths", DELETE + "Content-Length: 1, 1\r\n\r\na"),
        row("two lengths", DELETE + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab"),
        row("the same length twice", DELETE + "Content-Length: 1\r\nContent-Length: 1\r\n\r\na"),
        row(
            "length that is 0 modulo 2^64",
            DELETE + "Content-Length: 18446744073709551616\r\n\r\n"),
        row(
            "length that is 1 modulo 2^64",
            DELETE + "Content-Length: 18446744073709551617\r\n\r\na"),
        row("length beyond 63 bits", DELETE + "Content-Length: 9223372036854775808\r\n\r\n"),
        row("folded length", DELETE + "Content-Length: 1\r\n 0\r\n\r\na"),
        row(
            "length and coding",
            DELETE + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
        row("two codings", DELETE + twice("Transfer-Encoding: chunked\r\n") + "\r\n0\r\n\r\n"),
        row("list of codings", DELETE + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n"),
        row("compressed", DELETE + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"),
        row("identity", DELETE + "Transfer-Encoding: identity\r\n\r\n"),
        row("unknown coding", DELETE + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"),
        row("empty coding", DELETE + "Transfer-Encoding:\r\n\r\n0\r\n\r\n"),
        row(
            "coding in HTTP/1.0",
            "DELETE /b/k HTTP/1.0\r\n" + HOST + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
        row("chunk size that is no number", CHUNKED + "xyz\r\n\r\n"),
        row("no chunk size", CHUNKED + "\r\n\r\n"),
        row("chunk size with sign", CHUNKED + "+1\r\na\r\n0\r\n\r\n"),
        row("chunk size with 0x", CHUNKED + "0x1\r\na\r\n0\r\n\r\n"),
        row("blank before the chunk size", CHUNKED + " 1\r\na\r\n0\r\n\r\n"),
        row("huge chunk", CHUNKED + "FFFFFFFFFFFFFFFFF\r\n"),
        row("chunk size that is 0 modulo 2^64", CHUNKED + "10000000000000000\r\n\r\n"),
        row("bare LF behind a chunk size", CHUNKED + "1\na\r\n0\r\n\r\n"),
        row("bare LF behind an extension", CHUNKED + "1;x\na\r\n0\r\n\r\n"),
        row("endless extension", CHUNKED + "1;" + "x".repeat(9000)),
        row("chunk longer than its size", CHUNKED + "1\r\nab\r\n0\r\n\r\n"),
        row("bare LF behind a chunk", CHUNKED + "1\r\na\n0\r\n\r\n"),
        row("trailer that is none", CHUNKED + "0\r\nGET / HTTP/1.1\r\n\r\n"),
        row("bare LF behind a trailer", CHUNKED + "0\r\na: b\n\r\n"),
        row("endless trailers", CHUNKED + "0\r\n" + "a: b\r\n".repeat(2000)),
        row("bare LF behind the last chunk", CHUNKED + "0\r\n\n"));
  }

  private static Arguments row(String what, String request) {
    return Arguments.of(what, request);
  }

  private static String twice(String line) {
    return line + line;
  }

  /** The pipelined request behind shows that nothing is taken for a second request. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("notHttp")
  void whatIsNotHttpIsRefusedAndTheConnectionCloses(String what, String request) throws Exception {
    try (RawConnection client = server.connect()) {
      Answer answer = client.send(request + "PUT /smuggled HTTP/1.1\r\n" + HOST + "\r\n").read();
      assertThat(answer.status()).isEqualTo(400);
      assertDocument(answer, BAD_REQUEST, PARSING);
      assertThat(answer.header("connection")).isEqualTo("close");
      assertThat(client.isAtEnd()).isTrue();
    }
    assertThat(server.requests()).noneMatch(request0 -> request0.path().contains("smuggled"));
  }

  @ParameterizedTest
  @MethodSource("brokenTargets")
  void brokenTargetIsAnInvalidUri(String target) throws Exception {
    try (RawConnection client = server.connect()) {
      Answer answer = client.send("GET " + target + " HTTP/1.1\r\n" + HOST + "\r\n").read();
      assertThat(answer.status()).isEqualTo(400);
      assertDocument(answer, INVALID_URI, URI_TEXT);
      assertThat(answer.text()).contains("<URI>" + target.replace("&", "&amp;") + "</URI>");
      assertThat(client.isAtEnd()).isTrue();
    }
  }

  static Stream<String> brokenTargets() {
    return Stream.of(
        "/b/%", "/b/%z", "/b/%zz", "/b/%1", "/b/a%2", "/b/a[b", "/b/a]b", "/b?a[]=1", "/b?x=%zz&y");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/b/k\r\nX:",
        "/b/k\nX:",
        "/b/a\tb",
        "/b/\u0000",
        "/b/\u007f",
        "/b?a\r\nX:",
        "/b?a=\n"
      })
  void controlCharacterInTheTargetIsAnInvalidUri(String target) throws Exception {
    try (RawConnection client = server.connect()) {
      Answer answer = client.send("GET " + target + " HTTP/1.1\r\n" + HOST + "\r\n").read();
      assertThat(answer.status()).isEqualTo(400);
      assertDocument(answer, INVALID_URI, URI_TEXT);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Transfer-Encoding: Chunked\r\n\r\n1;a=\"b\";c\r\na\r\n0 ;x\r\nT: v\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n00001\r\na\r\n000\r\n\r\n",
        "Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n",
        "Content-Length: 000000000000000001\r\n\r\na",
        "X: folded\r\n\tvalue\r\n\r\n",
        "x: " + "\u00e9",
        "Expect: 101-continue\r\n\r\n"
      })
  void oddButUnmistakableRequestsAreAnsweredAndTheConnectionIsKept(String rest) throws Exception {
    String request = DELETE + (rest.contains("\r\n\r\n") ? rest : rest + "\r\n\r\n");
    try (RawConnection client = server.connect()) {
      for (int i = 0; i < 3; i++) {
        assertThat(client.send(request).read().status()).isEqualTo(204);
      }
    }
  }

  @Test
  void endlessHeadIsRefusedAsTooLarge() throws Exception {
    try (RawConnection client = server.connect()) {
      client.send(DELETE + "x: ").send("v".repeat(2 << 20));
      Answer answer = client.read();
      assertThat(answer.status()).isEqualTo(400);
      assertDocument(
          answer,
          "RequestHeaderSectionTooLarge",
          "Your request header section exceeds the maximum allowed size.");
      assertThat(answer.text()).contains("<MaxSizeAllowed>8192</MaxSizeAllowed>");
    }
  }

  @Test
  void tooManyHeadersAreRefusedAsTooLarge() throws Exception {
    try (RawConnection client = server.connect()) {
      StringBuilder head = new StringBuilder(DELETE);
      for (int i = 0; i < 20_000; i++) {
        head.append('x').append(i).append(": y\r\n");
      }
      Answer answer = client.send(head + "\r\n").read();
      assertThat(answer.text()).contains("<Code>RequestHeaderSectionTooLarge</Code>");
    }
  }

  /** Behind a request that Undertow served without reading from the socket in between. */
  @Test
  void pipelinedNonsenseIsRefusedBehindTheAnswersBeforeIt() throws Exception {
    try (RawConnection client = server.connect()) {
      client.send(
          DELETE + "\r\n" + DELETE + "Content-Length: 1\r\n\r\na" + "GET /b/%zz HTTP/1.1\r\n");
      assertThat(client.read().status()).isEqualTo(204);
      assertThat(client.read().status()).isEqualTo(204);
      assertThat(client.read().status()).isEqualTo(400);
      assertThat(client.isAtEnd()).isTrue();
    }
  }

  @Test
  void headIsRefusedWithoutDocument() throws Exception {
    try (RawConnection client = server.connect()) {
      Answer answer = client.send("HEAD /b/%zz HTTP/1.1\r\n" + HOST + "\r\n").readHead();
      assertThat(answer.status()).isEqualTo(400);
      assertThat(client.isAtEnd()).isTrue();
    }
  }

  @Test
  void clientThatStillSendsSeesTheRefusal() throws Exception {
    try (RawConnection client = server.connect()) {
      client.send("PUT /b/%zz HTTP/1.1\r\n" + HOST + "Content-Length: 5000000\r\n\r\n");
      client.send(new byte[5_000_000]);
      assertDocument(client.read(), INVALID_URI, URI_TEXT);
    }
  }

  @Test
  void clientThatExpectsAnAnswerIsNotToldToContinue() throws Exception {
    String expecting = HOST + "Expect: 100-continue\r\n";
    try (RawConnection client = server.connect()) {
      client.send("PUT /b/%zz HTTP/1.1\r\n" + expecting + "Content-Length: 3\r\n\r\n");
      assertThat(client.read().status()).isEqualTo(400);
    }
    try (RawConnection client = server.connect()) {
      client.send("PUT /b/k HTTP/1.1\r\n" + expecting + "Transfer-Encoding: gzip\r\n\r\n");
      assertThat(client.read().status()).isEqualTo(400);
      assertThat(client.isAtEnd()).isTrue();
    }
  }

  @Test
  void whatWasRefusedStandsInTheJournal() throws Exception {
    try (RawConnection client = server.connect()) {
      client.send("GET /b/journal%zz?q HTTP/1.1\r\n" + HOST + "\r\n").read();
    }
    assertThat(server.requests())
        .filteredOn(request -> request.path().equals("/b/journal%zz?q"))
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request.method()).isEqualTo("GET");
              assertThat(request.errorCode()).contains(INVALID_URI);
            });
  }

  /** What an object holds must not be taken for an answer of the web server. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
        "HTTP/1.1 400 No Host Header\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
      })
  void objectThatLooksLikeARefusalIsSentAsItIs(String content) throws Exception {
    int length = 300_000;
    String padding = "x".repeat(128 * 1024 - content.length());
    String body = (content + padding).repeat(3).substring(0, length);
    try (RawConnection client = server.connect()) {
      client.send("PUT /b/refusal HTTP/1.1\r\n" + HOST + "Content-Length: " + length + "\r\n\r\n");
      assertThat(client.send(body).read().status()).isEqualTo(200);
      for (int i = 0; i < 3; i++) {
        Answer answer = client.send("GET /b/refusal HTTP/1.1\r\n" + HOST + "\r\n").read();
        assertThat(answer.text()).isEqualTo(body);
      }
    }
  }

  private static void assertDocument(Answer answer, String code, String message) {
    assertThat(answer.header("content-type")).isEqualTo("application/xml");
    assertThat(answer.header("server")).isEqualTo("AmazonS3");
    assertThat(answer.text())
        .startsWith(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>"
                + code
                + "</Code><Message>"
                + message
                + "</Message>")
        .endsWith("</HostId></Error>")
        .contains("<RequestId>" + answer.header("x-amz-request-id") + "</RequestId>");
  }
}

package dev.s3emulator.internal.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.protocol.RequestHead;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestHeadsTest {

  private static final BlockingQueue<RequestHead> HEADS = new ArrayBlockingQueue<>(10);
  private static UndertowTransport transport;

  @BeforeAll
  static void start() {
    transport =
        UndertowTransport.start(
            exchange -> {
              HEADS.add(RequestHeads.of(exchange));
              exchange.setStatusCode(204).endExchange();
            },
            "127.0.0.1",
            0);
  }

  @AfterAll
  static void stop() {
    transport.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "//",
        "/b/",
        "/b//",
        "//b/k",
        "/b//k",
        "/b/./k",
        "/b/../k",
        "/../../b",
        "/b/k/..",
        "/b/k/.",
        "/b/..;/k",
        "/b/a%2Fb",
        "/b/a%2fb",
        "/b/%2E%2E/k",
        "/b/%00",
        "/b/%25%32%46",
        "/b/a+b%20c",
        "/b/k;x=y",
        "/b/k;x=y/z;v=1,2;;w",
        "/b/;",
        "/b/k;",
        "/b/a=b&c:d@e!f$g'h(i)j*k,l~m",
        "/b/a\"b<c>d\\e^f`g{h|i}j",
        "/b/ö",
        "/b/日本/語",
        "/b/\uD83D\uDE00;\uD83D\uDE00",
        "/b/%F0%9F%98%80",
        "/b/a%C3%B6"
      })
  void pathArrivesByteForByte(String path) throws Exception {
    String sent = new String(path.getBytes(UTF_8), ISO_8859_1);
    assertThat(headOf("GET " + sent + " HTTP/1.1\r\nHost: h\r\n\r\n").rawPath()).isEqualTo(sent);
    assertThat(headOf("GET " + sent + "?q HTTP/1.1\r\nHost: h\r\n\r\n").rawPath()).isEqualTo(sent);
    assertThat(headOf("GET http://h:80" + sent + " HTTP/1.1\r\nHost: h\r\n\r\n").rawPath())
        .isEqualTo(sent);
  }

  /** Undertow decodes some of these; what arrives still decodes to the same key. */
  @ParameterizedTest
  @CsvSource({
    "/b/ö%2541%41, /b/ö%2541%41",
    "/b/%2541%41ö, /b/%2541Aö",
    "/b/%25é, /b/%25é",
    "/b/|%2Fx, /b/|%2Fx",
    "/b/%2Fx|, /b//x|"
  })
  void pathWithBothEscapesAndRawCharactersKeepsItsMeaning(String path, String arrives)
      throws Exception {
    String sent = new String(path.getBytes(UTF_8), ISO_8859_1);
    assertThat(headOf("GET " + sent + " HTTP/1.1\r\nHost: h\r\n\r\n").rawPath())
        .isEqualTo(new String(arrives.getBytes(UTF_8), ISO_8859_1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "versions",
        "delete=&versions",
        "a=%2F%41+b",
        "prefix=a/b?c",
        "&&=&a==b",
        "k=ö|%25",
        "versionId=null&versionId=x"
      })
  void queryArrivesByteForByte(String query) throws Exception {
    String sent = new String(query.getBytes(UTF_8), ISO_8859_1);
    assertThat(headOf("GET /b?" + sent + " HTTP/1.1\r\nHost: h\r\n\r\n").rawQuery())
        .isEqualTo(sent);
  }

  @Test
  void manyParametersArrive() throws Exception {
    String query = "a=1&".repeat(4000);
    assertThat(headOf("GET /b?" + query + " HTTP/1.1\r\nHost: h\r\n\r\n").rawQuery())
        .isEqualTo(query);
  }

  @ParameterizedTest
  @CsvSource({"http://h:80, /", "http://h, /", "http://h/, /", "http://[::1]:80/b/k, /b/k"})
  void absoluteFormIsReducedToItsPath(String target, String path) throws Exception {
    assertThat(headOf("GET " + target + " HTTP/1.1\r\nHost: h\r\n\r\n").rawPath()).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({
    "http://other/b, h, other",
    "http://other:80/b, h, other:80",
    "http://h:80/b, h, h",
    "http://H/b, h:80, h:80",
    "http://[::1]:80/b, [::1], [::1]",
    "http://other, h, other"
  })
  void hostOfAnAbsoluteTargetGoesBeforeAnotherOneInTheHeader(
      String target, String header, String host) throws Exception {
    RequestHead head = headOf("GET " + target + " HTTP/1.1\r\nHost: " + header + "\r\n\r\n");

    assertThat(head.headers().all("Host")).containsExactly(host);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET",
        "PUT",
        "POST",
        "DELETE",
        "HEAD",
        "OPTIONS",
        "PATCH",
        "TRACE",
        "PROPFIND",
        "get"
      })
  void everyMethodArrives(String method) throws Exception {
    assertThat(headOf(method + " /b HTTP/1.1\r\nHost: h\r\n\r\n").method()).isEqualTo(method);
  }

  @Test
  void headersArriveAsLatin1AndRepeatedOnesInOrder() throws Exception {
    RequestHead head =
        headOf(
            "GET / HTTP/1.1\r\nHost: h\r\nx-amz-meta-A:  \u00c3\u00b6  \r\nX-Twice: 1\r\n"
                + "x-empty:\r\nx-twice: 2\r\n\r\n");
    assertThat(head.headers().first("x-amz-meta-a")).isEqualTo("\u00c3\u00b6");
    assertThat(head.headers().all("x-twice")).containsExactly("1", "2");
    assertThat(head.headers().first("x-empty")).isEmpty();
    assertThat(head.secure()).isFalse();
    assertThat(head.remoteAddress()).isEqualTo("127.0.0.1");
  }

  @Test
  void headersFarAboveTheLimitOfS3StillArrive() throws Exception {
    RequestHead head =
        headOf("GET / HTTP/1.1\r\nHost: h\r\nx-long: " + "v".repeat(500_000) + "\r\n\r\n");
    assertThat(head.headers().first("x-long")).hasSize(500_000);
    StringBuilder many = new StringBuilder("GET / HTTP/1.1\r\nHost: h\r\n");
    for (int i = 0; i < 5000; i++) {
      many.append("x-").append(i).append(": v\r\n");
    }
    assertThat(headOf(many + "\r\n").headers().size()).isEqualTo(5001);
  }

  private static RequestHead headOf(String request) throws IOException, InterruptedException {
    try (RawConnection client = new RawConnection(transport.port())) {
      client.send(request);
      assertThat(client.readHead().status()).isEqualTo(204);
      RequestHead head = HEADS.poll(20, TimeUnit.SECONDS);
      assertThat(head).isNotNull();
      return head;
    }
  }
}

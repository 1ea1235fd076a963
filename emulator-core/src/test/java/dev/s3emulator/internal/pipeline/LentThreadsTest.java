package dev.s3emulator.internal.pipeline;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.testing.Form;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A transport lends threads to large uploads of all kinds; nothing but the speed changes. */
class LentThreadsTest {

  private static final String CRC = "x-amz-checksum-crc64nvme";
  private static final String TEXT = "0123456789abcdef".repeat(3 << 16);
  private static final byte[] CONTENT = TEXT.getBytes(ISO_8859_1);
  private static final String MD5 = InProcessS3.md5(CONTENT);
  private static final String ETAG =
      "\"" + HexFormat.of().formatHex(Base64.getDecoder().decode(MD5)) + "\"";

  private final InProcessS3 s3 = new InProcessS3();
  private final AtomicInteger tasks = new AtomicInteger();
  private final Executor threads =
      task -> {
        tasks.incrementAndGet();
        task.run();
      };

  @BeforeEach
  void createBucket() {
    s3.send("PUT", "/alpha");
  }

  @Test
  void uploadIsDigestedByThem() {
    Answer answer = send("PUT", "/alpha/k", "", Headers.of("Content-MD5", MD5), CONTENT);

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.header("ETag")).isEqualTo(ETAG);
    assertThat(tasks).hasPositiveValue();
    assertThat(s3.send("GET", "/alpha/k").bytes()).isEqualTo(CONTENT);
  }

  @Test
  void uploadHasTheSameChecksumWithAndWithoutThem() {
    String lent = send("PUT", "/alpha/k", "", Headers.EMPTY, CONTENT).header(CRC);
    String own = s3.send("PUT", "/alpha/k", Headers.EMPTY, CONTENT).header(CRC);

    assertThat(lent).isNotNull().isEqualTo(own);
  }

  @Test
  void uploadInChunksIsDigestedByThem() {
    byte[] body =
        (Integer.toHexString(CONTENT.length) + "\r\n" + TEXT + "\r\n0\r\n\r\n")
            .getBytes(ISO_8859_1);
    Headers headers =
        Headers.of(
            "x-amz-content-sha256",
            "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
            "x-amz-decoded-content-length",
            Integer.toString(CONTENT.length));

    Answer answer = send("PUT", "/alpha/k", "", headers, body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.header("ETag")).isEqualTo(ETAG);
    assertThat(tasks).hasPositiveValue();
  }

  @Test
  void partIsDigestedByThem() {
    String document = s3.send("POST", "/alpha/k?uploads").text();
    String id = document.replaceAll("(?s).*<UploadId>(.*)</UploadId>.*", "$1");

    Answer answer = send("PUT", "/alpha/k", "partNumber=1&uploadId=" + id, Headers.EMPTY, CONTENT);

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.header("ETag")).isEqualTo(ETAG);
    assertThat(tasks).hasPositiveValue();
  }

  @Test
  void fileOfAFormIsDigestedByThem() {
    byte[] body = Form.signed("alpha", "{\"key\": \"k\"}").field("key", "k").file("f", TEXT).body();

    Answer answer = send("POST", "/alpha", "", Form.headers(), body);

    assertThat(answer.status()).as(answer.text()).isEqualTo(204);
    assertThat(answer.header("ETag")).isEqualTo(ETAG);
    assertThat(tasks).hasPositiveValue();
  }

  @Test
  void wrongDigestIsRefused() {
    String wrong = InProcessS3.md5(new byte[1]);

    Answer answer = send("PUT", "/alpha/k", "", Headers.of("Content-MD5", wrong), CONTENT);

    assertThat(answer.text())
        .contains("<Code>BadDigest</Code>", "<CalculatedDigest>" + MD5 + "</CalculatedDigest>");
    assertThat(s3.send("GET", "/alpha/k").status()).isEqualTo(404);
  }

  @Test
  void threadsThatComeLateToAnAbandonedUploadFindNothing() {
    AtomicInteger waiting = new AtomicInteger();
    Runnable[] task = new Runnable[1];
    RequestExchange exchange =
        begin(
            "PUT",
            "/alpha/k",
            "",
            Headers.EMPTY,
            CONTENT.length,
            late -> {
              waiting.incrementAndGet();
              task[0] = late;
            });
    exchange.receive(ByteBuffer.wrap(CONTENT, 0, CONTENT.length - 1));

    exchange.abandon();
    task[0].run();

    assertThat(waiting).hasValue(1);
    assertThat(s3.send("GET", "/alpha/k").status()).isEqualTo(404);
    assertThat(s3.journal().requests()).noneMatch(request -> request.failure().isPresent());
  }

  @Test
  void refusedRequestTakesNone() {
    RequestExchange exchange =
        begin("PUT", "/missing/k", "", Headers.EMPTY, CONTENT.length, threads);
    exchange.receive(ByteBuffer.wrap(CONTENT));

    assertThat(new Answer(exchange.complete()).status()).isEqualTo(404);
    assertThat(tasks).hasValue(0);
  }

  private Answer send(String method, String path, String query, Headers headers, byte[] body) {
    RequestExchange exchange = begin(method, path, query, headers, body.length, threads);
    for (int from = 0; from < body.length; from += 50_000) {
      exchange.receive(ByteBuffer.wrap(body, from, Math.min(50_000, body.length - from)));
    }
    return new Answer(exchange.complete());
  }

  private RequestExchange begin(
      String method, String path, String query, Headers headers, int length, Executor lent) {
    Headers all =
        Headers.builder()
            .addAll(headers)
            .add("Host", "127.0.0.1:9000")
            .add("Content-Length", Integer.toString(length))
            .build();
    RequestExchange exchange =
        s3.pipeline().begin(new RequestHead(method, path, query, all, false, "127.0.0.1"));
    exchange.lend(lent);
    return exchange;
  }
}

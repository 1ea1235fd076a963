package dev.s3emulator.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.http.RawConnection.Answer;
import dev.s3emulator.internal.testing.InProcessS3;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Bodies that are large enough for several threads, over a real port. */
@Timeout(60)
class LargeBodiesTest {

  private static final byte[] CONTENT = new byte[6_000_000];

  static {
    new Random(1).nextBytes(CONTENT);
  }

  private static final String ETAG =
      "\"" + HexFormat.of().formatHex(Base64.getDecoder().decode(InProcessS3.md5(CONTENT))) + "\"";

  private final WireServer server = new WireServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void largeUploadHasTheDigestOfItsBytes() throws Exception {
    try (RawConnection client = server.connect()) {
      assertThat(put(client, "k").header("etag")).isEqualTo(ETAG);
      assertThat(client.send("GET /b/k HTTP/1.1\r\nHost: h\r\n\r\n").read().body())
          .isEqualTo(CONTENT);
    }
  }

  @Test
  void uploadThatTurnsOutToBeLargeHasTheDigestOfItsBytes() throws Exception {
    try (RawConnection client = server.connect()) {
      client.send("PUT /b/k HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n");
      client.send(Integer.toHexString(CONTENT.length) + "\r\n").send(CONTENT);
      Answer answer = client.send("\r\n0\r\n\r\n").read();

      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      assertThat(answer.header("etag")).isEqualTo(ETAG);
    }
  }

  @Test
  void moreLargeUploadsAtOnceThanThereAreThreadsAllEnd() throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(12);
    try {
      List<Future<Answer>> answers = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        String key = "k" + i;
        answers.add(
            clients.submit(
                () -> {
                  try (RawConnection client = server.connect()) {
                    return put(client, key);
                  }
                }));
      }
      for (Future<Answer> answer : answers) {
        assertThat(answer.get().header("etag")).isEqualTo(ETAG);
      }
    } finally {
      clients.shutdownNow();
    }
  }

  @Test
  void connectionServesOnAfterALargeUploadIsRefused() throws Exception {
    String hash = "0".repeat(64);
    try (RawConnection client = server.connect()) {
      client.send(
          "PUT /b/k HTTP/1.1\r\nHost: h\r\nx-amz-content-sha256: "
              + hash
              + "\r\nContent-Length: 6000000\r\n\r\n");
      assertThat(client.send(CONTENT).read().text())
          .contains("<Code>XAmzContentSHA256Mismatch</Code>");
      assertThat(put(client, "k").header("etag")).isEqualTo(ETAG);
    }
  }

  private static Answer put(RawConnection client, String key) throws Exception {
    client.send("PUT /b/" + key + " HTTP/1.1\r\nHost: h\r\nContent-Length: 6000000\r\n\r\n");
    return client.send(CONTENT).read();
  }
}

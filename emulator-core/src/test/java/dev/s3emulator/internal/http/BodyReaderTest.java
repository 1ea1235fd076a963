package dev.s3emulator.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.http.RawConnection.Answer;
import dev.s3emulator.internal.testing.CapturedLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyReaderTest {

  private static final String DELETE = "DELETE /b/k HTTP/1.1\r\nHost: localhost\r\n";
  private static final String REFUSED = "POST /missing?delete HTTP/1.1\r\nHost: localhost\r\n";

  private WireServer server;

  @BeforeEach
  void start() {
    server = new WireServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void connectionIsKeptBetweenRequests() throws Exception {
    try (RawConnection client = server.connect()) {
      for (int i = 0; i < 5; i++) {
        assertThat(client.send(DELETE + "\r\n").read().status()).isEqualTo(204);
        assertThat(client.send(DELETE + "Content-Length: 3\r\n\r\nabc").read().status())
            .isEqualTo(204);
        Answer missing = client.send("DELETE /missing/k HTTP/1.1\r\nHost: h\r\n\r\n").read();
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.text()).contains("<Code>NoSuchBucket</Code>");
        assertThat(missing.header("connection")).isNull();
      }
      assertThat(server.requests()).hasSize(15);
    }
  }

  @Test
  void connectionIsClosedWhenTheClientAsks() throws Exception {
    try (RawConnection client = server.connect()) {
      Answer answer = client.send(DELETE + "Connection: close\r\n\r\n").read();
      assertThat(answer.status()).isEqualTo(204);
      assertThat(answer.header("connection")).isEqualTo("close");
      assertThat(client.isAtEnd()).isTrue();
    }
  }

  @Test
  void pipelinedRequestsAreAnsweredInOrder() throws Exception {
    try (RawConnection client = server.connect()) {
      client.send(
          (DELETE + "\r\n")
              + (DELETE + "Content-Length: 3\r\n\r\nabc")
              + (REFUSED + "Content-Length: 3\r\n\r\nabc")
              + (DELETE + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n")
              + (REFUSED + "\r\n")
              + (DELETE + "\r\n"));
      int[] expected = {204, 204, 404, 204, 404, 204};
      for (int status : expected) {
        assertThat(client.read().status()).isEqualTo(status);
      }
    }
  }

  @Test
  void pipelinedRequestsBehindLargeBodiesAreAnsweredInOrder() throws Exception {
    try (RawConnection client = server.connect()) {
      for (int i = 0; i < 3; i++) {
        client.send(DELETE + "Content-Length: 3000000\r\n\r\n").send(new byte[3_000_000]);
        client.send(DELETE + "\r\n" + REFUSED + "\r\n");
      }
      int[] expected = {204, 204, 404, 204, 204, 404, 204, 204, 404};
      for (int status : expected) {
        assertThat(client.read().status()).isEqualTo(status);
      }
    }
  }

  @Test
  void clientThatExpectsItIsToldOnceToContinue() throws Exception {
    try (RawConnection client = server.connect()) {
      for (int i = 0; i < 3; i++) {
        client.send(DELETE + "Expect: 100-continue\r\nContent-Length: 3\r\n\r\n");
        assertThat(client.read().status()).isEqualTo(100);
        client.send("abc");
        assertThat(client.read().status()).isEqualTo(204);
      }
      assertThat(client.send(DELETE + "\r\n").read().status()).isEqualTo(204);
    }
  }

  @Test
  void clientOfLargeBodyIsToldOnceToContinue() throws Exception {
    try (RawConnection client = server.connect()) {
      client.send(DELETE + "Expect: 100-continue\r\nContent-Length: 3000000\r\n\r\n");
      assertThat(client.read().status()).isEqualTo(100);
      client.send(new byte[3_000_000]);
      assertThat(client.read().status()).isEqualTo(204);
      assertThat(client.send(DELETE + "\r\n").read().status()).isEqualTo(204);
    }
  }

  @Test
  void clientThatExpectsItButDoesNotWaitIsServedToo() throws Exception {
    try (RawConnection client = server.connect()) {
      client.send(
          DELETE + "Expect: 100-continue\r\nContent-Length: 3\r\n\r\nabc" + DELETE + "\r\n");
      assertThat(client.read().status()).isEqualTo(100);
      assertThat(client.read().status()).isEqualTo(204);
      assertThat(client.read().status()).isEqualTo(204);
    }
  }

  @Test
  void refusedClientIsNotToldToContinueAndTheConnectionCloses() throws Exception {
    try (RawConnection client = server.connect()) {
      Answer answer =
          client.send(REFUSED + "Expect: 100-continue\r\nContent-Length: 3\r\n\r\n").read();
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.text()).contains("<Code>NoSuchBucket</Code>");
      assertThat(answer.header("connection")).isEqualTo("close");
      assertThat(client.isAtEnd()).isTrue();
    }
  }

  @Test
  void refusedClientThatSendsAllTheSameSeesTheAnswer() throws Exception {
    try (RawConnection client = server.connect()) {
      client.send(REFUSED + "Expect: 100-continue\r\nContent-Length: 10000000\r\n\r\n");
      client.send(new byte[10_000_000]);
      assertThat(client.read().status()).isEqualTo(404);
      assertThat(client.isAtEnd()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"101-continue", "something", ""})
  void otherExpectationsAreIgnored(String expectation) throws Exception {
    try (RawConnection client = server.connect()) {
      client.send(DELETE + "Expect: " + expectation + "\r\nContent-Length: 3\r\n\r\nabc");
      assertThat(client.read().status()).isEqualTo(204);
    }
  }

  @Test
  void clientWithoutBodyIsNotToldToContinue() throws Exception {
    try (RawConnection client = server.connect()) {
      client.send(DELETE + "Expect: 100-continue\r\nContent-Length: 0\r\n\r\n");
      assertThat(client.read().status()).isEqualTo(204);
      client.send(DELETE + "Expect: 100-continue\r\n\r\n");
      assertThat(client.read().status()).isEqualTo(204);
    }
  }

  @Test
  void bodyOfRefusedRequestIsReadBeforeTheAnswer() throws Exception {
    try (RawConnection client = server.connect()) {
      client.send(REFUSED + "Content-Length: 20000000\r\n\r\n").send(new byte[20_000_000]);
      assertThat(client.read().status()).isEqualTo(404);
      assertThat(client.send(DELETE + "\r\n").read().status()).isEqualTo(204);
    }
  }

  @Test
  void hugeBodyOfRefusedRequestIsNotWaitedFor() throws Exception {
    try (RawConnection client = server.connect()) {
      client.send(REFUSED + "Content-Length: 5000000000\r\n\r\n").send(new byte[1000]);
      Answer answer = client.read();
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.header("connection")).isEqualTo("close");
      assertThat(client.isAtEnd()).isTrue();
    }
  }

  @Test
  void endlessBodyOfRefusedRequestIsReadUpToItsBound() throws Exception {
    byte[] chunk = new byte[1 << 20];
    try (RawConnection client = server.connect()) {
      client.send(REFUSED + "Transfer-Encoding: chunked\r\n\r\n");
      long sent = 0;
      while (sent <= BodyReader.MAX_IGNORED) {
        client.send("100000\r\n").send(chunk).send("\r\n");
        sent += chunk.length;
      }
      Answer answer = client.read();
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.header("connection")).isEqualTo("close");
    }
  }

  @Test
  void chunkedBodyIsReadInWhateverPiecesItArrives() throws Exception {
    try (RawConnection client = server.connect()) {
      client.send(DELETE + "Transfer-Encoding: chunked\r\n\r\n");
      for (String piece : "5;x=y\r\nabcde\r\n1\r\nf\r\n0\r\nTrailer: v\r\n\r\n".split("")) {
        client.send(piece);
      }
      assertThat(client.read().status()).isEqualTo(204);
      assertThat(client.send(DELETE + "\r\n").read().status()).isEqualTo(204);
    }
  }

  @Test
  void largeChunkedBodyIsReadToItsEnd() throws Exception {
    byte[] chunk = new byte[1 << 20];
    try (RawConnection client = server.connect()) {
      client.send(DELETE + "Transfer-Encoding: chunked\r\n\r\n");
      for (int i = 0; i < 20; i++) {
        client.send("100000\r\n").send(chunk).send("\r\n");
      }
      client.send("0\r\n\r\n");
      assertThat(client.read().status()).isEqualTo(204);
      assertThat(client.send(DELETE + "\r\n").read().status()).isEqualTo(204);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 10\r\n\r\n01234",
        "Content-Length: 3000000\r\n\r\n01234",
        "Content-Length: 10\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n5\r\n012",
        "Transfer-Encoding: chunked\r\n\r\n5\r\n01234\r\n",
        "Transfer-Encoding: chunked\r\n\r\n"
      })
  void bodyThatEndsEarlyIsRefused(String rest) throws Exception {
    try (RawConnection client = server.connect()) {
      client.send(DELETE + rest);
      client.shutdownOutput();
      Answer answer = client.read();
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.text()).contains("<Code>IncompleteBody</Code>");
      assertThat(answer.header("connection")).isEqualTo("close");
      assertThat(client.isAtEnd()).isTrue();
    }
  }

  @Test
  void serverOutlivesClientsThatVanishAndLogsNothing() throws Exception {
    try (CapturedLog log = CapturedLog.ofAll()) {
      for (int i = 0; i < 20; i++) {
        RawConnection vanishing = server.connect();
        vanishing.send(DELETE + "Content-Length: 3000000\r\n\r\n").send(new byte[i * 100_000]);
        vanishing.reset();
      }
      try (RawConnection client = server.connect()) {
        assertThat(client.send(DELETE + "\r\n").read().status()).isEqualTo(204);
      }
      server.close();
      assertThat(log.take()).isEmpty();
    }
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void headersAboveTheLimitOfS3AreRefusedByThePipeline() throws Exception {
    try (RawConnection client = server.connect()) {
      Answer answer = client.send(DELETE + "x: " + "v".repeat(100_000) + "\r\n\r\n").read();
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.text()).contains("<Code>RequestHeaderSectionTooLarge</Code>");
      assertThat(client.send(DELETE + "\r\n").read().status()).isEqualTo(204);
    }
  }
}

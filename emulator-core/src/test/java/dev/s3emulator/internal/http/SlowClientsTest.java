package dev.s3emulator.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.http.RawConnection.Answer;
import dev.s3emulator.internal.protocol.ResponseBody;
import dev.s3emulator.internal.protocol.S3Response;
import dev.s3emulator.store.BlobRef;
import dev.s3emulator.store.BlobStore;
import dev.s3emulator.store.BlobStores;
import dev.s3emulator.store.BlobWriter;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that let the server wait; its patience is milliseconds here. */
class SlowClientsTest {

  private static final int SOON = 30;
  private static final int NEVER = 600_000;
  private static final TransportLimits BODY = new TransportLimits(SOON, NEVER, NEVER, SOON);
  private static final TransportLimits HEAD = new TransportLimits(NEVER, SOON, NEVER, NEVER);
  private static final TransportLimits KEEP_ALIVE = new TransportLimits(NEVER, NEVER, SOON, NEVER);
  private static final String PUT = "PUT /b/k HTTP/1.1\r\nHost: localhost\r\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 10\r\n\r\n",
        "Content-Length: 10\r\n\r\nabc",
        "Content-Length: 3000000\r\n\r\nabc",
        "Transfer-Encoding: chunked\r\n\r\n5\r\nab"
      })
  void uploadThatStallsIsARequestTimeout(String rest) throws Exception {
    try (WireServer server = new WireServer(BODY);
        RawConnection client = server.connect()) {
      assertTimeout(client.send(PUT + rest).read());
      assertThat(client.isAtEnd()).isTrue();
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void clientThatWasToldToContinueAndDoesNotIsARequestTimeout() throws Exception {
    try (WireServer server = new WireServer(BODY);
        RawConnection client = server.connect()) {
      client.send(PUT + "Expect: 100-continue\r\nContent-Length: 3\r\n\r\n");
      assertThat(client.read().status()).isEqualTo(100);
      assertTimeout(client.read());
    }
  }

  @Test
  void refusedUploadThatStallsGetsItsRefusal() throws Exception {
    try (WireServer server = new WireServer(BODY);
        RawConnection client = server.connect()) {
      String refused = PUT.replace("/b/", "/missing/") + "Content-Length: 10\r\n\r\nabc";
      Answer answer = client.send(refused).read();
      assertThat(answer.text()).contains("<Code>NoSuchBucket</Code>");
      assertThat(answer.header("connection")).isEqualTo("close");
    }
  }

  @Test
  void timerOfOneBodyDoesNotHitTheNextRequest() throws Exception {
    try (WireServer server = new WireServer(BODY);
        RawConnection stalling = server.connect();
        RawConnection client = server.connect()) {
      client.send(PUT + "Content-Length: 3\r\n\r\n").send("abc");
      assertThat(client.read().status()).isEqualTo(200);
      // By the time that this one has run out, the other one's would have too.
      assertTimeout(stalling.send(PUT + "Content-Length: 3\r\n\r\n").read());
      assertThat(client.send(PUT + "Content-Length: 3\r\n\r\nabc").read().status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"P", "PUT /b", "PUT /b/k HTTP/1.1\r\n", "PUT /b/k HTTP/1.1\r\nHost: h\r\n"})
  void headThatDoesNotEndEndsTheConnection(String begun) throws Exception {
    try (WireServer server = new WireServer(HEAD);
        RawConnection client = server.connect()) {
      assertThat(client.send(begun).isAtEnd()).isTrue();
    }
  }

  @Test
  void idleConnectionIsClosed() throws Exception {
    try (WireServer server = new WireServer(KEEP_ALIVE);
        RawConnection fresh = server.connect();
        RawConnection used = server.connect()) {
      assertThat(used.send("DELETE /b/k HTTP/1.1\r\nHost: h\r\n\r\n").read().status())
          .isEqualTo(204);
      assertThat(used.isAtEnd()).isTrue();
      assertThat(fresh.isAtEnd()).isTrue();
    }
  }

  @Test
  void clientThatDoesNotTakeItsAnswerIsLeft() throws Exception {
    int length = 64 << 20;
    CountDownLatch ended = new CountDownLatch(1);
    S3Response response =
        S3Response.ok().body(new ResponseBody.Content(blob(length), 0, length)).build();
    UndertowTransport.Service service =
        new UndertowTransport.Service(
            exchange -> {
              exchange.addExchangeCompleteListener(
                  (done, next) -> {
                    ended.countDown();
                    next.proceed();
                  });
              ResponseWriter.send(exchange, response);
            },
            (head, on) -> new byte[0],
            BODY);
    try (UndertowTransport transport = UndertowTransport.start(service, "127.0.0.1", 0);
        RawConnection client = new RawConnection(transport.port())) {
      client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
      assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static void assertTimeout(Answer answer) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text())
        .contains(
            "<Code>RequestTimeout</Code><Message>Your socket connection to the server was not read"
                + " from or written to within the timeout period. Idle connections will be closed."
                + "</Message>");
    assertThat(answer.header("connection")).isEqualTo("close");
  }

  private static BlobRef blob(int length) throws Exception {
    try (BlobStore store = BlobStores.inMemory();
        BlobWriter writer = store.newWriter(length)) {
      writer.write(ByteBuffer.allocate(length));
      return writer.commit();
    }
  }
}

package dev.s3emulator.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class UndertowTransportTest {

  private static final String DELETE = "DELETE /b/k HTTP/1.1\r\nHost: localhost\r\n\r\n";

  @Test
  void serversInOneJvmAreIndependent() throws Exception {
    try (WireServer first = new WireServer();
        WireServer second = new WireServer();
        RawConnection toFirst = first.connect();
        RawConnection toSecond = second.connect()) {
      assertThat(first.port()).isNotEqualTo(second.port());
      assertThat(toFirst.send(DELETE).read().status()).isEqualTo(204);
      first.close();
      assertThat(toSecond.send(DELETE).read().status()).isEqualTo(204);
      assertThat(first.requests()).hasSize(1);
      assertThat(second.requests()).hasSize(1);
    }
  }

  @Test
  void portIsFreeAgainOnceClosed() throws Exception {
    try (WireServer server = new WireServer()) {
      int port = server.port();
      try (RawConnection client = server.connect()) {
        assertThat(client.send(DELETE).read().status()).isEqualTo(204);
        server.close();
        try (UndertowTransport next =
                UndertowTransport.start(server.pipeline(), "127.0.0.1", port);
            RawConnection another = new RawConnection(next.port())) {
          assertThat(next.port()).isEqualTo(port);
          assertThat(another.send(DELETE).read().status()).isEqualTo(204);
        }
      }
    }
  }

  @Test
  void usedPortIsOneClearException() {
    try (WireServer server = new WireServer()) {
      Set<Thread> before = liveThreads();
      assertThatThrownBy(
              () -> UndertowTransport.start(server.pipeline(), "127.0.0.1", server.port()))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessage("Cannot listen on 127.0.0.1:" + server.port() + ": Address already in use");
      assertEnded(threadsSince(before));
    }
  }

  @Test
  void unknownHostIsOneClearException() {
    try (WireServer server = new WireServer()) {
      assertThatThrownBy(() -> UndertowTransport.start(server.pipeline(), "host.invalid", 9000))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessage("Cannot listen on host.invalid:9000: Unknown host");
    }
  }

  @Test
  void closingLeavesNoThread() throws Exception {
    Set<Thread> before = liveThreads();
    try (WireServer server = new WireServer();
        RawConnection client = server.connect()) {
      String large = "DELETE /b/k HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2000000\r\n\r\n";
      assertThat(client.send(large).send(new byte[2_000_000]).read().status()).isEqualTo(204);
      List<Thread> own = threadsSince(before);
      assertThat(own).isNotEmpty();
      assertThat(own).allSatisfy(thread -> assertThat(thread.isDaemon()).isTrue());
      server.close();
      assertEnded(own);
    }
  }

  @Test
  void closingTwiceIsHarmless() {
    WireServer server = new WireServer();
    server.close();
    server.close();
    assertThatThrownBy(server::connect).isInstanceOf(IOException.class);
  }

  @Test
  void closingEndsIdleConnections() throws Exception {
    try (WireServer server = new WireServer();
        RawConnection idle = server.connect()) {
      assertThat(idle.send(DELETE).read().status()).isEqualTo(204);
      server.close();
      assertThat(idle.isAtEnd()).isTrue();
    }
  }

  @Test
  void requestThatRunsWhenTheServerClosesIsAnswered() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch proceed = new CountDownLatch(1);
    UndertowTransport transport =
        UndertowTransport.start(
            exchange -> {
              entered.countDown();
              proceed.await();
              exchange.setStatusCode(204).endExchange();
            },
            "127.0.0.1",
            0);
    try (RawConnection client = new RawConnection(transport.port())) {
      client.send(DELETE);
      assertThat(entered.await(20, TimeUnit.SECONDS)).isTrue();
      Thread closing = new Thread(transport::close);
      closing.start();
      proceed.countDown();
      assertThat(client.read().status()).isEqualTo(204);
      closing.join(20_000);
      assertThat(closing.isAlive()).isFalse();
    }
  }

  @Test
  void requestThatNeverEndsDoesNotKeepTheServerOpen() throws Exception {
    Set<Thread> before = liveThreads();
    try (WireServer server = new WireServer();
        RawConnection client = server.connect()) {
      client.send("DELETE /b/k HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n01234");
      List<Thread> own = threadsSince(before);
      server.close();
      assertThat(client.isAtEnd()).isTrue();
      assertThat(server.requests()).isEmpty();
      assertEnded(own);
    }
  }

  private static Set<Thread> liveThreads() {
    return Thread.getAllStackTraces().keySet();
  }

  private static List<Thread> threadsSince(Set<Thread> before) {
    List<Thread> since = new ArrayList<>(liveThreads());
    since.removeAll(before);
    since.removeIf(thread -> !thread.getName().startsWith("s3-emulator-"));
    return since;
  }

  private static void assertEnded(List<Thread> threads) {
    for (Thread thread : threads) {
      try {
        thread.join(20_000);
      } catch (InterruptedException unexpected) {
        throw new AssertionError(unexpected);
      }
      assertThat(thread.isAlive()).as(thread.getName()).isFalse();
    }
  }
}

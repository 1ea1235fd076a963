package dev.s3emulator.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.tls.HostNames;
import dev.s3emulator.internal.tls.ServerCertificate;
import io.undertow.server.HttpHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.KeyManagementException;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTPS beside HTTP on one transport. */
@Timeout(60)
class SecureListenerTest {

  private static final ServerCertificate CERTIFICATE =
      ServerCertificate.create(HostNames.of("127.0.0.1", List.of(), "us-east-1"), Instant.now());

  private static final Queue<RequestHead> HEADS = new ConcurrentLinkedQueue<>();
  private static final Queue<String> THREADS = new ConcurrentLinkedQueue<>();

  private static UndertowTransport transport;

  @BeforeAll
  static void start() {
    transport =
        start(
            exchange -> {
              HEADS.add(RequestHeads.of(exchange));
              exchange.setStatusCode(204).endExchange();
            },
            0);
  }

  @AfterAll
  static void stop() {
    transport.close();
  }

  private static UndertowTransport start(HttpHandler handler, int securePort) {
    return UndertowTransport.start(
        handler, "127.0.0.1", 0, new SecurePort(securePort, CERTIFICATE.serverContext()));
  }

  @Test
  void aRequestSaysWhetherItCameOverTls() throws Exception {
    HttpClient client = HttpClient.newBuilder().sslContext(CERTIFICATE.clientContext()).build();
    HEADS.clear();

    get(client, "https://127.0.0.1:" + transport.securePort() + "/secure");
    get(client, "http://127.0.0.1:" + transport.port() + "/plain");

    assertThat(HEADS).extracting(RequestHead::rawPath).containsExactly("/secure", "/plain");
    assertThat(HEADS).extracting(RequestHead::secure).containsExactly(true, false);
    assertThat(HEADS).extracting(RequestHead::remoteAddress).containsOnly("127.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void speaksTls12And13(String version) throws Exception {
    try (SSLSocket socket = connect(transport.securePort())) {
      socket.setEnabledProtocols(new String[] {version});
      socket.startHandshake();
      assertThat(socket.getSession().getProtocol()).isEqualTo(version);
    }
  }

  @Test
  void showsItsCertificate() throws Exception {
    try (SSLSocket socket = connect(transport.securePort())) {
      socket.startHandshake();
      assertThat(socket.getSession().getPeerCertificates())
          .containsExactly(CERTIFICATE.certificate());
    }
  }

  @Test
  void aClientThatTrustsOthersGoesAway() throws Exception {
    HttpClient client = HttpClient.newHttpClient();

    assertThatThrownBy(() -> get(client, "https://127.0.0.1:" + transport.securePort() + "/"))
        .isInstanceOf(SSLException.class);
    // And the server goes on.
    aRequestSaysWhetherItCameOverTls();
  }

  @Test
  void plainHttpIsNoTls() throws Exception {
    try (RawConnection client = new RawConnection(transport.securePort())) {
      client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
      // What comes, if anything, is an alert of TLS and no answer of HTTP.
      assertThatThrownBy(client::read).isInstanceOf(IOException.class);
    }
  }

  @Test
  void manyClientsShakeHandsAtOnce() {
    List<CompletableFuture<Integer>> answers = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      // Each client has connections of its own.
      HttpClient client = HttpClient.newBuilder().sslContext(newContext()).build();
      answers.add(
          client
              .sendAsync(
                  request("https://127.0.0.1:" + transport.securePort() + "/"),
                  BodyHandlers.discarding())
              .thenApply(response -> response.statusCode()));
    }
    assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(204));
  }

  @Test
  void theArithmeticOfHandshakesStaysOffTheIoThreads() throws Exception {
    SSLContext watched = SSLContext.getInstance("TLS");
    watched.init(new KeyManager[] {new WatchedKey(THREADS)}, null, null);
    try (UndertowTransport own =
        UndertowTransport.start(
            exchange -> exchange.setStatusCode(204).endExchange(),
            "127.0.0.1",
            0,
            new SecurePort(0, watched))) {
      try (SSLSocket socket = connect(own.securePort())) {
        assertThatThrownBy(socket::startHandshake).isInstanceOf(IOException.class);
      }
    }
    assertThat(THREADS).isNotEmpty().allMatch(name -> name.contains(" task-"));
  }

  @Test
  void closingFreesBothPorts() throws Exception {
    UndertowTransport first = start(exchange -> exchange.endExchange(), 0);
    int securePort = first.securePort();
    try (SSLSocket idle = connect(securePort)) {
      idle.startHandshake();
      first.close();
      assertThat(idle.getInputStream().read()).isEqualTo(-1);
    }
    start(exchange -> exchange.endExchange(), securePort).close();
  }

  @Test
  void aUsedPortIsOneClearExceptionAndLeavesNothingOpen() throws Exception {
    try (ServerSocket used = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> start(exchange -> exchange.endExchange(), used.getLocalPort()))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessage(
              "Cannot listen on 127.0.0.1:" + used.getLocalPort() + ": Address already in use");
    }
  }

  @Test
  void withoutHttpsThereIsNoSecurePort() {
    try (WireServer plain = new WireServer()) {
      assertThatIllegalStateException().isThrownBy(() -> plain.transport().securePort());
    }
  }

  private static SSLSocket connect(int port) throws IOException {
    SSLSocketFactory factory = CERTIFICATE.clientContext().getSocketFactory();
    return (SSLSocket) factory.createSocket("127.0.0.1", port);
  }

  private static void get(HttpClient client, String uri) throws Exception {
    assertThat(client.send(request(uri), BodyHandlers.discarding()).statusCode()).isEqualTo(204);
  }

  private static HttpRequest request(String uri) {
    return HttpRequest.newBuilder(URI.create(uri)).build();
  }

  /** A context without sessions to resume. */
  private static SSLContext newContext() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {CERTIFICATE.trustManager()}, null);
      return context;
    } catch (NoSuchAlgorithmException | KeyManagementException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Has no key, but says which thread asked for one. */
  private static final class WatchedKey extends X509ExtendedKeyManager {
    private final Queue<String> threads;

    WatchedKey(Queue<String> threads) {
      this.threads = threads;
    }

    @Override
    public String chooseEngineServerAlias(String keyType, Principal[] issuers, SSLEngine engine) {
      threads.add(Thread.currentThread().getName());
      return null;
    }

    @Override
    public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
      return null;
    }

    @Override
    public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
      return null;
    }

    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
      return new String[0];
    }

    @Override
    public String[] getClientAliases(String keyType, Principal[] issuers) {
      return new String[0];
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
      return new X509Certificate[0];
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
      return null;
    }
  }
}

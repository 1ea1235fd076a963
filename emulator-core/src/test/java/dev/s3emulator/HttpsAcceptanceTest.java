package dev.s3emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** HTTPS as clients see it: with the certificate they are given, and no other. */
@Timeout(120)
class HttpsAcceptanceTest {

  private static final int LARGE = 9 << 20;

  private static S3EmulatorServer server;

  private final String bucket = "bucket-" + UUID.randomUUID();

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    server = S3EmulatorServer.builder().https(true).virtualHostDomain("s3.test").start();
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @BeforeEach
  void createBucket() {
    server.createBucket(bucket);
    server.journal().clear();
  }

  @Test
  void theServerHasTwoPorts() {
    assertThat(server.hasHttps()).isTrue();
    assertThat(server.endpoint().toString()).matches("http://127\\.0\\.0\\.1:[0-9]+");
    assertThat(server.httpsEndpoint().toString()).matches("https://127\\.0\\.0\\.1:[0-9]+");
    assertThat(server.httpsEndpoint().getPort()).isNotEqualTo(server.port());
  }

  @Test
  void bothPortsServeTheSameBuckets() throws Exception {
    assertThat(PlainHttp.send(server.endpoint(), "PUT", "/" + bucket + "/k", "text").statusCode())
        .isEqualTo(200);

    assertThat(get(server.httpsEndpoint().resolve("/" + bucket + "/k")).body()).isEqualTo("text");
  }

  @Test
  void theReadyClientsUseIt() {
    try (S3Client s3 = S3Clients.s3Client(server)) {
      s3.putObject(request -> request.bucket(bucket).key("k"), RequestBody.fromString("text"));
      assertThat(s3.getObjectAsBytes(request -> request.bucket(bucket).key("k")).asUtf8String())
          .isEqualTo("text");
      assertThat(endpointOf(s3)).isEqualTo(server.httpsEndpoint());
    }
  }

  static Stream<Supplier<S3AsyncClient>> asyncClients() {
    return Stream.of(
        () -> S3Clients.s3AsyncClient(server), () -> S3Clients.s3CrtAsyncClient(server));
  }

  @ParameterizedTest
  @MethodSource("asyncClients")
  void theReadyAsynchronousClientsUseIt(Supplier<S3AsyncClient> clients) {
    byte[] content = new byte[LARGE / 2];
    new Random(1).nextBytes(content);
    try (S3AsyncClient s3 = clients.get()) {
      s3.putObject(request -> request.bucket(bucket).key("k"), AsyncRequestBody.fromBytes(content))
          .join();
      byte[] read =
          s3.getObject(
                  request -> request.bucket(bucket).key("k"), AsyncResponseTransformer.toBytes())
              .join()
              .asByteArray();
      assertThat(Arrays.equals(read, content)).isTrue();
      assertThat(s3.serviceClientConfiguration().endpointOverride())
          .hasValue(server.httpsEndpoint());
    }
  }

  static Stream<Supplier<SdkHttpClient>> httpClients() {
    TrustManager[] managers = {server.trustManager()};
    return Stream.of(
        () -> UrlConnectionHttpClient.builder().tlsTrustManagersProvider(() -> managers).build(),
        () -> ApacheHttpClient.builder().tlsTrustManagersProvider(() -> managers).build(),
        () -> Apache5HttpClient.builder().tlsTrustManagersProvider(() -> managers).build());
  }

  @ParameterizedTest
  @MethodSource("httpClients")
  void anyClientCanBeToldToTrustIt(Supplier<SdkHttpClient> http) {
    byte[] content = new byte[LARGE];
    new Random(2).nextBytes(content);
    for (String host : new String[] {"127.0.0.1", "localhost"}) {
      try (SdkHttpClient client = http.get();
          S3Client s3 =
              S3Client.builder()
                  .httpClient(client)
                  .endpointOverride(
                      URI.create("https://" + host + ":" + server.httpsEndpoint().getPort()))
                  .region(Region.US_EAST_1)
                  .credentialsProvider(
                      StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
                  .forcePathStyle(true)
                  .build()) {
        s3.putObject(request -> request.bucket(bucket).key("k"), RequestBody.fromBytes(content));
        byte[] read = s3.getObjectAsBytes(request -> request.bucket(bucket).key("k")).asByteArray();
        assertThat(Arrays.equals(read, content)).isTrue();
      }
    }
  }

  @Test
  void presignedUrlsAreHttps() throws Exception {
    PlainHttp.send(server.endpoint(), "PUT", "/" + bucket + "/k", "text");
    try (S3Presigner presigner = S3Clients.s3Presigner(server)) {
      URL url =
          presigner
              .presignGetObject(
                  presign ->
                      presign
                          .signatureDuration(Duration.ofMinutes(5))
                          .getObjectRequest(request -> request.bucket(bucket).key("k")))
              .url();

      assertThat(url.getProtocol()).isEqualTo("https");
      assertThat(get(url.toURI()).body()).isEqualTo("text");
    }
  }

  @Test
  void whatIsNotHttpIsRefusedAsWithoutTls() throws Exception {
    try (Socket socket =
        server
            .sslContext()
            .getSocketFactory()
            .createSocket("127.0.0.1", server.httpsEndpoint().getPort())) {
      socket.getOutputStream().write("GET /%zz HTTP/1.1\r\n\r\n".getBytes(UTF_8));

      assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
          .startsWith("HTTP/1.1 400 ")
          .contains("<Error><Code>");
    }
  }

  @Test
  void urlConnectionsTakeTheSocketFactory() throws Exception {
    HttpsURLConnection connection =
        (HttpsURLConnection)
            URI.create("https://localhost:" + server.httpsEndpoint().getPort() + "/" + bucket)
                .toURL()
                .openConnection();
    connection.setSSLSocketFactory(server.sslContext().getSocketFactory());

    assertThat(connection.getResponseCode()).isEqualTo(200);
    assertThat(new String(connection.getInputStream().readAllBytes(), UTF_8))
        .contains("<Name>" + bucket + "</Name>");
  }

  @Test
  void aClientThatIsNotToldRefuses() {
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request = HttpRequest.newBuilder(server.httpsEndpoint()).build();

    assertThatThrownBy(() -> client.send(request, BodyHandlers.ofString()))
        .isInstanceOf(SSLHandshakeException.class);
  }

  @Test
  void theCertificateIsForNoOtherServer() {
    try (S3EmulatorServer another = S3EmulatorServer.builder().https(true).start()) {
      HttpClient client = HttpClient.newBuilder().sslContext(server.sslContext()).build();
      HttpRequest request = HttpRequest.newBuilder(another.httpsEndpoint()).build();

      assertThatThrownBy(() -> client.send(request, BodyHandlers.ofString()))
          .isInstanceOf(SSLHandshakeException.class);
    }
  }

  @Test
  void aServerWithoutHttpsSaysHowToGetIt() {
    try (S3EmulatorServer plain = S3EmulatorServer.start()) {
      assertThat(plain.hasHttps()).isFalse();
      assertThatIllegalStateException()
          .isThrownBy(plain::httpsEndpoint)
          .withMessage(
              "This S3EmulatorServer has no HTTPS: start one with"
                  + " S3EmulatorServer.builder().https(true).start().");
      assertThatIllegalStateException().isThrownBy(plain::sslContext);
      assertThatIllegalStateException().isThrownBy(plain::trustManager);
      assertThatIllegalStateException().isThrownBy(plain::certificatePem);
    }
  }

  @Test
  void theAwsCommandLineTrustsTheCertificateFile() throws Exception {
    AwsTool aws = new AwsTool(server, folder);
    aws.require("aws", "--version");
    Path certificate = Files.writeString(folder.resolve("ca.pem"), server.certificatePem());

    aws.run(
            Duration.ofSeconds(60),
            "aws",
            "--endpoint-url",
            server.httpsEndpoint().toString(),
            "--ca-bundle",
            certificate.toString(),
            "s3api",
            "put-object",
            "--bucket",
            bucket,
            "--key",
            "from-aws")
        .successfully();

    assertThat(get(server.httpsEndpoint().resolve("/" + bucket + "/from-aws")).statusCode())
        .isEqualTo(200);
  }

  @Test
  void boto3TrustsTheCertificateFile() throws Exception {
    AwsTool python = new AwsTool(server, folder);
    python.require("python3", "-c", "import boto3");
    Path certificate = Files.writeString(folder.resolve("ca.pem"), server.certificatePem());
    String program =
        """
        import boto3, sys
        for url in sys.argv[3:]:
            s3 = boto3.client("s3", endpoint_url=url, verify=sys.argv[1])
            s3.put_object(Bucket=sys.argv[2], Key="from-boto3", Body=b"text")
            print(s3.get_object(Bucket=sys.argv[2], Key="from-boto3")["Body"].read().decode())
        """;

    String out =
        python
            .run(
                Duration.ofSeconds(60),
                "python3",
                "-c",
                program,
                certificate.toString(),
                bucket,
                server.httpsEndpoint().toString(),
                "https://localhost:" + server.httpsEndpoint().getPort())
            .successfully();

    assertThat(out.lines()).containsExactly("text", "text");
  }

  /** Connects to the loopback under another name, as if a name service had said so. */
  @Test
  void opensslFindsTheNamesOfBucketsInTheCertificate() throws Exception {
    AwsTool python = new AwsTool(server, folder);
    python.require("python3", "-c", "import ssl");
    Path certificate = Files.writeString(folder.resolve("ca.pem"), server.certificatePem());
    String program =
        """
        import socket, ssl, sys
        context = ssl.create_default_context(cafile=sys.argv[1])
        for name in sys.argv[3:]:
            with socket.create_connection(("127.0.0.1", int(sys.argv[2]))) as plain:
                try:
                    context.wrap_socket(plain, server_hostname=name).close()
                    print(name)
                except ssl.SSLCertVerificationError:
                    print("not " + name)
        """;

    String out =
        python
            .run(
                Duration.ofSeconds(60),
                "python3",
                "-c",
                program,
                certificate.toString(),
                Integer.toString(server.httpsEndpoint().getPort()),
                "photos.s3.localhost",
                "photos.s3.test",
                "photos.s3.us-east-1.amazonaws.com",
                "dotted.photos.s3.localhost",
                "photos.s3-website.localhost")
            .successfully();

    assertThat(out.lines())
        .containsExactly(
            "photos.s3.localhost",
            "photos.s3.test",
            "photos.s3.us-east-1.amazonaws.com",
            // As on S3: an asterisk stands for one label, and websites have no TLS.
            "not dotted.photos.s3.localhost",
            "not photos.s3-website.localhost");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "photos.localhost",
        "photos.s3.localhost",
        "photos.s3.test",
        "photos.s3.us-east-1.amazonaws.com",
        "127.0.0.1"
      })
  void javaFindsTheNamesOfBucketsInTheCertificate(String name) throws Exception {
    int port = server.httpsEndpoint().getPort();
    try (Socket plain = new Socket("127.0.0.1", port);
        SSLSocket secure =
            (SSLSocket)
                server.sslContext().getSocketFactory().createSocket(plain, name, port, true)) {
      SSLParameters parameters = secure.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      secure.setSSLParameters(parameters);

      secure.startHandshake();

      assertThat(secure.getSession().isValid()).isTrue();
    }
  }

  private static URI endpointOf(S3Client s3) {
    return s3.serviceClientConfiguration().endpointOverride().orElseThrow();
  }

  private static HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
    HttpClient client = HttpClient.newBuilder().sslContext(server.sslContext()).build();
    return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }
}

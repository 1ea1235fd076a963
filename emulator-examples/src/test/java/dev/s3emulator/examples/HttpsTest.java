package dev.s3emulator.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.S3Clients;
import dev.s3emulator.S3EmulatorServer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/** A server with HTTPS, and clients that trust its certificate. */
class HttpsTest {

  @Test
  void readyClientsTrustTheServer() {
    try (S3EmulatorServer server = S3EmulatorServer.builder().https(true).start();
        S3Client s3 = S3Clients.s3Client(server)) {
      assertThat(s3.listBuckets().buckets()).isEmpty();
    }
  }

  @Test
  void otherClientsAreToldToTrustIt() throws Exception {
    try (S3EmulatorServer server = S3EmulatorServer.builder().https(true).start();
        SdkHttpClient ofTheSdk = trustingSdkClient(server)) {
      HttpClient client = HttpClient.newBuilder().sslContext(server.sslContext()).build();

      HttpRequest request = HttpRequest.newBuilder(server.httpsEndpoint()).build();
      assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
      assertThat(ofTheSdk.clientName()).isEqualTo("UrlConnection");
    }
  }

  private static SdkHttpClient trustingSdkClient(S3EmulatorServer server) {
    TrustManager[] trusted = {server.trustManager()};
    return UrlConnectionHttpClient.builder().tlsTrustManagersProvider(() -> trusted).build();
  }
}

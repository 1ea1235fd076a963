package dev.s3emulator.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.S3Clients;
import dev.s3emulator.S3EmulatorServer;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** A bucket as a website. */
class WebsiteTest {

  @Test
  void aBucketIsAWebsite() throws Exception {
    try (S3EmulatorServer server = S3EmulatorServer.start().createBucket("site");
        S3Client s3 = S3Clients.s3Client(server)) {
      s3.putBucketWebsite(
          request ->
              request
                  .bucket("site")
                  .websiteConfiguration(
                      website -> website.indexDocument(index -> index.suffix("index.html"))));
      s3.putObject(
          request -> request.bucket("site").key("index.html"), RequestBody.fromString("Hello"));

      HttpClient browser =
          HttpClient.newBuilder()
              .proxy(ProxySelector.of(new InetSocketAddress("127.0.0.1", server.port())))
              .build();
      HttpRequest root =
          HttpRequest.newBuilder(URI.create("http://site.s3-website.localhost/")).build();
      assertThat(browser.send(root, BodyHandlers.ofString()).body()).isEqualTo("Hello");
    }
  }
}

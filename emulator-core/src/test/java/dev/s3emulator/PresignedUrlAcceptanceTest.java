package dev.s3emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Presigned URLs, used by a client that has no key. */
class PresignedUrlAcceptanceTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Test
  void putsAndGets() throws Exception {
    try (S3EmulatorServer server = S3EmulatorServer.start().createBucket("photos");
        S3Presigner presigner = S3Clients.s3Presigner(server)) {
      URL put =
          presigner
              .presignPutObject(
                  p ->
                      p.signatureDuration(Duration.ofMinutes(5))
                          .putObjectRequest(o -> o.bucket("photos").key("a b.txt")))
              .url();
      URL get =
          presigner
              .presignGetObject(
                  g ->
                      g.signatureDuration(Duration.ofMinutes(5))
                          .getObjectRequest(o -> o.bucket("photos").key("a b.txt")))
              .url();

      assertThat(put).hasAuthority("127.0.0.1:" + server.port()).hasPath("/photos/a%20b.txt");
      assertThat(
              HTTP.send(
                      HttpRequest.newBuilder(URI.create(put.toString()))
                          .PUT(BodyPublishers.ofString("sand"))
                          .build(),
                      BodyHandlers.ofString())
                  .statusCode())
          .isEqualTo(200);
      assertThat(
              HTTP.send(
                      HttpRequest.newBuilder(URI.create(get.toString())).build(),
                      BodyHandlers.ofString())
                  .body())
          .isEqualTo("sand");
    }
  }
}

package dev.s3emulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetBucketWebsiteResponse;
import software.amazon.awssdk.services.s3.model.Protocol;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Websites made by real clients, as a browser gets them. */
@Timeout(60)
class WebsiteAcceptanceTest {

  private S3EmulatorServer server;
  private S3Client s3;

  @BeforeEach
  void start() {
    server = S3EmulatorServer.start().createBucket("site");
    s3 = S3Clients.s3Client(server);
  }

  @AfterEach
  void close() {
    s3.close();
    server.close();
  }

  @Test
  void theSdkConfiguresAndReadsAWebsite() {
    makeWebsite();

    GetBucketWebsiteResponse website = s3.getBucketWebsite(request -> request.bucket("site"));

    assertThat(website.indexDocument().suffix()).isEqualTo("index.html");
    assertThat(website.errorDocument().key()).isEqualTo("404.html");
    assertThat(website.routingRules()).hasSize(1);
    assertThat(website.routingRules().get(0).condition().keyPrefixEquals()).isEqualTo("old/");
    assertThat(website.routingRules().get(0).redirect().protocol()).isEqualTo(Protocol.HTTPS);

    s3.deleteBucketWebsite(request -> request.bucket("site"));
    assertThatExceptionOfType(S3Exception.class)
        .isThrownBy(() -> s3.getBucketWebsite(request -> request.bucket("site")))
        .satisfies(
            error ->
                assertThat(error.awsErrorDetails().errorCode())
                    .isEqualTo("NoSuchWebsiteConfiguration"));
  }

  @Test
  void aBrowserGetsPages() throws IOException {
    makeWebsite();

    assertThat(send("GET", "/"))
        .startsWith("HTTP/1.1 200 OK\r\n")
        .contains("\r\nContent-Type: text/html\r\n", "\r\nContent-Length: 4\r\n")
        .endsWith("\r\n\r\nroot");
    assertThat(send("GET", "/missing"))
        .startsWith("HTTP/1.1 404 Not Found\r\n")
        .contains("\r\nx-amz-error-code: NoSuchKey\r\n")
        .endsWith("\r\n\r\nmy 404");
    assertThat(send("DELETE", "/index.html"))
        .startsWith("HTTP/1.1 405 Method Not Allowed\r\n")
        .contains("\r\nContent-Type: text/html; charset=utf-8\r\n")
        .endsWith("</html>\n");
  }

  @Test
  void aBrowserIsRedirected() throws IOException {
    makeWebsite();

    assertThat(send("GET", "/old/a"))
        .startsWith("HTTP/1.1 301 Moved Permanently\r\n")
        .contains("\r\nLocation: https://site.s3-website.localhost/new/a\r\n")
        .contains("\r\nContent-Length: 0\r\n");
    assertThat(send("GET", "/folder"))
        .startsWith("HTTP/1.1 302 ")
        .contains("\r\nLocation: /folder/\r\n");
  }

  @Test
  void headHasNoBody() throws IOException {
    makeWebsite();

    assertThat(send("HEAD", "/")).contains("\r\nContent-Length: 4\r\n").endsWith("\r\n\r\n");
    assertThat(send("HEAD", "/missing"))
        .startsWith("HTTP/1.1 404 ")
        .contains("\r\nx-amz-error-code: NoSuchKey\r\n");
  }

  @Test
  void theAwsCommandLineMakesAWebsite(@TempDir Path folder) throws Exception {
    AwsTool aws = new AwsTool(server, folder);
    aws.require("aws", "--version");

    aws.run(
            Duration.ofSeconds(50),
            "aws",
            "s3",
            "website",
            "s3://site",
            "--index-document",
            "index.html",
            "--error-document",
            "404.html")
        .successfully();

    assertThat(s3.getBucketWebsite(request -> request.bucket("site")).errorDocument().key())
        .isEqualTo("404.html");
  }

  private void makeWebsite() {
    s3.putBucketWebsite(
        request ->
            request
                .bucket("site")
                .websiteConfiguration(
                    website ->
                        website
                            .indexDocument(index -> index.suffix("index.html"))
                            .errorDocument(error -> error.key("404.html"))
                            .routingRules(
                                rule ->
                                    rule.condition(condition -> condition.keyPrefixEquals("old/"))
                                        .redirect(
                                            redirect ->
                                                redirect
                                                    .protocol(Protocol.HTTPS)
                                                    .replaceKeyPrefixWith("new/")))));
    put("index.html", "root");
    put("folder/index.html", "folder");
    put("404.html", "my 404");
  }

  private void put(String key, String content) {
    s3.putObject(
        request -> request.bucket("site").key(key).contentType("text/html"),
        RequestBody.fromString(content));
  }

  /** Sends what a browser would whose name service finds the website. */
  private String send(String method, String path) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket
          .getOutputStream()
          .write(
              (method
                      + " "
                      + path
                      + " HTTP/1.1\r\nHost: site.s3-website.localhost\r\nConnection: close\r\n\r\n")
                  .getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }
}

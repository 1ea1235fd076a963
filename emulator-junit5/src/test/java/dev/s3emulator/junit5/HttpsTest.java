package dev.s3emulator.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.s3.AmazonS3;
import dev.s3emulator.S3EmulatorServer;
import io.minio.BucketExistsArgs;
import io.minio.MinioClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.transfer.s3.S3TransferManager;

/** With HTTPS every client that is injected uses it and trusts the certificate. */
@S3Emulator(buckets = @Bucket(name = "photos"), https = true)
class HttpsTest {

  @RegisterExtension
  static final S3EmulatorExtension BUILT =
      S3EmulatorExtension.builder().bucket("videos").https(true).build();

  @Test
  void theEndpointIsThatOfHttps(URI endpoint, S3EmulatorServer server) {
    assertThat(endpoint).isEqualTo(server.httpsEndpoint()).hasScheme("https");
  }

  @Test
  void clientsOfTheSdkTrustTheCertificate(
      S3Client s3, S3AsyncClient async, @Crt S3AsyncClient crt) {
    s3.putObject(r -> r.bucket("photos").key("sync"), RequestBody.fromString("1"));
    async.putObject(r -> r.bucket("photos").key("java"), AsyncRequestBody.fromString("2")).join();
    crt.putObject(r -> r.bucket("photos").key("crt"), AsyncRequestBody.fromString("3")).join();

    assertThat(s3.listObjectsV2(r -> r.bucket("photos")).keyCount()).isEqualTo(3);
  }

  @Test
  void transferManagersTrustTheCertificate(S3TransferManager java, @Crt S3TransferManager onCrt) {
    for (S3TransferManager manager : new S3TransferManager[] {java, onCrt}) {
      assertThat(
              manager
                  .upload(
                      upload ->
                          upload
                              .putObjectRequest(put -> put.bucket("photos").key("big"))
                              .requestBody(AsyncRequestBody.fromBytes(new byte[9 << 20])))
                  .completionFuture()
                  .join()
                  .response()
                  .eTag())
          .endsWith("-2\"");
    }
  }

  @Test
  void otherClientsTrustTheCertificate(AmazonS3 first, MinioClient minio) throws Exception {
    first.putObject("photos", "first", "1");

    assertThat(first.getObjectAsString("photos", "first")).isEqualTo("1");
    assertThat(minio.bucketExists(BucketExistsArgs.builder().bucket("photos").build())).isTrue();
  }

  @Test
  void presignedUrlsAreOfHttps(S3Presigner presigner, S3Client s3, S3EmulatorServer server)
      throws Exception {
    s3.putObject(r -> r.bucket("photos").key("cat"), RequestBody.fromString("miau"));
    URI url =
        presigner
            .presignGetObject(
                presign ->
                    presign
                        .signatureDuration(Duration.ofMinutes(1))
                        .getObjectRequest(get -> get.bucket("photos").key("cat")))
            .url()
            .toURI();

    HttpClient client = HttpClient.newBuilder().sslContext(server.sslContext()).build();

    assertThat(url).hasScheme("https");
    assertThat(client.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString()).body())
        .isEqualTo("miau");
  }

  @Test
  void theBuilderKnowsHttps() {
    assertThat(BUILT.endpoint()).hasScheme("https");
    assertThat(BUILT.client(S3Client.class).listBuckets().buckets())
        .extracting(bucket -> bucket.name())
        .containsExactly("videos");
  }
}

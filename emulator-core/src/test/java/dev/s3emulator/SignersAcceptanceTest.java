package dev.s3emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.amazonaws.ClientConfiguration;
import com.amazonaws.HttpMethod;
import com.amazonaws.auth.AWSStaticCredentialsProvider;
import com.amazonaws.auth.BasicAWSCredentials;
import com.amazonaws.client.builder.AwsClientBuilder.EndpointConfiguration;
import com.amazonaws.services.s3.AmazonS3;
import com.amazonaws.services.s3.AmazonS3ClientBuilder;
import com.amazonaws.services.s3.model.AmazonS3Exception;
import com.amazonaws.services.s3.model.GeneratePresignedUrlRequest;
import com.amazonaws.services.s3.model.ObjectMetadata;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** The signers that people use, against a server that is as strict as S3. */
class SignersAcceptanceTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** What signers and HTTP clients are tempted to encode in another way. */
  private static final String KEY = "a b+c%/d//e&=?$:@!*'(),;~ü€\uD83D\uDE00.txt";

  /** More than one chunk of every SDK. */
  private static final String CONTENT = "0123456789abcdef".repeat(20_000);

  private static final Map<String, String> METADATA = Map.of("two-blanks", "a  b", "empty", "");

  private final S3EmulatorServer server =
      S3EmulatorServer.builder().strict(true).bucket("photos").start();

  @AfterEach
  void closeServer() {
    server.close();
  }

  @Test
  void syncClientOfSdk2() {
    try (S3Client s3 = S3Clients.s3Client(server)) {
      s3.putObject(
          put -> put.bucket("photos").key(KEY).metadata(METADATA), RequestBody.fromString(CONTENT));
      assertThat(s3.getObjectAsBytes(get -> get.bucket("photos").key(KEY)).asUtf8String())
          .isEqualTo(CONTENT);
      assertThat(s3.listObjectsV2(list -> list.bucket("photos").prefix("a b+c%/d//")).contents())
          .singleElement()
          .satisfies(object -> assertThat(object.key()).isEqualTo(KEY));
      s3.deleteObject(delete -> delete.bucket("photos").key(KEY));
    }
  }

  @Test
  void asyncClientOfSdk2() {
    try (S3AsyncClient s3 = S3Clients.s3AsyncClient(server)) {
      roundTrip(s3);
    }
  }

  @Test
  void crtClientOfSdk2() {
    try (S3AsyncClient s3 = S3Clients.s3CrtAsyncClient(server)) {
      roundTrip(s3);
    }
  }

  private static void roundTrip(S3AsyncClient s3) {
    s3.putObject(
            put -> put.bucket("photos").key(KEY).metadata(METADATA),
            AsyncRequestBody.fromString(CONTENT))
        .join();
    assertThat(
            s3.getObject(get -> get.bucket("photos").key(KEY), AsyncResponseTransformer.toBytes())
                .join()
                .asUtf8String())
        .isEqualTo(CONTENT);
    s3.deleteObject(delete -> delete.bucket("photos").key(KEY)).join();
  }

  @Test
  void wrongSecretIsTold() {
    AccessKey wrong = new AccessKey(server.accessKey().accessKeyId(), "wrong");
    try (S3Client s3 = S3Clients.s3Client(server, wrong)) {
      assertThatExceptionOfType(S3Exception.class)
          .isThrownBy(() -> s3.getObjectAsBytes(get -> get.bucket("photos").key(KEY)))
          .satisfies(
              refused -> {
                assertThat(refused.statusCode()).isEqualTo(403);
                assertThat(refused.awsErrorDetails().errorCode())
                    .isEqualTo("SignatureDoesNotMatch");
              });
    }
  }

  @Test
  void temporaryCredentialsServe() {
    AccessKey temporary = server.temporaryCredentials(server.defaultUser(), Duration.ofMinutes(15));
    try (S3Client s3 = S3Clients.s3Client(server, temporary)) {
      s3.putObject(put -> put.bucket("photos").key(KEY), RequestBody.fromString(CONTENT));
    }
    try (S3Presigner presigner = S3Clients.s3Presigner(server, temporary)) {
      URL url =
          presigner
              .presignGetObject(
                  g ->
                      g.signatureDuration(MINUTE)
                          .getObjectRequest(o -> o.bucket("photos").key(KEY)))
              .url();
      assertThat(send("GET", url, "").body()).isEqualTo(CONTENT);
    }
  }

  @Test
  void presignedUrlsOfSdk2() {
    try (S3Presigner presigner = S3Clients.s3Presigner(server)) {
      URL put =
          presigner
              .presignPutObject(
                  p ->
                      p.signatureDuration(MINUTE)
                          .putObjectRequest(o -> o.bucket("photos").key(KEY)))
              .url();
      URL get =
          presigner
              .presignGetObject(
                  g ->
                      g.signatureDuration(MINUTE)
                          .getObjectRequest(
                              o ->
                                  o.bucket("photos")
                                      .key(KEY)
                                      .responseContentDisposition("attachment; filename=\"a b\"")))
              .url();
      URL head =
          presigner
              .presignHeadObject(
                  h ->
                      h.signatureDuration(MINUTE)
                          .headObjectRequest(o -> o.bucket("photos").key(KEY)))
              .url();
      URL delete =
          presigner
              .presignDeleteObject(
                  d ->
                      d.signatureDuration(MINUTE)
                          .deleteObjectRequest(o -> o.bucket("photos").key(KEY)))
              .url();

      assertThat(send("PUT", put, CONTENT).statusCode()).isEqualTo(200);
      HttpResponse<String> got = send("GET", get, "");
      assertThat(got.body()).isEqualTo(CONTENT);
      assertThat(got.headers().firstValue("content-disposition"))
          .contains("attachment; filename=\"a b\"");
      assertThat(send("HEAD", head, "").statusCode()).isEqualTo(200);
      assertThat(send("HEAD", get, "").statusCode()).isEqualTo(403);
      assertThat(send("DELETE", delete, "").statusCode()).isEqualTo(204);
      assertThat(send("GET", get, "").statusCode()).isEqualTo(404);

      server.clock().advance(Duration.ofSeconds(62));
      assertThat(send("GET", get, "").body())
          .contains("<Code>AccessDenied</Code><Message>Request has expired</Message>");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"AWSS3V4SignerType", "S3SignerType"})
  void clientsOfSdk1(String signer) throws Exception {
    AmazonS3 s3 = sdk1(signer, server.accessKey().secretAccessKey());
    try {
      byte[] bytes = CONTENT.getBytes(UTF_8);
      ObjectMetadata metadata = new ObjectMetadata();
      metadata.setContentLength(bytes.length);
      metadata.setContentType("text/plain");
      metadata.addUserMetadata("owner", "alice");
      s3.putObject("photos", KEY, new ByteArrayInputStream(bytes), metadata);
      assertThat(s3.getObjectAsString("photos", KEY)).isEqualTo(CONTENT);
      assertThat(s3.listObjectsV2("photos", "a b+c%/").getKeyCount()).isEqualTo(1);

      GeneratePresignedUrlRequest get =
          new GeneratePresignedUrlRequest("photos", KEY, HttpMethod.GET)
              .withExpiration(Date.from(server.clock().instant().plus(MINUTE)));
      get.addRequestParameter("response-content-type", "text/html");
      HttpResponse<String> got = send("GET", s3.generatePresignedUrl(get), "");
      assertThat(got.body()).isEqualTo(CONTENT);
      assertThat(got.headers().firstValue("content-type")).contains("text/html");
      s3.deleteObject("photos", KEY);
    } finally {
      s3.shutdown();
    }
    AmazonS3 wrong = sdk1(signer, "wrong");
    assertThatExceptionOfType(AmazonS3Exception.class)
        .isThrownBy(() -> wrong.getObjectAsString("photos", KEY))
        .satisfies(
            refused -> assertThat(refused.getErrorCode()).isEqualTo("SignatureDoesNotMatch"));
    wrong.shutdown();
  }

  /** Without the banner that tells the end of this SDK, with its stack trace. */
  @BeforeAll
  static void knowThatItsSupportHasEnded() {
    System.setProperty("aws.java.v1.disableDeprecationAnnouncement", "true");
  }

  private AmazonS3 sdk1(String signer, String secret) {
    return AmazonS3ClientBuilder.standard()
        .withClientConfiguration(new ClientConfiguration().withSignerOverride(signer))
        .withCredentials(
            new AWSStaticCredentialsProvider(
                new BasicAWSCredentials(server.accessKey().accessKeyId(), secret)))
        .withEndpointConfiguration(
            new EndpointConfiguration(server.endpoint().toString(), server.region()))
        .withPathStyleAccessEnabled(true)
        .build();
  }

  @Test
  void presignedUrlOfTheCommandLine(@TempDir Path folder) throws Exception {
    AwsTool aws = new AwsTool(server, folder);
    aws.require("aws", "--version");
    try (S3Client s3 = S3Clients.s3Client(server)) {
      s3.putObject(put -> put.bucket("photos").key("a b.txt"), RequestBody.fromString("sand"));
    }
    String url =
        aws.run(Duration.ofSeconds(60), "aws", "s3", "presign", "s3://photos/a b.txt")
            .successfully();
    assertThat(send("GET", URI.create(url).toURL(), "").body()).isEqualTo("sand");
    assertThat(send("GET", URI.create(url + "&versionId=null").toURL(), "").body())
        .contains("SignatureDoesNotMatch");
  }

  @Test
  void signersOfBoto3(@TempDir Path folder) throws Exception {
    AwsTool python = new AwsTool(server, folder);
    python.require("python3", "-c", "import boto3");
    Path script =
        Path.of(
            Objects.requireNonNull(
                    SignersAcceptanceTest.class.getResource("/clients/boto3_signers.py"))
                .toURI());

    AwsTool.Ending ending = python.run(Duration.ofSeconds(90), "python3", script.toString());

    ending.successfully();
    assertThat(ending.err()).containsPattern("Ran [1-9][0-9]* tests").contains("OK");
  }

  private static HttpResponse<String> send(String method, URL url, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url.toString()))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  @Test
  void presignedUploadInParts() throws IOException, InterruptedException {
    String big = "a/big file+.bin";
    byte[] first = new byte[5 << 20];
    byte[] last = "the end".getBytes(UTF_8);
    try (S3Presigner presigner = S3Clients.s3Presigner(server);
        S3Client s3 = S3Clients.s3Client(server)) {
      String created =
          HTTP.send(
                  HttpRequest.newBuilder(
                          URI.create(
                              presigner
                                  .presignCreateMultipartUpload(
                                      p ->
                                          p.signatureDuration(MINUTE)
                                              .createMultipartUploadRequest(
                                                  c -> c.bucket("photos").key(big)))
                                  .url()
                                  .toString()))
                      .POST(BodyPublishers.noBody())
                      .build(),
                  BodyHandlers.ofString())
              .body();
      String id = created.replaceAll("(?s).*<UploadId>(.*)</UploadId>.*", "$1");
      String firstTag = putPart(presigner, big, id, 1, first);
      String lastTag = putPart(presigner, big, id, 2, last);

      HttpResponse<String> completed =
          HTTP.send(
              HttpRequest.newBuilder(
                      URI.create(
                          presigner
                              .presignCompleteMultipartUpload(
                                  p ->
                                      p.signatureDuration(MINUTE)
                                          .completeMultipartUploadRequest(
                                              c -> c.bucket("photos").key(big).uploadId(id)))
                              .url()
                              .toString()))
                  .POST(
                      BodyPublishers.ofString(
                          "<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>"
                              + firstTag
                              + "</ETag></Part><Part><PartNumber>2</PartNumber><ETag>"
                              + lastTag
                              + "</ETag></Part></CompleteMultipartUpload>"))
                  .build(),
              BodyHandlers.ofString());

      assertThat(completed.statusCode()).as(completed.body()).isEqualTo(200);
      assertThat(s3.headObject(head -> head.bucket("photos").key(big)).contentLength())
          .isEqualTo(first.length + last.length);
    }
  }

  private static String putPart(
      S3Presigner presigner, String key, String uploadId, int number, byte[] content)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        HTTP.send(
            HttpRequest.newBuilder(
                    URI.create(
                        presigner
                            .presignUploadPart(
                                p ->
                                    p.signatureDuration(MINUTE)
                                        .uploadPartRequest(
                                            part ->
                                                part.bucket("photos")
                                                    .key(key)
                                                    .uploadId(uploadId)
                                                    .partNumber(number)))
                            .url()
                            .toString()))
                .PUT(BodyPublishers.ofByteArray(content))
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.headers().firstValue("ETag").orElseThrow();
  }
}

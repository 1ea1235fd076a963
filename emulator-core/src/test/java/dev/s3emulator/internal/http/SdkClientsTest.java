package dev.s3emulator.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.s3emulator.journal.RecordedRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtAsyncHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

/** None of the SDK's HTTP clients may stumble over the forms of our answers, on one connection. */
class SdkClientsTest {

  private static WireServer server;

  @BeforeAll
  static void start() {
    server = new WireServer();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<Supplier<SdkHttpClient>> syncClients() {
    return Stream.of(
        () -> UrlConnectionHttpClient.create(),
        () -> ApacheHttpClient.builder().maxConnections(1).build(),
        () -> Apache5HttpClient.builder().maxConnections(1).build(),
        () -> AwsCrtHttpClient.builder().maxConcurrency(1).build());
  }

  static Stream<Supplier<SdkAsyncHttpClient>> asyncClients() {
    return Stream.of(
        () -> NettyNioAsyncHttpClient.builder().maxConcurrency(1).build(),
        () -> AwsCrtAsyncHttpClient.builder().maxConcurrency(1).build());
  }

  @ParameterizedTest
  @MethodSource("syncClients")
  void syncClientGetsEveryFormOfAnswer(Supplier<SdkHttpClient> http) {
    try (SdkHttpClient client = http.get();
        S3Client s3 =
            S3Client.builder()
                .httpClient(client)
                .endpointOverride(server.uri(""))
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(credentials())
                .overrideConfiguration(limits())
                .build()) {
      for (int i = 0; i < 3; i++) {
        s3.headBucket(request -> request.bucket("b"));
        assertThatThrownBy(() -> s3.headBucket(request -> request.bucket("missing")))
            .isInstanceOf(NoSuchBucketException.class);
        s3.deleteObject(request -> request.bucket("b").key("k"));
        assertThatThrownBy(() -> s3.deleteObject(r -> r.bucket("missing").key("k")))
            .isInstanceOf(NoSuchBucketException.class);
        DeleteObjectsResponse deleted =
            s3.deleteObjects(request -> request.bucket("b").delete(d -> d.objects(keys())));
        assertThat(deleted.deleted()).hasSize(1000);
        assertThatThrownBy(
                () -> s3.deleteObjects(r -> r.bucket("missing").delete(d -> d.objects(keys()))))
            .isInstanceOf(NoSuchBucketException.class);
      }
    }
    assertThat(server.requests()).noneMatch(request -> request.status() >= 500);
  }

  @ParameterizedTest
  @MethodSource("asyncClients")
  void asyncClientGetsEveryFormOfAnswer(Supplier<SdkAsyncHttpClient> http) {
    try (SdkAsyncHttpClient client = http.get();
        S3AsyncClient s3 =
            S3AsyncClient.builder()
                .httpClient(client)
                .endpointOverride(server.uri(""))
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(credentials())
                .overrideConfiguration(limits())
                .build()) {
      for (int i = 0; i < 3; i++) {
        s3.headBucket(request -> request.bucket("b")).join();
        assertThatThrownBy(() -> s3.headBucket(request -> request.bucket("missing")).join())
            .isInstanceOf(CompletionException.class)
            .hasCauseInstanceOf(NoSuchBucketException.class);
        s3.deleteObject(request -> request.bucket("b").key("k")).join();
        DeleteObjectsResponse deleted =
            s3.deleteObjects(r -> r.bucket("b").delete(d -> d.objects(keys()))).join();
        assertThat(deleted.deleted()).hasSize(1000);
        assertThatThrownBy(
                () ->
                    s3.deleteObjects(r -> r.bucket("missing").delete(d -> d.objects(keys())))
                        .join())
            .hasCauseInstanceOf(NoSuchBucketException.class);
      }
    }
    assertThat(server.requests()).extracting(RecordedRequest::status).allMatch(s -> s < 500);
  }

  private static List<ObjectIdentifier> keys() {
    return Stream.iterate(0, i -> i + 1)
        .limit(1000)
        .map(i -> ObjectIdentifier.builder().key("some/long/key/of/an/object/" + i).build())
        .toList();
  }

  private static StaticCredentialsProvider credentials() {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret"));
  }

  private static ClientOverrideConfiguration limits() {
    return ClientOverrideConfiguration.builder()
        .apiCallTimeout(Duration.ofSeconds(20))
        .retryStrategy(retry -> retry.maxAttempts(1))
        .build();
  }
}

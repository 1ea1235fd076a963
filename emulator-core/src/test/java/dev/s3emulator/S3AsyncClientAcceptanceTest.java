package dev.s3emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.transfer.s3.S3TransferManager;

/** The asynchronous clients of the AWS SDK, on Netty and on the CRT, with their defaults. */
@Timeout(60)
class S3AsyncClientAcceptanceTest {

  private static final int LARGE = 20 << 20;

  /** Not the clients themselves as arguments: JUnit would close them after their first test. */
  enum Http {
    NETTY,
    CRT
  }

  private static S3EmulatorServer server;
  private static final Map<Http, S3AsyncClient> clients = new EnumMap<>(Http.class);

  private final String bucket = "bucket-" + UUID.randomUUID();

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    server = S3EmulatorServer.start();
    clients.put(Http.NETTY, S3Clients.s3AsyncClient(server));
    clients.put(Http.CRT, S3Clients.s3CrtAsyncClient(server));
  }

  @AfterAll
  static void close() {
    clients.values().forEach(S3AsyncClient::close);
    server.close();
  }

  @BeforeEach
  void createBucket() {
    server.createBucket(bucket);
  }

  @AfterEach
  void nothingFailedInside() {
    assertThat(server.journal().failures()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void putsGetsAndDeletesAnObject(Http http) {
    S3AsyncClient s3 = clients.get(http);
    s3.putObject(b -> b.bucket(bucket).key("a/b c"), AsyncRequestBody.fromString("sand")).join();
    assertThat(
            s3.getObject(b -> b.bucket(bucket).key("a/b c"), AsyncResponseTransformer.toBytes())
                .join()
                .asUtf8String())
        .isEqualTo("sand");
    assertThat(s3.headObject(b -> b.bucket(bucket).key("a/b c")).join().contentLength())
        .isEqualTo(4);

    s3.deleteObject(b -> b.bucket(bucket).key("a/b c")).join();
    assertThat(s3.listObjectsV2(b -> b.bucket(bucket)).join().contents()).isEmpty();
  }

  // Beyond 8 MiB the CRT uploads in parts.
  @ParameterizedTest
  @CsvSource({"NETTY, 100000", "NETTY, 20971520", "CRT, 100000", "CRT, 20971520"})
  void transferManagerUploadsAndDownloads(Http http, int size) throws IOException {
    S3AsyncClient s3 = clients.get(http);
    Path source = randomFile(size);
    Path target = folder.resolve("target");
    try (S3TransferManager transfers = S3TransferManager.builder().s3Client(s3).build()) {
      transfers
          .uploadFile(u -> u.putObjectRequest(p -> p.bucket(bucket).key("key")).source(source))
          .completionFuture()
          .join();
      transfers
          .downloadFile(
              d -> d.getObjectRequest(g -> g.bucket(bucket).key("key")).destination(target))
          .completionFuture()
          .join();
    }
    assertThat(target).hasSameBinaryContentAs(source);
  }

  @Test
  void theCrtDownloadsALargeObjectInRanges() throws IOException {
    Path source = randomFile(LARGE);
    clients.get(Http.NETTY).putObject(b -> b.bucket(bucket).key("key"), source).join();
    Path target = folder.resolve("target");
    clients.get(Http.CRT).getObject(b -> b.bucket(bucket).key("key"), target).join();

    assertThat(target).hasSameBinaryContentAs(source);
  }

  @ParameterizedTest
  @EnumSource
  void transferManagerUploadsAFolder(Http http) throws IOException {
    S3AsyncClient s3 = clients.get(http);
    for (String name : List.of("a.txt", "b.txt", "c.txt")) {
      Files.writeString(folder.resolve(name), name);
    }
    try (S3TransferManager transfers = S3TransferManager.builder().s3Client(s3).build()) {
      assertThat(
              transfers
                  .uploadDirectory(u -> u.bucket(bucket).source(folder))
                  .completionFuture()
                  .join()
                  .failedTransfers())
          .isEmpty();
    }
    assertThat(s3.listObjectsV2(b -> b.bucket(bucket)).join().contents())
        .extracting(object -> object.key())
        .containsExactly("a.txt", "b.txt", "c.txt");
  }

  private Path randomFile(int size) throws IOException {
    byte[] bytes = new byte[size];
    new Random(42).nextBytes(bytes);
    return Files.write(folder.resolve("source"), bytes);
  }
}

package dev.s3emulator.examples.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.junit5.Bucket;
import dev.s3emulator.junit5.Crt;
import dev.s3emulator.junit5.InjectS3;
import dev.s3emulator.junit5.S3Emulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.transfer.s3.S3TransferManager;
import software.amazon.awssdk.transfer.s3.model.CompletedDirectoryUpload;
import software.amazon.awssdk.transfer.s3.model.DownloadRequest;

/** The transfer managers of the AWS SDK for Java 2, the SDK's own and that on the CRT. */
@S3Emulator(buckets = @Bucket(name = "photos"))
class TransfersTest {

  /** Enough for several parts. */
  private static final int LARGE = 20 << 20;

  @InjectS3 private S3AsyncClient s3;
  @InjectS3 private S3TransferManager java;
  @InjectS3 @Crt private S3TransferManager crt;
  @TempDir private Path folder;

  @ParameterizedTest(name = "on the CRT: {0}")
  @ValueSource(booleans = {false, true})
  void largeFilesGoUpInPartsAreCopiedAndComeBack(boolean onCrt) throws IOException {
    S3TransferManager transfers = onCrt ? crt : java;
    byte[] bytes = new byte[LARGE];
    new Random(42).nextBytes(bytes);
    Path source = Files.write(folder.resolve("source"), bytes);

    transfers
        .uploadFile(
            up -> up.putObjectRequest(put -> put.bucket("photos").key("large")).source(source))
        .completionFuture()
        .join();
    transfers
        .copy(
            copy ->
                copy.copyObjectRequest(
                    from ->
                        from.sourceBucket("photos")
                            .sourceKey("large")
                            .destinationBucket("photos")
                            .destinationKey("copy of it")))
        .completionFuture()
        .join();
    transfers
        .downloadFile(
            down ->
                down.getObjectRequest(get -> get.bucket("photos").key("copy of it"))
                    .destination(folder.resolve("target")))
        .completionFuture()
        .join();

    assertThat(folder.resolve("target")).hasSameBinaryContentAs(source);
    assertThat(s3.headObject(head -> head.bucket("photos").key("large")).join().eTag())
        .as("the ETag of an upload in parts")
        .matches("\"[0-9a-f]{32}-\\d+\"");
  }

  @ParameterizedTest(name = "on the CRT: {0}")
  @ValueSource(booleans = {false, true})
  void foldersGoUpAndComeBack(boolean onCrt) throws IOException {
    S3TransferManager transfers = onCrt ? crt : java;
    Path source = Files.createDirectories(folder.resolve("source/a b/c+d")).resolve("../..");
    Files.writeString(source.resolve("one.txt"), "one");
    Files.writeString(source.resolve("a b/two.txt"), "two");
    Files.writeString(source.resolve("a b/c+d/three.txt"), "three");

    CompletedDirectoryUpload up =
        transfers
            .uploadDirectory(it -> it.bucket("photos").source(source.normalize()).s3Prefix("all"))
            .completionFuture()
            .join();
    var down =
        transfers
            .downloadDirectory(
                it ->
                    it.bucket("photos")
                        .destination(folder.resolve("target"))
                        .listObjectsV2RequestTransformer(list -> list.prefix("all/")))
            .completionFuture()
            .join();

    assertThat(up.failedTransfers()).isEmpty();
    assertThat(down.failedTransfers()).isEmpty();
    assertThat(s3.listObjectsV2(list -> list.bucket("photos")).join().contents())
        .extracting(S3Object::key)
        .containsExactly("all/a b/c+d/three.txt", "all/a b/two.txt", "all/one.txt");
    assertThat(folder.resolve("target/a b/c+d/three.txt")).hasContent("three");
  }

  @ParameterizedTest(name = "on the CRT: {0}")
  @ValueSource(booleans = {false, true})
  void bytesInMemoryGoUpAndComeBack(boolean onCrt) {
    S3TransferManager transfers = onCrt ? crt : java;
    transfers
        .upload(
            up ->
                up.putObjectRequest(put -> put.bucket("photos").key("a"))
                    .requestBody(AsyncRequestBody.fromString("a photo")))
        .completionFuture()
        .join();

    var back =
        transfers
            .download(
                DownloadRequest.builder()
                    .getObjectRequest(get -> get.bucket("photos").key("a"))
                    .responseTransformer(AsyncResponseTransformer.toBytes())
                    .build())
            .completionFuture()
            .join();

    assertThat(back.result().asUtf8String()).isEqualTo("a photo");
  }
}

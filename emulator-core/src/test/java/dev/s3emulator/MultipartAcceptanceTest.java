package dev.s3emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.GetObjectAttributesResponse;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.ObjectAttributes;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;
import software.amazon.awssdk.transfer.s3.S3TransferManager;

/** Uploads in parts with the AWS SDK: by hand, and as its asynchronous clients do by themselves. */
@Timeout(120)
class MultipartAcceptanceTest {

  private static final int PART = 5 << 20;
  private static final byte[] CONTENT = new byte[PART + 1000];

  private static S3EmulatorServer server;
  private static S3Client s3;

  private final String bucket = "bucket-" + UUID.randomUUID();

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    new Random(42).nextBytes(CONTENT);
    server = S3EmulatorServer.start();
    s3 = S3Clients.s3Client(server);
  }

  @AfterAll
  static void close() {
    s3.close();
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

  @Test
  void uploadWithTheDefaultsOfTheSdk() {
    CompleteMultipartUploadResponse completed = upload(create -> {});

    assertThat(completed.eTag()).endsWith("-2\"");
    assertThat(completed.location()).startsWith(server.endpoint() + "/" + bucket + "/dir%2Fkey");
    assertThat(read().asByteArray()).isEqualTo(CONTENT);
  }

  @ParameterizedTest
  @EnumSource(names = {"CRC32", "CRC32_C", "CRC64_NVME", "SHA1", "SHA256"})
  void uploadWithAChecksum(ChecksumAlgorithm algorithm) {
    CompleteMultipartUploadResponse completed =
        upload(create -> create.checksumAlgorithm(algorithm));

    assertThat(completed.checksumType())
        .isEqualTo(
            algorithm == ChecksumAlgorithm.CRC64_NVME
                ? ChecksumType.FULL_OBJECT
                : ChecksumType.COMPOSITE);
    assertThat(read().asByteArray()).isEqualTo(CONTENT);
  }

  @Test
  void uploadWithAFullObjectChecksum() {
    CompleteMultipartUploadResponse completed =
        upload(
            create ->
                create
                    .checksumAlgorithm(ChecksumAlgorithm.CRC32)
                    .checksumType(ChecksumType.FULL_OBJECT));

    assertThat(completed.checksumType()).isEqualTo(ChecksumType.FULL_OBJECT);
    // The client compares the content with this checksum.
    ResponseBytes<GetObjectResponse> object = read();
    assertThat(object.response().checksumCRC32()).isEqualTo(completed.checksumCRC32());
    assertThat(object.asByteArray()).isEqualTo(CONTENT);
  }

  @Test
  void partsAreReadByTheirNumber() {
    upload(create -> create.checksumAlgorithm(ChecksumAlgorithm.SHA256));

    ResponseBytes<GetObjectResponse> second =
        s3.getObjectAsBytes(
            get ->
                get.bucket(bucket).key("dir/key").partNumber(2).checksumMode(ChecksumMode.ENABLED));
    HeadObjectResponse first =
        s3.headObject(head -> head.bucket(bucket).key("dir/key").partNumber(1));

    assertThat(second.asByteArray()).isEqualTo(Arrays.copyOfRange(CONTENT, PART, CONTENT.length));
    assertThat(second.response().partsCount()).isEqualTo(2);
    assertThat(second.response().contentRange())
        .isEqualTo("bytes " + PART + "-" + (CONTENT.length - 1) + "/" + CONTENT.length);
    assertThat(first.contentLength()).isEqualTo(PART);
    assertThat(first.partsCount()).isEqualTo(2);
  }

  @Test
  void attributesShowTheParts() {
    upload(create -> create.checksumAlgorithm(ChecksumAlgorithm.CRC32_C));

    GetObjectAttributesResponse attributes =
        s3.getObjectAttributes(
            get ->
                get.bucket(bucket)
                    .key("dir/key")
                    .maxParts(1)
                    .objectAttributes(ObjectAttributes.knownValues()));

    assertThat(attributes.objectSize()).isEqualTo(CONTENT.length);
    assertThat(attributes.eTag()).endsWith("-2");
    assertThat(attributes.checksum().checksumType()).isEqualTo(ChecksumType.COMPOSITE);
    assertThat(attributes.objectParts().totalPartsCount()).isEqualTo(2);
    assertThat(attributes.objectParts().isTruncated()).isTrue();
    assertThat(attributes.objectParts().parts())
        .singleElement()
        .satisfies(part -> assertThat(part.size()).isEqualTo(PART))
        .satisfies(part -> assertThat(part.checksumCRC32C()).isNotEmpty());
  }

  @Test
  void uploadsAndPartsAreListedPageByPage() {
    String id = s3.createMultipartUpload(create -> create.bucket(bucket).key("a")).uploadId();
    s3.createMultipartUpload(create -> create.bucket(bucket).key("b/c d"));
    s3.createMultipartUpload(create -> create.bucket(bucket).key("b/c d"));
    for (int number = 1; number <= 3; number++) {
      int part = number;
      s3.uploadPart(
          put -> put.bucket(bucket).key("a").uploadId(id).partNumber(part),
          RequestBody.fromString("x"));
    }

    assertThat(
            s3.listMultipartUploadsPaginator(list -> list.bucket(bucket).maxUploads(1)).uploads())
        .extracting(MultipartUpload::key)
        .containsExactly("a", "b/c d", "b/c d");
    assertThat(
            s3.listPartsPaginator(list -> list.bucket(bucket).key("a").uploadId(id).maxParts(2))
                .parts())
        .extracting(Part::partNumber)
        .containsExactly(1, 2, 3);
  }

  @Test
  void partsAreCopiedFromRangesOfAnotherObject() {
    s3.putObject(put -> put.bucket(bucket).key("source"), RequestBody.fromBytes(CONTENT));
    String id = s3.createMultipartUpload(create -> create.bucket(bucket).key("key")).uploadId();
    String[] ranges = {"bytes=0-" + (PART - 1), "bytes=" + PART + "-" + (CONTENT.length - 1)};
    CompletedPart[] parts = new CompletedPart[ranges.length];
    for (int i = 0; i < ranges.length; i++) {
      int index = i;
      var copied =
          s3.uploadPartCopy(
                  copy ->
                      copy.sourceBucket(bucket)
                          .sourceKey("source")
                          .copySourceRange(ranges[index])
                          .destinationBucket(bucket)
                          .destinationKey("key")
                          .uploadId(id)
                          .partNumber(index + 1))
              .copyPartResult();
      parts[i] =
          CompletedPart.builder()
              .partNumber(i + 1)
              .eTag(copied.eTag())
              .checksumCRC32(copied.checksumCRC32())
              .build();
    }
    s3.completeMultipartUpload(
        complete ->
            complete.bucket(bucket).key("key").uploadId(id).multipartUpload(m -> m.parts(parts)));

    assertThat(s3.getObjectAsBytes(get -> get.bucket(bucket).key("key")).asByteArray())
        .isEqualTo(CONTENT);
  }

  @Test
  void abortedUploadIsNoMore() {
    String id = s3.createMultipartUpload(create -> create.bucket(bucket).key("key")).uploadId();
    s3.abortMultipartUpload(abort -> abort.bucket(bucket).key("key").uploadId(id));

    assertThatExceptionOfType(NoSuchUploadException.class)
        .isThrownBy(
            () ->
                s3.uploadPart(
                    put -> put.bucket(bucket).key("key").uploadId(id).partNumber(1),
                    RequestBody.fromBytes(CONTENT)));
    assertThat(s3.listMultipartUploads(list -> list.bucket(bucket)).uploads()).isEmpty();
  }

  @Test
  void resetAndSnapshotsIncludeUploads() {
    try (S3EmulatorServer other = S3EmulatorServer.start();
        S3Client client = S3Clients.s3Client(other)) {
      other.createBucket("seeded");
      client.createMultipartUpload(create -> create.bucket("seeded").key("key"));
      S3Snapshot snapshot = other.snapshot();

      other.reset();
      assertThat(client.listMultipartUploads(list -> list.bucket("seeded")).uploads()).isEmpty();
      other.restore(snapshot);
      assertThat(client.listMultipartUploads(list -> list.bucket("seeded")).uploads()).hasSize(1);
    }
  }

  /** Beyond its threshold this client uploads in parts, and downloads by part numbers. */
  @ParameterizedTest
  @ValueSource(ints = {100_000, 20 << 20})
  void asynchronousClientWithMultipartEnabled(int size) throws IOException {
    byte[] content = new byte[size];
    new Random(7).nextBytes(content);
    Path source = Files.write(folder.resolve("source"), content);
    Path target = folder.resolve("target");
    try (S3AsyncClient client = multipartClient();
        S3TransferManager transfers = S3TransferManager.builder().s3Client(client).build()) {
      client
          .putObject(put -> put.bucket(bucket).key("put"), AsyncRequestBody.fromFile(source))
          .join();
      transfers
          .uploadFile(up -> up.source(source).putObjectRequest(p -> p.bucket(bucket).key("key")))
          .completionFuture()
          .join();
      transfers
          .downloadFile(
              down -> down.destination(target).getObjectRequest(g -> g.bucket(bucket).key("key")))
          .completionFuture()
          .join();
      client
          .copyObject(
              copy ->
                  copy.sourceBucket(bucket)
                      .sourceKey("put")
                      .destinationBucket(bucket)
                      .destinationKey("copy"))
          .join();
    }

    assertThat(target).hasBinaryContent(content);
    assertThat(s3.getObjectAsBytes(get -> get.bucket(bucket).key("copy")).asByteArray())
        .isEqualTo(content);
    assertThat(s3.headObject(head -> head.bucket(bucket).key("key")).eTag().contains("-"))
        .isEqualTo(size > 8 << 20);
    assertThat(s3.listMultipartUploads(list -> list.bucket(bucket)).uploads()).isEmpty();
  }

  private S3AsyncClient multipartClient() {
    AccessKey key = server.accessKey();
    return S3AsyncClient.builder()
        .endpointOverride(server.endpoint())
        .region(Region.of(server.region()))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(key.accessKeyId(), key.secretAccessKey())))
        .forcePathStyle(true)
        .multipartEnabled(true)
        .build();
  }

  /** Uploads the content in two parts to {@code dir/key}. */
  private CompleteMultipartUploadResponse upload(
      Consumer<CreateMultipartUploadRequest.Builder> settings) {
    CreateMultipartUploadRequest.Builder create =
        CreateMultipartUploadRequest.builder().bucket(bucket).key("dir/key");
    settings.accept(create);
    String id = s3.createMultipartUpload(create.build()).uploadId();
    ChecksumAlgorithm algorithm = create.build().checksumAlgorithm();
    List<CompletedPart> parts =
        List.of(
            part(id, 1, Arrays.copyOf(CONTENT, PART), algorithm),
            part(id, 2, Arrays.copyOfRange(CONTENT, PART, CONTENT.length), algorithm));
    return s3.completeMultipartUpload(
        complete ->
            complete
                .bucket(bucket)
                .key("dir/key")
                .uploadId(id)
                .multipartUpload(list -> list.parts(parts)));
  }

  private CompletedPart part(String id, int number, byte[] content, ChecksumAlgorithm algorithm) {
    UploadPartResponse part =
        s3.uploadPart(
            put ->
                put.bucket(bucket)
                    .key("dir/key")
                    .uploadId(id)
                    .partNumber(number)
                    .checksumAlgorithm(algorithm),
            RequestBody.fromBytes(content));
    CompletedPart.Builder completed = CompletedPart.builder().partNumber(number).eTag(part.eTag());
    if (algorithm != null) {
      // S3 knows the checksums only of an upload that named the algorithm.
      completed
          .checksumCRC32(part.checksumCRC32())
          .checksumCRC32C(part.checksumCRC32C())
          .checksumCRC64NVME(part.checksumCRC64NVME())
          .checksumSHA1(part.checksumSHA1())
          .checksumSHA256(part.checksumSHA256());
    }
    return completed.build();
  }

  private ResponseBytes<GetObjectResponse> read() {
    return s3.getObjectAsBytes(
        get -> get.bucket(bucket).key("dir/key").checksumMode(ChecksumMode.ENABLED));
  }
}

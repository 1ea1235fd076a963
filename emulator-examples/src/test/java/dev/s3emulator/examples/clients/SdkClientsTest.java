package dev.s3emulator.examples.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.S3EmulatorServer;
import dev.s3emulator.junit5.Bucket;
import dev.s3emulator.junit5.InjectS3;
import dev.s3emulator.junit5.S3Emulator;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.SdkPublisher;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The waiters of the AWS SDK for Java 2, and its paginators of all listings that are emulated. */
@S3Emulator(buckets = @Bucket(name = "photos"))
class SdkClientsTest {

  private static final List<String> NAMES =
      IntStream.range(0, 5).mapToObj(number -> "folder " + number + "/a+b").toList();

  @InjectS3 private S3Client s3;
  @InjectS3 private S3AsyncClient async;

  @BeforeEach
  void putObjects() {
    NAMES.forEach(
        name -> s3.putObject(put -> put.bucket("photos").key(name), RequestBody.fromString("x")));
  }

  @Test
  void bucketsComeInPages(S3EmulatorServer server) {
    List<String> buckets = List.of("photos", "photos-1", "photos-2");
    buckets.stream().skip(1).forEach(server::createBucket);

    assertThat(s3.listBucketsPaginator(list -> list.maxBuckets(2)).buckets())
        .extracting(bucket -> bucket.name())
        .containsExactlyElementsOf(buckets);
    assertThat(collected(async.listBucketsPaginator(list -> list.maxBuckets(2)).buckets()))
        .hasSize(3);
  }

  @Test
  void objectsAndPrefixesComeInPages() {
    assertThat(s3.listObjectsV2Paginator(list -> list.bucket("photos").maxKeys(2)).contents())
        .extracting(S3Object::key)
        .containsExactlyElementsOf(NAMES);
    assertThat(
            s3.listObjectsV2Paginator(list -> list.bucket("photos").delimiter("/").maxKeys(2))
                .commonPrefixes())
        .hasSize(5);
    assertThat(
            collected(
                async.listObjectsV2Paginator(list -> list.bucket("photos").maxKeys(2)).contents()))
        .extracting(S3Object::key)
        .containsExactlyElementsOf(NAMES);
  }

  @Test
  void versionsAndDeleteMarkersComeInPages() {
    s3.putBucketVersioning(
        put ->
            put.bucket("photos")
                .versioningConfiguration(to -> to.status(BucketVersioningStatus.ENABLED)));
    NAMES.forEach(name -> s3.deleteObject(delete -> delete.bucket("photos").key(name)));

    var pages = s3.listObjectVersionsPaginator(list -> list.bucket("photos").maxKeys(3));
    assertThat(pages.versions()).extracting(ObjectVersion::key).containsExactlyElementsOf(NAMES);
    assertThat(pages.deleteMarkers())
        .extracting(DeleteMarkerEntry::key)
        .containsExactlyElementsOf(NAMES);
    assertThat(
            collected(
                async
                    .listObjectVersionsPaginator(list -> list.bucket("photos").maxKeys(3))
                    .deleteMarkers()))
        .hasSize(5);
  }

  @Test
  void uploadsAndPartsComeInPages() {
    List<String> uploads =
        NAMES.stream()
            .map(name -> s3.createMultipartUpload(it -> it.bucket("photos").key(name)).uploadId())
            .toList();
    for (int number = 1; number <= 5; number++) {
      int part = number;
      s3.uploadPart(
          it -> it.bucket("photos").key(NAMES.get(0)).uploadId(uploads.get(0)).partNumber(part),
          RequestBody.fromString("part " + part));
    }

    assertThat(
            s3.listMultipartUploadsPaginator(list -> list.bucket("photos").maxUploads(2)).uploads())
        .extracting(MultipartUpload::uploadId)
        .containsExactlyElementsOf(uploads);
    assertThat(
            s3.listPartsPaginator(
                    list ->
                        list.bucket("photos")
                            .key(NAMES.get(0))
                            .uploadId(uploads.get(0))
                            .maxParts(2))
                .parts())
        .extracting(Part::partNumber)
        .containsExactly(1, 2, 3, 4, 5);
    assertThat(
            collected(
                async
                    .listMultipartUploadsPaginator(list -> list.bucket("photos").maxUploads(2))
                    .uploads()))
        .hasSize(5);
    assertThat(
            collected(
                async
                    .listPartsPaginator(
                        list ->
                            list.bucket("photos")
                                .key(NAMES.get(0))
                                .uploadId(uploads.get(0))
                                .maxParts(2))
                    .parts()))
        .hasSize(5);
  }

  @Test
  void waitersSeeBucketsAndObjectsComeAndGo() {
    try (var waiter = s3.waiter()) {
      assertThat(waiter.waitUntilBucketExists(it -> it.bucket("photos")).matched().response())
          .isPresent();
      waiter.waitUntilObjectExists(it -> it.bucket("photos").key(NAMES.get(0)));
      s3.deleteObject(it -> it.bucket("photos").key(NAMES.get(0)));
      waiter.waitUntilObjectNotExists(it -> it.bucket("photos").key(NAMES.get(0)));
      waiter.waitUntilBucketNotExists(it -> it.bucket("no-photos"));
    }
  }

  @Test
  void asynchronousWaitersSeeBucketsAndObjectsComeAndGo() {
    try (var waiter = async.waiter()) {
      async.createBucket(it -> it.bucket("new")).join();
      async
          .putObject(it -> it.bucket("new").key("a"), AsyncRequestBody.fromString("x"))
          .thenCompose(put -> waiter.waitUntilObjectExists(it -> it.bucket("new").key("a")))
          .thenCompose(there -> async.deleteObject(it -> it.bucket("new").key("a")))
          .thenCompose(gone -> waiter.waitUntilObjectNotExists(it -> it.bucket("new").key("a")))
          .thenCompose(absent -> waiter.waitUntilBucketExists(it -> it.bucket("new")))
          .thenCompose(there -> async.deleteBucket(it -> it.bucket("new")))
          .thenCompose(gone -> waiter.waitUntilBucketNotExists(it -> it.bucket("new")))
          .join();
    }
  }

  private static <T> List<T> collected(SdkPublisher<T> publisher) {
    List<T> items = new ArrayList<>();
    publisher.subscribe(items::add).join();
    return items;
  }
}

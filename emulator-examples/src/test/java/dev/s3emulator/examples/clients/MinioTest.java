package dev.s3emulator.examples.clients;

import static dev.s3emulator.model.S3Operation.DELETE_OBJECTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.s3emulator.S3EmulatorServer;
import dev.s3emulator.Versioning;
import dev.s3emulator.junit5.Bucket;
import dev.s3emulator.junit5.InjectS3;
import dev.s3emulator.junit5.S3Emulator;
import io.minio.BucketExistsArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.RemoveObjectsArgs;
import io.minio.Result;
import io.minio.StatObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.messages.DeleteError;
import io.minio.messages.DeleteObject;
import io.minio.messages.Item;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The client of MinIO: the documented deletes, and its pages. */
@S3Emulator(buckets = @Bucket(name = "photos", versioning = Versioning.ENABLED))
class MinioTest {

  @InjectS3 private MinioClient minio;

  @Test
  void twoVersionsOfHappyFaceAreGoneForGood() throws Exception {
    List<DeleteObject> versions =
        List.of(
            new DeleteObject("HappyFace.jpg", put("HappyFace.jpg")),
            new DeleteObject("HappyFace.jpg", put("HappyFace.jpg")));

    assertThat(removed(versions)).isEmpty();
    assertThat(versionsOf("photos")).isEmpty();
  }

  @Test
  void twoKeysGetDeleteMarkers() throws Exception {
    put("objectkey1");
    put("objectkey2");

    assertThat(removed(List.of(new DeleteObject("objectkey1"), new DeleteObject("objectkey2"))))
        .isEmpty();
    assertThat(versionsOf("photos")).hasSize(4).filteredOn(Item::isDeleteMarker).hasSize(2);
  }

  /** S3 tells of NoSuchVersion, but the client takes it for success. */
  @Test
  void aVersionIdOfNobodyIsNoFailure(S3EmulatorServer server) throws Exception {
    put("a");

    assertThat(removed(List.of(new DeleteObject("a"), new DeleteObject("b", "abc")))).isEmpty();
    assertThat(server.requests().operation(DELETE_OBJECTS).last().orElseThrow().responseDocument())
        .hasValueSatisfying(answer -> assertThat(answer).contains("<Code>NoSuchVersion</Code>"));
  }

  @Test
  void aVersionIsRemovedForGood(S3EmulatorServer server) throws Exception {
    String version = put("a");
    minio.removeObject(
        RemoveObjectArgs.builder().bucket("photos").object("a").versionId(version).build());

    assertThat(server.snapshot().bucket("photos").orElseThrow().keys()).isEmpty();
    assertThatExceptionOfType(ErrorResponseException.class)
        .isThrownBy(
            () -> minio.statObject(StatObjectArgs.builder().bucket("photos").object("a").build()))
        .satisfies(failure -> assertThat(failure.errorResponse().code()).isEqualTo("NoSuchKey"));
  }

  @Test
  void objectsComeInPages() throws Exception {
    List<String> keys = List.of("a b", "c+d", "e");
    for (String key : keys) {
      put(key);
    }

    assertThat(minio.bucketExists(BucketExistsArgs.builder().bucket("photos").build())).isTrue();
    assertThat(items(ListObjectsArgs.builder().bucket("photos").maxKeys(2).build()))
        .extracting(Item::objectName)
        .containsExactlyElementsOf(keys);
  }

  private String put(String key) throws Exception {
    byte[] photo = {1, 2, 3};
    return minio
        .putObject(
            PutObjectArgs.builder().bucket("photos").object(key).stream(
                    new ByteArrayInputStream(photo), photo.length, -1)
                .build())
        .versionId();
  }

  /** Returns what failed; the client sends nothing before somebody looks at the results. */
  private List<DeleteError> removed(List<DeleteObject> objects) throws Exception {
    return all(
        minio.removeObjects(RemoveObjectsArgs.builder().bucket("photos").objects(objects).build()));
  }

  private List<Item> versionsOf(String bucket) throws Exception {
    return items(ListObjectsArgs.builder().bucket(bucket).includeVersions(true).build());
  }

  private List<Item> items(ListObjectsArgs args) throws Exception {
    return all(minio.listObjects(args));
  }

  private static <T> List<T> all(Iterable<Result<T>> results) throws Exception {
    List<T> all = new ArrayList<>();
    for (Result<T> result : results) {
      all.add(result.get());
    }
    return all;
  }
}

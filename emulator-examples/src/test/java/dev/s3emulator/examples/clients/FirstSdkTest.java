package dev.s3emulator.examples.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.amazonaws.services.s3.AmazonS3;
import com.amazonaws.services.s3.iterable.S3Objects;
import com.amazonaws.services.s3.iterable.S3Versions;
import com.amazonaws.services.s3.model.DeleteObjectsRequest;
import com.amazonaws.services.s3.model.DeleteObjectsRequest.KeyVersion;
import com.amazonaws.services.s3.model.DeleteObjectsResult.DeletedObject;
import com.amazonaws.services.s3.model.GetObjectMetadataRequest;
import com.amazonaws.services.s3.model.HeadBucketRequest;
import com.amazonaws.services.s3.model.MultiObjectDeleteException;
import com.amazonaws.services.s3.model.S3ObjectSummary;
import com.amazonaws.services.s3.model.S3VersionSummary;
import com.amazonaws.waiters.WaiterParameters;
import dev.s3emulator.Versioning;
import dev.s3emulator.junit5.Bucket;
import dev.s3emulator.junit5.InjectS3;
import dev.s3emulator.junit5.S3Emulator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The AWS SDK for Java 1: the documented deletes, its pages and its waiters. */
@S3Emulator(buckets = @Bucket(name = "photos", versioning = Versioning.ENABLED))
class FirstSdkTest {

  @InjectS3 private AmazonS3 s3;

  @Test
  void twoVersionsOfHappyFaceAreGoneForGood() {
    List<KeyVersion> versions =
        List.of(
            new KeyVersion("HappyFace.jpg", put("HappyFace.jpg")),
            new KeyVersion("HappyFace.jpg", put("HappyFace.jpg")));

    var answer = s3.deleteObjects(new DeleteObjectsRequest("photos").withKeys(versions));

    assertThat(answer.getDeletedObjects())
        .extracting(DeletedObject::getVersionId)
        .containsExactlyInAnyOrder(versions.get(0).getVersion(), versions.get(1).getVersion());
    assertThat(S3Versions.inBucket(s3, "photos")).isEmpty();
  }

  @Test
  void twoKeysGetDeleteMarkers() {
    put("objectkey1");
    put("objectkey2");

    var answer =
        s3.deleteObjects(new DeleteObjectsRequest("photos").withKeys("objectkey1", "objectkey2"));

    assertThat(answer.getDeletedObjects())
        .allMatch(DeletedObject::isDeleteMarker)
        .extracting(DeletedObject::getKey)
        .containsExactlyInAnyOrder("objectkey1", "objectkey2");
    assertThat(S3Versions.inBucket(s3, "photos").withBatchSize(1))
        .filteredOn(S3VersionSummary::isDeleteMarker)
        .extracting(S3VersionSummary::getVersionId)
        .containsExactlyInAnyOrderElementsOf(
            answer.getDeletedObjects().stream()
                .map(DeletedObject::getDeleteMarkerVersionId)
                .toList());
  }

  @Test
  void aFailingKeyIsAnExceptionThatTellsWhatWasDeleted() {
    String version = put("a");
    var request =
        new DeleteObjectsRequest("photos")
            .withKeys(List.of(new KeyVersion("a", version), new KeyVersion("b", "abc")));

    assertThatExceptionOfType(MultiObjectDeleteException.class)
        .isThrownBy(() -> s3.deleteObjects(request))
        .satisfies(
            failure -> {
              assertThat(failure.getDeletedObjects())
                  .extracting(DeletedObject::getKey)
                  .containsExactly("a");
              assertThat(failure.getErrors().get(0).getCode()).isEqualTo("NoSuchVersion");
            });
  }

  @Test
  void objectsComeInPages() {
    List<String> keys = List.of("a b", "c+d", "e");
    keys.forEach(this::put);

    assertThat(S3Objects.inBucket(s3, "photos").withBatchSize(2))
        .extracting(S3ObjectSummary::getKey)
        .containsExactlyElementsOf(keys);
  }

  @Test
  void waitersSeeBucketsAndObjectsComeAndGo() {
    put("a");
    var waiters = s3.waiters();
    waiters.bucketExists().run(new WaiterParameters<>(new HeadBucketRequest("photos")));
    var a = new WaiterParameters<>(new GetObjectMetadataRequest("photos", "a"));
    waiters.objectExists().run(a);
    s3.deleteObject("photos", "a");
    waiters.objectNotExists().run(a);
    waiters.bucketNotExists().run(new WaiterParameters<>(new HeadBucketRequest("no-photos")));
  }

  private String put(String key) {
    return s3.putObject("photos", key, "a photo").getVersionId();
  }
}

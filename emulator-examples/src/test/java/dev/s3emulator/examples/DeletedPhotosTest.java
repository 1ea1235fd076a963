package dev.s3emulator.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.Versioning;
import dev.s3emulator.junit5.Bucket;
import dev.s3emulator.junit5.S3Emulator;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

@S3Emulator(
    buckets =
        @Bucket(
            name = "photos",
            versioning = Versioning.ENABLED,
            seed = "classpath:/fixtures/photos"))
class DeletedPhotosTest {

  @Test
  void aDeletedPhotoIsHiddenByAMarker(S3Client s3) {
    s3.deleteObject(request -> request.bucket("photos").key("cat.txt"));

    var left = s3.listObjectVersions(request -> request.bucket("photos").prefix("cat.txt"));
    assertThat(left.deleteMarkers()).hasSize(1);
    assertThat(left.versions()).hasSize(1);
  }

  @Test
  void everyTestBeginsWithAllPhotos(S3Client s3) {
    var listing = s3.listObjectsV2(request -> request.bucket("photos"));
    assertThat(listing.keyCount()).isEqualTo(2);
  }
}

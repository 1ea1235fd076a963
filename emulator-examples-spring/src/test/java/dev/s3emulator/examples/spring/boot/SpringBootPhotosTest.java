package dev.s3emulator.examples.spring.boot;

import static dev.s3emulator.assertj.S3Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.S3EmulatorServer;
import dev.s3emulator.Versioning;
import dev.s3emulator.junit5.Bucket;
import dev.s3emulator.junit5.InjectS3;
import dev.s3emulator.junit5.S3Emulator;
import dev.s3emulator.junit5.S3Target;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The README's Spring Boot test. */
@S3Emulator(
    buckets =
        @Bucket(
            name = "photos",
            versioning = Versioning.ENABLED,
            seed = "classpath:/fixtures/photos"))
@SpringBootTest
class SpringBootPhotosTest {

  @InjectS3 static S3Target s3;

  @DynamicPropertySource
  static void s3Settings(DynamicPropertyRegistry properties) {
    properties.add("photos.s3.endpoint", s3::endpoint);
    properties.add("photos.s3.region", s3::region);
    properties.add("photos.s3.access-key", s3.accessKey()::accessKeyId);
    properties.add("photos.s3.secret-key", s3.accessKey()::secretAccessKey);
  }

  @Autowired PhotoAlbum album;

  @Test
  void deletingAPhotoHidesIt(S3EmulatorServer emulator) {
    album.delete("cat.txt");

    assertThat(emulator).bucket("photos").key("cat.txt").isHiddenByDeleteMarker();
  }

  @Test
  void everyTestBeginsWithAllPhotos() {
    assertThat(album.names()).containsExactly("cat.txt", "dog.txt");
  }
}

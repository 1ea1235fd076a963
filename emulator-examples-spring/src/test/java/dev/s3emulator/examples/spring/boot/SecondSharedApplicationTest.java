package dev.s3emulator.examples.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** One of two classes that share an application: each finds the S3 as the superclass says. */
class SecondSharedApplicationTest extends PhotosSpringTest {

  @Autowired PhotoAlbum album;

  @Test
  void theAlbumSeesWhatThisTestHasPutAndNothingElse(S3Client client) {
    client.putObject(
        put -> put.bucket("photos").key("Second.txt"), RequestBody.fromString("a cat"));

    assertThat(album.names()).containsExactly("Second.txt");
  }
}

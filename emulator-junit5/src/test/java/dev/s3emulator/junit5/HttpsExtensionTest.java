package dev.s3emulator.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.s3.S3Client;

/** The builder of the extension knows HTTPS as the annotation does. */
class HttpsExtensionTest {

  @RegisterExtension
  static final S3EmulatorExtension BUILT =
      S3EmulatorExtension.builder().bucket("videos").https(true).build();

  @Test
  void theBuilderKnowsHttps() {
    assertThat(BUILT.endpoint()).hasScheme("https");
    assertThat(BUILT.client(S3Client.class).listBuckets().buckets())
        .extracting(bucket -> bucket.name())
        .containsExactly("videos");
  }
}

package dev.s3emulator.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

/** The README's test with an annotation of its own. */
@PhotoBuckets
class ComposedAnnotationTest {

  @Test
  void theBucketsAreThere(S3Client s3) {
    assertThat(s3.listBuckets().buckets()).hasSize(2);
  }
}

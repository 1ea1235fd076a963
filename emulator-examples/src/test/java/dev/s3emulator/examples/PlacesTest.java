package dev.s3emulator.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.junit5.Bucket;
import dev.s3emulator.junit5.S3Emulator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

/** The README's places of the annotation. */
class PlacesTest {

  static class OnMethodsAndParameters {
    @Test
    @S3Emulator(buckets = @Bucket(name = "photos"))
    void ofAMethod(S3Client s3) {
      assertThat(s3.listBuckets().buckets()).hasSize(1);
    }

    @Test
    void ofAParameter(
        @S3Emulator(buckets = @Bucket(name = "photos")) S3Client from,
        @S3Emulator(region = "eu-west-1") S3Client to) {
      assertThat(to.listBuckets().buckets()).isEmpty();
    }
  }

  @Nested
  class MethodsAndParameters extends OnMethodsAndParameters {}

  static class OnFields {
    @S3Emulator(buckets = @Bucket(name = "photos"))
    static S3Client photos; // one emulator for the class

    @S3Emulator(region = "eu-west-1")
    S3Client europe; // one for each test

    @Test
    void bothAreThere() {
      assertThat(photos.listBuckets().buckets()).hasSize(1);
      assertThat(europe.listBuckets().buckets()).isEmpty();
    }
  }

  @Nested
  class Fields extends OnFields {}
}

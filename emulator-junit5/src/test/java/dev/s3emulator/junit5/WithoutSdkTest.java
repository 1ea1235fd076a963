package dev.s3emulator.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.S3EmulatorServer;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Clients and AssertJ are optional: a class that asks for none needs none. */
class WithoutSdkTest {

  @Test
  void theExtensionWorksWithoutAnyClientAndAssertJ() throws Exception {
    try (RestrictedLoader loader = loader()) {
      Class<?> type = loader.loadClass(SdkFreeCase.class.getName());
      assertThat(type.getClassLoader()).isSameAs(loader);

      var results = Running.run(type);

      assertThat(Running.failures(results)).isEmpty();
      results.testEvents().assertStatistics(stats -> stats.succeeded(1));
    }
  }

  @Test
  void onAnotherS3OnlyBucketsNeedTheSdk() throws Exception {
    try (RestrictedLoader loader = loader();
        S3EmulatorServer other = S3EmulatorServer.start()) {
      Map<String, String> parameters =
          Map.of(
              "s3emulator.endpoint", other.endpoint().toString(),
              "s3emulator.access-key", "id",
              "s3emulator.secret-key", "secret");
      Class<?> without = loader.loadClass(NoBucketCase.class.getName());
      Class<?> with = loader.loadClass(BucketCase.class.getName());

      Running.requireSuccess(1, Running.runWith(parameters, without));
      assertThat(Running.failures(Running.runWith(parameters, with)))
          .singleElement()
          .satisfies(
              failure ->
                  assertThat(failure)
                      .hasMessage(
                          "The configuration parameter s3emulator.endpoint: the buckets are made"
                              + " there with the AWS SDK for Java 2: add software.amazon.awssdk:s3"
                              + " to the class path."));
    }
  }

  private static RestrictedLoader loader() {
    return RestrictedLoader.without(
        "software.amazon.",
        "com.amazonaws.",
        "aws.",
        "kotlin.",
        "io.minio.",
        "okhttp3.",
        "org.assertj.");
  }

  @S3Emulator
  static class NoBucketCase {
    @Test
    void test(URI endpoint) {}
  }

  @S3Emulator(buckets = @Bucket(name = "photos"))
  static class BucketCase {
    @Test
    void test(URI endpoint) {}
  }

  @S3Emulator(buckets = @Bucket(name = "photos"))
  static class SdkFreeCase {
    @Test
    void test(S3EmulatorServer server, URI endpoint) {
      if (isPresent("software.amazon.awssdk.services.s3.S3Client")
          || isPresent("com.amazonaws.services.s3.AmazonS3")
          || isPresent("aws.sdk.kotlin.services.s3.S3Client")
          || isPresent("io.minio.MinioClient")
          || isPresent("org.assertj.core.api.Assertions")
          || !server.endpoint().equals(endpoint)) {
        throw new AssertionError("This does not test what it says.");
      }
    }

    private static boolean isPresent(String name) {
      try {
        Class.forName(name, false, SdkFreeCase.class.getClassLoader());
        return true;
      } catch (ClassNotFoundException absent) {
        return false;
      }
    }
  }
}

package dev.s3emulator.junit5.internal.report;

import static dev.s3emulator.assertj.S3Assertions.assertThat;

import dev.s3emulator.S3EmulatorServer;
import dev.s3emulator.junit5.Bucket;
import dev.s3emulator.junit5.ReportMode;
import dev.s3emulator.junit5.S3Emulator;
import dev.s3emulator.junit5.S3Report;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Delete;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Tests that are run by other tests, to see what is reported on them. */
final class ReportCases {

  private ReportCases() {}

  private static void put(S3Client s3, String bucket, String key, String content) {
    s3.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromString(content));
  }

  /** As users might have it: a cleanup that forgets the old versions. The README shows its page. */
  @S3Emulator(seed = "classpath:/fixtures/report")
  static class CleanupTest {

    @Test
    @DisplayName("the cleanup removes a photo with all its versions")
    void cleanup(S3Client s3, S3EmulatorServer emulator) {
      s3.listObjectsV2(request -> request.bucket("photos").prefix("2024/"));
      s3.putObject(
          request ->
              request
                  .bucket("photos")
                  .key("2024/cat.jpg")
                  .metadata(Map.of("rating", "5"))
                  .tagging("kind=cat&sharp=yes"),
          RequestBody.fromString("cat, sharper"));
      s3.deleteObjects(
          request ->
              request
                  .bucket("photos")
                  .delete(
                      Delete.builder()
                          .objects(
                              ObjectIdentifier.builder().key("2024/beach.jpg").build(),
                              ObjectIdentifier.builder()
                                  .key("2024/cat.jpg")
                                  .versionId("3sL4kqtJlcpXroDTDmJ")
                                  .build())
                          .build()));
      s3.deleteObject(request -> request.bucket("thumbnails").key("2024/beach.jpg"));
      try {
        s3.getObjectAsBytes(request -> request.bucket("photos").key("2024/beach.jpg"));
      } catch (S3Exception hidden) {
        // As it should be.
      }
      try {
        s3.deleteObject(request -> request.bucket("archive").key("2024/beach.jpg"));
      } catch (S3Exception forgotten) {
        // The cleanup logs this and goes on.
      }
      assertThat(emulator).bucket("photos").key("2024/beach.jpg").hasVersions(0);
    }
  }

  /** Fails with what tries to break the page. */
  @S3Emulator(buckets = @Bucket(name = "photos"))
  static class HostileTest {
    static final String KEY =
        "</pre><script>alert('\"1\"')</script>&amp;\u202Egpj.\n\u0000\u001B[2J";

    @Test
    @DisplayName("<img src=x onerror=alert(1)>")
    void hostile(S3Client s3) {
      put(s3, "photos", KEY.replace("\u0000", ""), "x");
      throw new AssertionError("<b>" + KEY + "</b>");
    }
  }

  @S3Emulator(buckets = @Bucket(name = "photos"))
  static class PassingTest {
    @Test
    void passes(S3Client s3) {
      put(s3, "photos", "a", "x");
    }
  }

  @S3Report(ReportMode.ALWAYS)
  static class AlwaysReportedTest extends PassingTest {}

  @S3Report(ReportMode.OFF)
  @S3Emulator
  static class NeverReportedTest {
    @Test
    void fails() {
      throw new AssertionError("mine");
    }

    @Test
    @S3Report(ReportMode.ON_FAILURE)
    void failsReported() {
      throw new AssertionError("ours");
    }
  }

  /** Sends more than a report has room for. */
  @S3Emulator(buckets = @Bucket(name = "photos"))
  static class BusyTest {
    @Test
    void fails(S3Client s3) {
      for (int i = 0; i < 320; i++) {
        put(s3, "photos", "key-" + i, "x");
      }
      throw new AssertionError("mine");
    }
  }

  /** The second test does not see what the first has asked. */
  @S3Emulator(buckets = @Bucket(name = "photos"), reset = false)
  @TestMethodOrder(MethodOrderer.MethodName.class)
  static class WithoutResetTest {
    @Test
    void first(S3Client s3) {
      put(s3, "photos", "of-the-first", "x");
    }

    @Test
    void second(S3Client s3) {
      put(s3, "photos", "of-the-second", "x");
      throw new AssertionError("mine");
    }
  }
}

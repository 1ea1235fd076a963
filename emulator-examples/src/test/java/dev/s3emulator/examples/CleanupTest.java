package dev.s3emulator.examples;

import static dev.s3emulator.assertj.S3Assertions.assertThat;
import static dev.s3emulator.model.S3Operation.DELETE_OBJECT;
import static dev.s3emulator.model.S3Operation.DELETE_OBJECTS;
import static dev.s3emulator.model.S3Operation.GET_OBJECT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.S3EmulatorServer;
import dev.s3emulator.Versioning;
import dev.s3emulator.journal.RecordedRequest;
import dev.s3emulator.junit5.Bucket;
import dev.s3emulator.junit5.ReportMode;
import dev.s3emulator.junit5.S3Emulator;
import dev.s3emulator.junit5.S3Report;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What S3 was asked and what is left: the journal and the assertions. */
@S3Emulator(
    buckets =
        @Bucket(
            name = "photos",
            versioning = Versioning.ENABLED,
            seed = "classpath:/fixtures/photos"))
class CleanupTest {

  @BeforeEach
  void cleanUp(S3Client s3) {
    s3.deleteObject(request -> request.bucket("photos").key("cat.txt"));
  }

  @Test
  void theCleanupLeavesAMarker(S3EmulatorServer emulator) {
    assertThat(emulator)
        .bucket("photos")
        .containsOnlyKeys("dog.txt")
        .key("cat.txt")
        .isHiddenByDeleteMarker()
        .hasVersions(1);

    assertThat(emulator).received(DELETE_OBJECT).onBucket("photos").onKey("*.txt").times(1);
    assertThat(emulator).received(DELETE_OBJECTS).never();
    assertThat(emulator).receivedNoUnexpectedErrors();
  }

  @Test
  void theJournalSaysWhatHappenedAndWhy(S3Client s3, S3EmulatorServer emulator) {
    try {
      s3.getObjectAsBytes(request -> request.bucket("photos").key("cat.txt"));
    } catch (S3Exception hidden) {
      // The journal knows.
    }

    RecordedRequest read = emulator.requests().operation(GET_OBJECT).key("cat*").list().get(0);
    assertThat(read.status()).isEqualTo(404);
    assertThat(read.errorCode()).contains("NoSuchKey");
    assertThat(read.reason()).contains("The newest version of the key is a delete marker.");

    RecordedRequest delete = emulator.requests().operation(DELETE_OBJECT).last().orElseThrow();
    assertThat(delete.before().orElseThrow().bucket("photos").orElseThrow().keys())
        .containsExactly("cat.txt", "dog.txt");
    assertThat(delete.after().orElseThrow().bucket("photos").orElseThrow().keys())
        .containsExactly("dog.txt");
  }

  @Test
  @S3Report(ReportMode.OFF)
  void thisOneIsNeverReportedOn(S3EmulatorServer emulator) {
    assertThat(emulator).hasBucket("photos");
  }
}

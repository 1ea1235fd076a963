package dev.s3emulator.examples;

import static software.amazon.awssdk.services.s3.model.BucketVersioningStatus.SUSPENDED;

import dev.s3emulator.EmulatorClock;
import dev.s3emulator.S3Clients;
import dev.s3emulator.S3EmulatorServer;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;

/**
 * Deletes in a versioned bucket, as the AWS documentation of DeleteObjects does in its samples, and
 * shows what S3 answers and what is left.
 *
 * <p>Every run prints the same but for the port: the ids have a seed and the clock stands still.
 */
public final class Quickstart {

  private static final String BUCKET = "examplebucket";
  private static final Instant MORNING = Instant.parse("2026-01-05T09:00:00Z");

  /** Held, because the garbage collector would take the level away with the logger. */
  private static final Logger XNIO = Logger.getLogger("org.xnio");

  private final S3EmulatorServer server;
  private final S3Client s3;
  private final Report report;

  private Quickstart(S3EmulatorServer server, S3Client s3, PrintStream out) {
    this.server = server;
    this.s3 = s3;
    this.report = new Report(out);
  }

  /** Runs the samples. */
  public static void main(String[] args) {
    // The web server announces its version.
    XNIO.setLevel(Level.WARNING);
    run(new PrintStream(System.out, true, StandardCharsets.UTF_8));
  }

  /** Starts a server, runs the samples on it and closes it. */
  static void run(PrintStream out) {
    try (S3EmulatorServer server =
            S3EmulatorServer.builder()
                .clock(EmulatorClock.frozenAt(MORNING))
                .randomSeed(42)
                .seed("classpath:/fixtures/quickstart")
                .start();
        S3Client s3 = S3Clients.s3Client(server)) {
      Quickstart quickstart = new Quickstart(server, s3, out);
      quickstart.begin();
      quickstart.deleteTwoVersions();
      quickstart.deleteWithoutVersionIds();
      quickstart.deleteWhileSuspended();
      quickstart.deleteMarkersQuietly();
    }
  }

  private void begin() {
    report.line("An S3 is listening at " + server.endpoint() + ", seeded from a fixture.");
    report.title("The bucket " + BUCKET + " has versioning enabled");
    showWhatIsLeft();
  }

  private void deleteTwoVersions() {
    step("Sample 1: delete two versions of HappyFace.jpg by their ids. They are gone for good.");
    List<ObjectIdentifier> newestTwo =
        left().versions().stream()
            .filter(version -> version.key().equals("HappyFace.jpg"))
            .limit(2)
            .map(version -> object(version.key(), version.versionId()))
            .toList();
    delete(newestTwo, false);
  }

  private void deleteWithoutVersionIds() {
    step("Sample 2: delete two keys without ids. Delete markers hide them, nothing is lost.");
    delete(List.of(object("HappyFace.jpg"), object("objectkey2")), false);
  }

  private void deleteWhileSuspended() {
    step("Versioning suspended: a marker with the id null replaces the version null, if any.");
    s3.putBucketVersioning(
        request ->
            request.bucket(BUCKET).versioningConfiguration(versions -> versions.status(SUSPENDED)));
    delete(List.of(object("HappyFace.jpg"), object("objectkey2")), false);
  }

  private void deleteMarkersQuietly() {
    step("Quiet: delete the markers of HappyFace.jpg. S3 reports errors only; the face is back.");
    List<ObjectIdentifier> objects =
        left().deleteMarkers().stream()
            .filter(marker -> marker.key().equals("HappyFace.jpg"))
            .map(marker -> object(marker.key(), marker.versionId()))
            .collect(Collectors.toList());
    objects.add(object("HappyFace.jpg", "never-issued"));
    delete(objects, true);
  }

  /** Begins a step, a minute after the one before. */
  private void step(String title) {
    server.clock().advance(Duration.ofMinutes(1));
    report.title(title);
  }

  private void delete(List<ObjectIdentifier> objects, boolean quiet) {
    DeleteObjectsResponse answer =
        s3.deleteObjects(
            request ->
                request.bucket(BUCKET).delete(delete -> delete.objects(objects).quiet(quiet)));
    report.answer(answer);
    showWhatIsLeft();
  }

  private void showWhatIsLeft() {
    report.listing(left());
  }

  private ListObjectVersionsResponse left() {
    return s3.listObjectVersions(request -> request.bucket(BUCKET));
  }

  private static ObjectIdentifier object(String key) {
    return ObjectIdentifier.builder().key(key).build();
  }

  private static ObjectIdentifier object(String key, String versionId) {
    return ObjectIdentifier.builder().key(key).versionId(versionId).build();
  }
}

package dev.s3emulator.internal.operation.object;

import static dev.s3emulator.internal.operation.object.BatchDelete.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.ObjectVersion;
import dev.s3emulator.internal.domain.VersionEntry;
import dev.s3emulator.internal.domain.VersionId;
import dev.s3emulator.internal.domain.VersionStack;
import dev.s3emulator.internal.domain.attribute.ObjectLock;
import dev.s3emulator.internal.domain.attribute.ObjectLock.LegalHold;
import dev.s3emulator.internal.domain.attribute.Retention.Mode;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is requested, in any order: a version that nobody may delete is there until its lock
 * ends, and its retention only becomes longer.
 */
class LockSurvivalTest {

  private static final int STEPS = 250;
  private static final String MD5_OF_NOTHING = "1B2M2Y8AsgTpgAmY7PhCfg==";

  private final InProcessS3 s3 = new InProcessS3();
  private Instant now = InProcessS3.NOW;

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void lockedVersionsSurvive(long seed) {
    Random random = new Random(seed);
    createBucket();
    int removed = 0;
    int refused = 0;
    for (int step = 0; step < STEPS; step++) {
      Map<VersionId, ObjectLock> before = locks();
      int operation = random.nextInt(14);
      Answer answer = perform(operation, random, List.copyOf(before.keySet()));

      assertThat(answer.status()).as(answer.text()).isLessThan(500);
      refused += answer.text().contains("protected by object lock") ? 1 : 0;
      Map<VersionId, ObjectLock> after = locks();
      removed += before.keySet().stream().anyMatch(id -> !after.containsKey(id)) ? 1 : 0;
      boolean lifts = operation == 6;
      before.forEach((id, lock) -> requireKept(lock, Optional.ofNullable(after.get(id)), lifts));
      if (random.nextInt(5) == 0) {
        now = now.plusMillis(random.nextInt(10_000));
        s3.setClock(now);
      }
    }
    assertThat(removed).as("steps that removed versions").isPositive();
    assertThat(refused).as("steps that were refused").isPositive();
  }

  private void requireKept(ObjectLock before, Optional<ObjectLock> after, boolean lifts) {
    if (before.legalHold().filter(LegalHold.ON::equals).isPresent()) {
      assertThat(after).isPresent();
      assertThat(after.get().legalHold().filter(LegalHold.ON::equals).isPresent() || lifts)
          .isTrue();
    }
    before
        .retention()
        .filter(retention -> retention.mode() == Mode.COMPLIANCE)
        .filter(retention -> now.isBefore(retention.retainUntil()))
        .ifPresent(
            retention ->
                assertThat(after.flatMap(ObjectLock::retention).filter(retention::isKeptBy))
                    .isPresent());
  }

  private Answer perform(int operation, Random random, List<VersionId> versions) {
    String key = "/bucket/k";
    String version =
        versions.isEmpty() ? "null" : versions.get(random.nextInt(versions.size())).toString();
    String ofVersion = "versionId=" + version;
    Headers bypass =
        Headers.of("x-amz-bypass-governance-retention", Boolean.toString(random.nextBoolean()));
    return switch (operation) {
      case 0, 1 -> s3.send("PUT", key, lockHeaders(random));
      case 2 -> s3.send("DELETE", key);
      case 3, 4 -> s3.send("DELETE", key + "?" + ofVersion, bypass);
      case 5 ->
          BatchDelete.sendWith(
              s3,
              object("k", version) + object("k") + object("k", "null"),
              "x-amz-bypass-governance-retention",
              "true");
      case 6 ->
          s3.sendDocument(
              "PUT",
              key + "?legal-hold&" + ofVersion,
              "<LegalHold><Status>"
                  + (random.nextInt(3) == 0 ? "ON" : "OFF")
                  + "</Status></LegalHold>");
      case 7, 8 ->
          s3.sendDocument("PUT", key + "?retention&" + ofVersion, bypass, retention(random));
      case 9 ->
          s3.send(
              "PUT",
              key,
              Headers.of(
                  "x-amz-copy-source",
                  key + "?" + ofVersion,
                  "x-amz-metadata-directive",
                  "REPLACE"));
      case 10 ->
          s3.sendDocument(
              "PUT",
              "/bucket?versioning",
              "<VersioningConfiguration><Status>Suspended</Status></VersioningConfiguration>");
      case 11 -> deleteBucket();
      case 12 -> multipart(random);
      default -> s3.sendDocument("PUT", "/bucket?tagging", "<Tagging><TagSet/></Tagging>");
    };
  }

  private Answer multipart(Random random) {
    Answer created = s3.send("POST", "/bucket/k?uploads", lockHeaders(random));
    String id = created.text().replaceAll("(?s).*<UploadId>(.*)</UploadId>.*", "$1");
    Answer part =
        s3.send(
            "PUT",
            "/bucket/k?partNumber=1&uploadId=" + id,
            Headers.of("Content-MD5", MD5_OF_NOTHING));
    return s3.send(
        "POST",
        "/bucket/k?uploadId=" + id,
        Headers.EMPTY,
        "<CompleteMultipartUpload>"
            + MultipartClient.listed(1, part.header("ETag"))
            + "</CompleteMultipartUpload>");
  }

  private Answer deleteBucket() {
    Answer answer = s3.send("DELETE", "/bucket");
    if (answer.status() == 204) {
      createBucket();
    }
    return answer;
  }

  private void createBucket() {
    s3.send("PUT", "/bucket", Headers.of("x-amz-bucket-object-lock-enabled", "true"));
  }

  private Headers lockHeaders(Random random) {
    List<String> headers = new ArrayList<>(List.of("Content-MD5", MD5_OF_NOTHING));
    if (random.nextInt(3) == 0) {
      headers.addAll(List.of("x-amz-object-lock-legal-hold", "ON"));
    }
    if (random.nextBoolean()) {
      headers.addAll(List.of("x-amz-object-lock-mode", mode(random).name()));
      headers.addAll(List.of("x-amz-object-lock-retain-until-date", until(random)));
    }
    return Headers.of(headers.toArray(String[]::new));
  }

  private String retention(Random random) {
    return random.nextInt(4) == 0
        ? "<Retention/>"
        : "<Retention><Mode>"
            + mode(random)
            + "</Mode><RetainUntilDate>"
            + until(random)
            + "</RetainUntilDate></Retention>";
  }

  private static Mode mode(Random random) {
    return Mode.values()[random.nextInt(2)];
  }

  private String until(Random random) {
    return now.plusMillis(1 + random.nextInt(30_000)).toString();
  }

  /** The locks of all versions by id. */
  private Map<VersionId, ObjectLock> locks() {
    Map<VersionId, ObjectLock> locks = new HashMap<>();
    Bucket bucket = s3.engine().state().requireBucket("bucket");
    for (VersionStack stack : bucket.objects().values()) {
      for (VersionEntry entry : stack.newestFirst()) {
        if (entry instanceof ObjectVersion version) {
          locks.put(version.versionId(), version.attributes().lock());
        }
      }
    }
    return locks;
  }
}

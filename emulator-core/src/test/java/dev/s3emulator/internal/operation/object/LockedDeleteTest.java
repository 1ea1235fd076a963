package dev.s3emulator.internal.operation.object;

import static dev.s3emulator.internal.operation.object.BatchDelete.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.S3State;
import dev.s3emulator.internal.domain.VersioningState;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import dev.s3emulator.internal.testing.LockMatrix;
import dev.s3emulator.internal.testing.Stacks;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * DeleteObject and DeleteObjects of what is locked (delete-semantics 6, recorded-answers 4.12, 4.13
 * and 7.1 to 7.7).
 */
class LockedDeleteTest {

  private static final String MESSAGE = "Access Denied because object protected by object lock.";
  private static final String BYPASS = "x-amz-bypass-governance-retention";

  private final InProcessS3 s3 = new InProcessS3();

  static Stream<LockMatrix> rows() {
    return LockMatrix.rows();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void singleDeleteIsRefusedAsTheTableSays(LockMatrix row) {
    Stacks.place(s3, row.bucket(InProcessS3.NOW));
    S3State before = s3.engine().state();

    Answer answer =
        s3.send(
            "DELETE",
            "/bucket/k" + (row.isVersioned() ? "?versionId=" + Stacks.id(row.request()) : ""),
            row.bypass() ? Headers.of(BYPASS, "true") : Headers.EMPTY);

    if (row.refused()) {
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.xml())
          .isEqualTo("<Error><Code>AccessDenied</Code><Message>" + MESSAGE + "</Message></Error>");
      assertThat(s3.engine().state()).isSameAs(before);
      assertThat(s3.journal().requests().get(0).reason().orElseThrow())
          .contains(Stacks.id("v1").toString());
    } else {
      assertThat(answer.status()).isEqualTo(204);
      assertThat(answer.header("x-amz-delete-marker"))
          .isEqualTo(row.request().equals("v1") ? null : "true");
      assertThat(Stacks.describe(bucket())).isEqualTo(row.after());
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void batchDecidesEachKeyAsTheTableSays(LockMatrix row) {
    Stacks.place(s3, Stacks.with(row.bucket(InProcessS3.NOW), ObjectKey.of("free"), "v3:object"));
    String entry = row.isVersioned() ? object("k", Stacks.id(row.request())) : object("k");
    String batch = entry + object("free", Stacks.id("v3"));

    Answer answer =
        row.bypass()
            ? BatchDelete.sendWith(s3, batch, BYPASS, "true")
            : BatchDelete.send(s3, batch);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text())
        .contains(
            "<Deleted><Key>free</Key><VersionId>" + Stacks.id("v3") + "</VersionId></Deleted>");
    if (row.refused()) {
      assertThat(answer.xml())
          .endsWith(
              "<Error><Key>k</Key><VersionId>"
                  + Stacks.id("v1")
                  + "</VersionId><Code>AccessDenied</Code><Message>"
                  + MESSAGE
                  + "</Message></Error></DeleteResult>");
    } else {
      assertThat(answer.text()).doesNotContain("<Error>");
    }
    assertThat(Stacks.describe(bucket())).isEqualTo(row.after());
    assertThat(Stacks.describe(bucket(), ObjectKey.of("free"))).isEqualTo("-");
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "", "yes"})
  void bypassMustBeTrue(String value) {
    place("GOVERNANCE+60");

    assertThat(delete("v1", Headers.of(BYPASS, value)).status()).isEqualTo(403);
    assertThat(delete("v1", Headers.of(BYPASS, "TRUE")).status()).isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GOVERNANCE+60", "COMPLIANCE+60"})
  void retentionEndsByTheClock(String lock) {
    place(lock);

    s3.setClock(InProcessS3.NOW.plusSeconds(60).minusNanos(1));
    assertThat(delete("v1", Headers.EMPTY).status()).isEqualTo(403);
    s3.setClock(InProcessS3.NOW.plusSeconds(60));
    assertThat(delete("v1", Headers.EMPTY).status()).isEqualTo(204);
  }

  @Test
  void versionStaysLockedUnderMarkersThatComeAndGo() {
    place("GOVERNANCE+60");
    Answer marker = s3.send("DELETE", "/bucket/k");
    s3.send("DELETE", "/bucket/k?versionId=" + marker.header("x-amz-version-id"));

    assertThat(Stacks.describe(bucket())).isEqualTo("v1:object");
    assertThat(delete("v1", Headers.EMPTY).status()).isEqualTo(403);
  }

  @Test
  void lockedVersionKeepsItsBucket() {
    place("COMPLIANCE+60");

    Answer answer = s3.send("DELETE", "/bucket");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text()).contains("<Code>BucketNotEmpty</Code>");
    s3.advanceSeconds(60);
    delete("v1", Headers.EMPTY);
    assertThat(s3.send("DELETE", "/bucket").status()).isEqualTo(204);
  }

  @Test
  void overwritesAndSelfCopiesLeaveTheLockedVersion() {
    place("COMPLIANCE+60 ON");

    s3.send("PUT", "/bucket/k", Headers.EMPTY, "other");
    Answer copied =
        s3.send(
            "PUT",
            "/bucket/k",
            Headers.of(
                "x-amz-copy-source",
                "/bucket/k?versionId=" + Stacks.id("v1"),
                "x-amz-metadata-directive",
                "REPLACE"));

    assertThat(copied.status()).isEqualTo(200);
    assertThat(Stacks.describe(bucket())).endsWith("v1:object");
    assertThat(bucket().stack(Stacks.KEY).orElseThrow().size()).isEqualTo(3);
    assertThat(delete("v1", Headers.EMPTY).status()).isEqualTo(403);
    Answer copy = s3.send("HEAD", "/bucket/k");
    assertThat(copy.header("x-amz-object-lock-mode")).isNull();
    assertThat(copy.header("x-amz-object-lock-legal-hold")).isNull();
  }

  @Test
  void refusalsOfABatchSayWhy() {
    place("ON");

    BatchDelete.send(s3, object("k", Stacks.id("v1")));

    assertThat(s3.journal().requests().get(0).refusals())
        .singleElement()
        .satisfies(
            refusal ->
                assertThat(refusal.toString())
                    .contains("AccessDenied", "A legal hold is on the version"));
  }

  private void place(String lock) {
    Bucket bucket =
        Stacks.with(Stacks.bucket(VersioningState.ENABLED, true), Stacks.KEY, "v1:object");
    Stacks.place(s3, Stacks.locked(bucket, "v1", Stacks.lock(lock, InProcessS3.NOW)));
  }

  private Answer delete(String label, Headers headers) {
    return s3.send("DELETE", "/bucket/k?versionId=" + Stacks.id(label), headers);
  }

  private Bucket bucket() {
    return s3.engine().state().requireBucket("bucket");
  }
}

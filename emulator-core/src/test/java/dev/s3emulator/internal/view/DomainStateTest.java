package dev.s3emulator.internal.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.BucketSettings.MfaDelete;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.model.BucketView;
import dev.s3emulator.model.ObjectView;
import dev.s3emulator.model.StateView;
import dev.s3emulator.model.VersionView;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What users see of the domain. */
class DomainStateTest {

  private static final String UNTIL = "x-amz-object-lock-retain-until-date";
  private static final Instant NOW = Instant.parse("2026-02-03T16:45:09Z");

  private final InProcessS3 s3 = new InProcessS3();

  @BeforeEach
  void createBucket() {
    s3.send("PUT", "/photos");
  }

  @Test
  void aStateHasItsBucketsByNameAndInOrder() {
    s3.send("PUT", "/album");

    assertThat(state().buckets()).extracting(BucketView::name).containsExactly("album", "photos");
    assertThat(state().bucket("absent")).isEmpty();
  }

  @Test
  void aBucketTellsItsSettings() {
    BucketView bucket = photos();

    assertThat(bucket.region()).isEqualTo("us-east-1");
    assertThat(bucket.ownerAccountId()).isEqualTo("123456789012");
    assertThat(bucket.creationDate()).isEqualTo(NOW);
    assertThat(bucket.objectLock()).isFalse();
    assertThat(bucket.tags()).isEmpty();
    assertThat(bucket.size()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"ENABLED, true", "DISABLED, false", "NEVER_SET, false"})
  void mfaDeleteIsOnOrNot(MfaDelete state, boolean shown) {
    s3.engine()
        .change(
            before -> {
              Bucket bucket = before.requireBucket("photos");
              return before.with(bucket.with(bucket.settings().withMfaDelete(state)));
            });

    assertThat(photos().mfaDelete()).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"Enabled", "Suspended"})
  void versioningIsWhatGetBucketVersioningShows(String status) {
    assertThat(photos().versioning()).isEmpty();
    setVersioning(status);

    assertThat(photos().versioning()).contains(status);
  }

  @Test
  void keysAreThoseThatAListingShowsAndObjectsAll() {
    setVersioning("Enabled");
    s3.send("PUT", "/photos/b", Headers.EMPTY, "1");
    s3.send("PUT", "/photos/a", Headers.EMPTY, "1");
    s3.send("DELETE", "/photos/a");

    assertThat(photos().keys()).containsExactly("b");
    assertThat(photos().objects()).extracting(ObjectView::key).containsExactly("a", "b");
    assertThat(photos().size()).isEqualTo(2);
    assertThat(photos().object("c")).isEmpty();
  }

  @Test
  void anObjectHasItsVersionsNewestFirst() {
    s3.send("PUT", "/photos/a", Headers.EMPTY, "from before");
    setVersioning("Enabled");
    String id = s3.send("PUT", "/photos/a", Headers.EMPTY, "new").header("x-amz-version-id");
    s3.send("DELETE", "/photos/a");

    ObjectView object = photos().object("a").orElseThrow();
    assertThat(object.versions())
        .extracting(VersionView::deleteMarker)
        .containsExactly(true, false, false);
    assertThat(object.hiddenByDeleteMarker()).isTrue();
    assertThat(object.version(id).orElseThrow().text()).isEqualTo("new");
    assertThat(object.version("null").orElseThrow().text()).isEqualTo("from before");
    assertThat(object.version("no-id")).isEmpty();
  }

  @Test
  void aVersionTellsWhatTheUploadSaid() {
    s3.send(
        "PUT",
        "/photos/a",
        Headers.of(
            "x-amz-meta-Author", "me",
            "x-amz-tagging", "kind=cat",
            "Content-Type", "text/plain",
            "x-amz-storage-class", "STANDARD_IA"),
        "hello");

    VersionView version = photos().object("a").orElseThrow().current();
    assertThat(version.versionId()).isEqualTo("null");
    assertThat(version.size()).isEqualTo(5);
    assertThat(version.eTag()).isEqualTo("5d41402abc4b2a76b9719d911017c592");
    assertThat(version.metadata()).isEqualTo(Map.of("author", "me"));
    assertThat(version.tags()).isEqualTo(Map.of("kind", "cat"));
    assertThat(version.contentType()).isEqualTo("text/plain");
    assertThat(version.storageClass()).isEqualTo("STANDARD_IA");
    assertThat(version.lastModified()).isEqualTo(NOW);
    assertThat(version.ownerAccountId()).isEqualTo("123456789012");
    assertThat(version.content()).isEqualTo("hello".getBytes(UTF_8));
    assertThat(version.retentionMode()).isEmpty();
    assertThat(version.retainUntil()).isEmpty();
    assertThat(version.legalHold()).isFalse();
    assertThat(version.lockedAt(NOW)).isFalse();
  }

  @Test
  void aVersionTellsHowItIsLocked() {
    s3.send("PUT", "/vault", Headers.of("x-amz-bucket-object-lock-enabled", "true"));
    putLocked("retained", "x-amz-object-lock-mode", "COMPLIANCE", UNTIL, "2026-02-03T16:46:00.5Z");
    putLocked("held", "x-amz-object-lock-legal-hold", "ON");
    putLocked("lifted", "x-amz-object-lock-legal-hold", "OFF");

    VersionView retained = inVault("retained");
    Instant end = Instant.parse("2026-02-03T16:46:00.500Z");
    assertThat(retained.retentionMode()).contains("COMPLIANCE");
    assertThat(retained.retainUntil()).contains(end);
    assertThat(retained.legalHold()).isFalse();
    assertThat(retained.lockedAt(end.minusMillis(1))).isTrue();
    assertThat(retained.lockedAt(end)).isFalse();
    assertThat(inVault("held").legalHold()).isTrue();
    assertThat(inVault("held").retainUntil()).isEmpty();
    assertThat(inVault("held").lockedAt(Instant.MAX)).isTrue();
    assertThat(inVault("lifted").legalHold()).isFalse();
    assertThat(inVault("lifted").lockedAt(NOW)).isFalse();
  }

  private void putLocked(String key, String... headers) {
    Headers all =
        Headers.builder()
            .addAll(Headers.of(headers))
            .add("Content-MD5", InProcessS3.md5(new byte[0]))
            .build();
    assertThat(s3.send("PUT", "/vault/" + key, all).status()).isEqualTo(200);
  }

  private VersionView inVault(String key) {
    return new DomainState(s3.engine().state())
        .bucket("vault")
        .flatMap(vault -> vault.object(key))
        .orElseThrow()
        .current();
  }

  @Test
  void aDeleteMarkerHasNoContent() {
    setVersioning("Enabled");
    s3.send("DELETE", "/photos/a");

    VersionView marker = photos().object("a").orElseThrow().current();
    assertThat(marker.size()).isZero();
    assertThat(marker.eTag()).isEmpty();
    assertThat(marker.storageClass()).isEmpty();
    assertThat(marker.contentType()).isEmpty();
    assertThat(marker.content()).isEmpty();
    assertThat(marker.metadata()).isEmpty();
    assertThat(marker.tags()).isEmpty();
    assertThat(marker).asString().endsWith(" delete marker");
  }

  @Test
  void aViewStaysAsItIs() {
    s3.send("PUT", "/photos/a", Headers.EMPTY, "1");
    BucketView before = photos();
    s3.send("PUT", "/photos/a", Headers.EMPTY, "22");

    assertThat(before.object("a").orElseThrow().current().size()).isEqualTo(1);
    assertThat(photos()).isNotEqualTo(before);
    assertThat(photos().object("a")).isNotEqualTo(before.object("a"));
    assertThat(before.object("a")).isEqualTo(before.object("a"));
  }

  private void setVersioning(String status) {
    s3.send(
        "PUT",
        "/photos?versioning",
        Headers.EMPTY,
        "<VersioningConfiguration><Status>" + status + "</Status></VersioningConfiguration>");
  }

  private BucketView photos() {
    return state().bucket("photos").orElseThrow();
  }

  private StateView state() {
    return new DomainState(s3.engine().state());
  }
}

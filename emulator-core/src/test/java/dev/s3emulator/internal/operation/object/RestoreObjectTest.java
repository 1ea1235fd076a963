package dev.s3emulator.internal.operation.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RestoreObject, and what it makes readable. The clock stands at 2026-02-03T16:45:09Z. */
class RestoreObjectTest {

  private static final int HOUR = 3600;
  private static final int DAY = 24 * HOUR;

  private final InProcessS3 s3 = new InProcessS3();

  @BeforeEach
  void archive() {
    s3.send("PUT", "/photos");
    put("cat.txt", "GLACIER");
  }

  @Test
  void aRestorationIsAcceptedAndTakesItsTime() {
    assertThat(restore(1).status()).isEqualTo(202);

    Answer head = s3.send("HEAD", "/photos/cat.txt");
    assertThat(head.header("x-amz-restore")).isEqualTo("ongoing-request=\"true\"");
    assertThat(head.header("x-amz-storage-class")).isEqualTo("GLACIER");
    assertThat(s3.send("GET", "/photos/cat.txt").text())
        .contains("<Code>InvalidObjectState</Code>", "<StorageClass>GLACIER</StorageClass>");
  }

  @Test
  void theCopyCanBeReadUntilTheMidnightAfterItsDays() {
    restore(3);
    s3.advanceSeconds(5 * HOUR);

    Answer read = s3.send("GET", "/photos/cat.txt");
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.text()).isEqualTo("miau");
    assertThat(read.header("x-amz-restore"))
        .isEqualTo("ongoing-request=\"false\", expiry-date=\"Sat, 07 Feb 2026 00:00:00 GMT\"");

    s3.advanceSeconds(3 * DAY + 3 * HOUR);
    assertThat(s3.send("GET", "/photos/cat.txt").status()).isEqualTo(403);
    assertThat(s3.send("HEAD", "/photos/cat.txt").header("x-amz-restore")).isNull();
    assertThat(restore(1).status()).isEqualTo(202);
  }

  @ParameterizedTest
  @CsvSource({
    "GLACIER, Expedited, 300",
    "GLACIER, Standard, 18000",
    "GLACIER, Bulk, 43200",
    "DEEP_ARCHIVE, Standard, 43200",
    "DEEP_ARCHIVE, Bulk, 172800"
  })
  void eachTierHasItsTime(String storageClass, String tier, int seconds) {
    put("k", storageClass);
    restore("k", days(1) + tier(tier));

    s3.advanceSeconds(seconds - 1);
    assertThat(s3.send("GET", "/photos/k").status()).isEqualTo(403);
    s3.advanceSeconds(1);
    assertThat(s3.send("GET", "/photos/k").status()).isEqualTo(200);
  }

  @Test
  void aSecondRestorationIsRefusedWhileOneRuns() {
    restore(1);

    Answer answer = restore(1);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>RestoreAlreadyInProgress</Code><Message>Object restore is already in"
                + " progress.</Message></Error>");
  }

  @Test
  void aFasterTierHurriesARunningRestoration() {
    restore("cat.txt", days(1) + tier("Bulk"));

    assertThat(restore("cat.txt", days(2) + tier("Expedited")).status()).isEqualTo(409);
    assertThat(restore("cat.txt", days(1) + tier("Expedited")).status()).isEqualTo(202);
    assertThat(restore("cat.txt", days(1) + tier("Standard")).status()).isEqualTo(409);
    s3.advanceSeconds(300);
    assertThat(s3.send("GET", "/photos/cat.txt").status()).isEqualTo(200);
  }

  @Test
  void aRestoredCopyCanStayLonger() {
    restore(1);
    s3.advanceSeconds(5 * HOUR);

    assertThat(restore(10).status()).isEqualTo(200);
    assertThat(s3.send("HEAD", "/photos/cat.txt").header("x-amz-restore"))
        .isEqualTo("ongoing-request=\"false\", expiry-date=\"Sat, 14 Feb 2026 00:00:00 GMT\"");
  }

  @Test
  void aRestoredCopyCanBeCopiedAndTheCopyIsNoArchive() {
    Headers source = Headers.of("x-amz-copy-source", "/photos/cat.txt");
    assertThat(s3.send("PUT", "/photos/copy", source).status()).isEqualTo(403);

    restore(1);
    s3.advanceSeconds(5 * HOUR);

    assertThat(s3.send("PUT", "/photos/copy", source).status()).isEqualTo(200);
    Answer copy = s3.send("GET", "/photos/copy");
    assertThat(copy.text()).isEqualTo("miau");
    assertThat(copy.header("x-amz-restore")).isNull();
    assertThat(copy.header("x-amz-storage-class")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"STANDARD", "GLACIER_IR", "STANDARD_IA"})
  void onlyArchivesAreRestored(String storageClass) {
    put("k", storageClass);

    Answer answer = restore("k", days(1));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>InvalidObjectState</Code><Message>Restore is not allowed for the"
                + " object's current storage class</Message></Error>");
  }

  /** The SDK for Python sends no document where nothing is said. */
  @Test
  void theClassIsLookedAtBeforeTheDocument() {
    put("k", "STANDARD");

    assertThat(s3.send("POST", "/photos/k?restore").text()).contains("InvalidObjectState");
  }

  @Test
  void objectsOfIntelligentTieringAreInAnActiveTier() {
    put("k", "INTELLIGENT_TIERING");

    assertThat(restore("k", days(1)).text())
        .contains(
            "<Code>InvalidArgument</Code><Message>INTELLIGENT_TIERING objects are not subject to"
                + " restore expiry. Do not specify Days when restoring this object</Message>");
    Answer answer = restore("k", "");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text())
        .contains(
            "<Code>ObjectAlreadyInActiveTierError</Code><Message>This action is not allowed against"
                + " this storage tier.</Message>");
  }

  @Test
  void theDeepestArchiveHasNoExpeditedTier() {
    put("k", "DEEP_ARCHIVE");

    Answer answer = restore("k", days(1) + tier("Expedited"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text())
        .contains("<Message>Retrieval option is not supported by this storage class</Message>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<Days>0</Days>",
        "<Days>x</Days>",
        "<Days>1</Days><Days>2</Days>",
        "<Days>1</Days><GlacierJobParameters/>",
        "<Days>1</Days><GlacierJobParameters><Tier>Slow</Tier></GlacierJobParameters>",
        "<Days>1</Days><Other/>"
      })
  void theSchemaIsChecked(String content) {
    Answer answer = restore("cat.txt", content);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("<Code>MalformedXML</Code>");
  }

  @Test
  void queriesOverArchivesAreNotEmulated() {
    Answer answer = restore("cat.txt", "<Type>SELECT</Type>");

    assertThat(answer.status()).isEqualTo(501);
    assertThat(answer.text()).contains("RestoreObject with SelectParameters");
  }

  @Test
  void eachVersionIsRestoredByItself() {
    s3.sendDocument(
        "PUT",
        "/photos?versioning",
        "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>");
    String old = put("v", "GLACIER").header("x-amz-version-id");
    put("v", "GLACIER");

    Answer answer =
        s3.sendDocument("POST", "/photos/v?restore&versionId=" + old, document(days(1)));

    assertThat(answer.status()).isEqualTo(202);
    assertThat(s3.send("HEAD", "/photos/v?versionId=" + old).header("x-amz-restore")).isNotNull();
    assertThat(s3.send("HEAD", "/photos/v").header("x-amz-restore")).isNull();
  }

  @Test
  void deleteMarkersAndMissingKeysAreRefused() {
    s3.sendDocument(
        "PUT",
        "/photos?versioning",
        "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>");
    s3.send("DELETE", "/photos/cat.txt");

    assertThat(restore(1).status()).isEqualTo(405);
    assertThat(restore("missing", days(1)).text()).contains("<Code>NoSuchKey</Code>");
  }

  @Test
  void listingsShowTheStatusToWhoAsks() {
    Headers asked = Headers.of("x-amz-optional-object-attributes", "RestoreStatus");
    assertThat(s3.send("GET", "/photos?list-type=2", asked).text()).doesNotContain("RestoreStatus");

    restore(1);

    assertThat(s3.send("GET", "/photos?list-type=2").text()).doesNotContain("RestoreStatus");
    String ongoing =
        "<StorageClass>GLACIER</StorageClass><RestoreStatus><IsRestoreInProgress>true"
            + "</IsRestoreInProgress></RestoreStatus>";
    for (String listing : new String[] {"?list-type=2", "", "?versions"}) {
      assertThat(s3.send("GET", "/photos" + listing, asked).text()).contains(ongoing);
    }
    s3.advanceSeconds(5 * HOUR);
    assertThat(s3.send("GET", "/photos?list-type=2", asked).text())
        .contains(
            "<RestoreStatus><IsRestoreInProgress>false</IsRestoreInProgress><RestoreExpiryDate>"
                + "2026-02-05T00:00:00.000Z</RestoreExpiryDate></RestoreStatus>");
    s3.advanceSeconds(2 * DAY);
    assertThat(s3.send("GET", "/photos?list-type=2", asked).text()).doesNotContain("RestoreStatus");
  }

  private Answer put(String key, String storageClass) {
    return s3.send(
        "PUT", "/photos/" + key, Headers.of("x-amz-storage-class", storageClass), "miau");
  }

  private Answer restore(int days) {
    return restore("cat.txt", days(days));
  }

  private Answer restore(String key, String content) {
    return s3.sendDocument("POST", "/photos/" + key + "?restore", document(content));
  }

  private static String document(String content) {
    return "<RestoreRequest>" + content + "</RestoreRequest>";
  }

  private static String days(int days) {
    return "<Days>" + days + "</Days>";
  }

  private static String tier(String tier) {
    return "<GlacierJobParameters><Tier>" + tier + "</Tier></GlacierJobParameters>";
  }
}

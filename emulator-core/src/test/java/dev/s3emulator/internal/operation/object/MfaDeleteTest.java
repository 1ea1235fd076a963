package dev.s3emulator.internal.operation.object;

import static dev.s3emulator.internal.operation.object.BatchDelete.RESULT;
import static dev.s3emulator.internal.operation.object.BatchDelete.object;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.s3emulator.internal.auth.Signer;
import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.BucketSettings.MfaDelete;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.S3State;
import dev.s3emulator.internal.domain.VersioningState;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import dev.s3emulator.internal.testing.Presented;
import dev.s3emulator.internal.testing.Stacks;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** DeleteObject and DeleteObjects of a bucket with MFA Delete (delete-semantics 5). */
class MfaDeleteTest {

  private static final String STACK = "v2:marker, null:object, v1:object";

  private final InProcessS3 s3 = Presented.register(new InProcessS3());

  static Stream<Arguments> presentedToEachState() {
    return Stream.of(VersioningState.ENABLED, VersioningState.SUSPENDED)
        .flatMap(state -> Arrays.stream(Presented.values()).map(each -> arguments(state, each)));
  }

  static Stream<Arguments> presentedForEachVersion() {
    return presentedToEachState()
        .flatMap(
            row ->
                Stream.of("v1", "v2", "null", "unknown", "foreign")
                    .map(id -> arguments(row.get()[0], row.get()[1], id)));
  }

  @ParameterizedTest
  @MethodSource("presentedToEachState")
  void simpleDeleteNeedsNoCodeButARightOneIfAny(VersioningState state, Presented presented) {
    S3State before = place(state, MfaDelete.ENABLED);

    Answer answer = presented.send(s3, "DELETE", "/bucket/k", new byte[0]);

    if (presented.isHarmless()) {
      assertThat(answer.status()).isEqualTo(204);
      assertThat(answer.header("x-amz-delete-marker")).isEqualTo("true");
      assertThat(bucket().current(Stacks.KEY).orElseThrow().isDeleteMarker()).isTrue();
    } else {
      assertRefused(answer, presented, before);
    }
  }

  @ParameterizedTest
  @MethodSource("presentedForEachVersion")
  void versionedDeleteNeedsACodeOfTheRoot(
      VersioningState state, Presented presented, String label) {
    S3State before = place(state, MfaDelete.ENABLED);

    Answer answer =
        presented.send(s3, "DELETE", "/bucket/k?versionId=" + Stacks.id(label), new byte[0]);

    if (presented.suffices()) {
      assertThat(answer.status()).isEqualTo(204);
      assertThat(answer.header("x-amz-version-id")).isEqualTo(Stacks.id(label).toString());
      assertThat(Stacks.describe(bucket())).doesNotContain(label + ":");
    } else {
      assertRefused(answer, presented, before);
    }
  }

  @ParameterizedTest
  @MethodSource("presentedToEachState")
  void batchOfSimpleDeletesNeedsNoCodeButARightOneIfAny(
      VersioningState state, Presented presented) {
    S3State before = place(state, MfaDelete.ENABLED);

    Answer answer = batch(presented, object("k") + object("other"));

    if (presented.isHarmless()) {
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.xml()).startsWith(RESULT + "<Deleted>").doesNotContain("<Error>");
      assertThat(bucket().current(Stacks.KEY).orElseThrow().isDeleteMarker()).isTrue();
    } else {
      assertRefused(answer, presented, before);
    }
  }

  @ParameterizedTest
  @MethodSource("presentedToEachState")
  void batchWithAVersionNeedsACodeOfTheRootAsAWhole(VersioningState state, Presented presented) {
    S3State before = place(state, MfaDelete.ENABLED);

    Answer answer =
        batch(presented, object("other") + object("k", Stacks.id("v1")) + object("another"));

    if (presented.suffices()) {
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.xml())
          .contains("<Deleted><Key>k</Key><VersionId>" + Stacks.id("v1") + "</VersionId></Deleted>")
          .doesNotContain("<Error>");
      assertThat(Stacks.describe(bucket())).isEqualTo("v2:marker, null:object");
      assertThat(bucket().current(ObjectKey.of("other"))).isPresent();
    } else {
      assertRefused(answer, presented, before);
    }
  }

  /** Also ids that would fail key by key: the batch names a version. */
  @ParameterizedTest
  @ValueSource(strings = {"garbage", "", "null"})
  void versionThatCannotBeAsksForACodeToo(String versionId) {
    S3State before = place(VersioningState.ENABLED, MfaDelete.ENABLED);

    Answer answer = batch(Presented.NOTHING, object("k") + object("k", versionId));

    assertRefused(answer, Presented.NOTHING, before);
  }

  @Test
  void rightCodeLeavesErrorsToTheirKeys() {
    place(VersioningState.ENABLED, MfaDelete.ENABLED);

    Answer answer =
        batch(Presented.OF_THE_ROOT, object("k", Stacks.id("v1")) + object("k", "garbage"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.xml())
        .contains("<Deleted><Key>k</Key>")
        .contains("<Error><Key>k</Key><VersionId>garbage</VersionId><Code>NoSuchVersion</Code>");
  }

  @ParameterizedTest
  @EnumSource(
      value = MfaDelete.class,
      names = {"NEVER_SET", "DISABLED"})
  void codesAreNotJudgedWhereMfaDeleteIsOff(MfaDelete off) {
    for (Presented presented : Presented.values()) {
      S3State before = place(VersioningState.ENABLED, off);
      Answer single =
          presented.send(s3, "DELETE", "/bucket/k?versionId=" + Stacks.id("v1"), new byte[0]);
      Answer batch = batch(presented, object("k", Stacks.id("null")));

      if (presented == Presented.MALFORMED) {
        assertRefused(single, presented, before);
        assertRefused(batch, presented, before);
      } else {
        assertThat(single.status()).as(presented.name()).isEqualTo(204);
        assertThat(batch.xml()).as(presented.name()).startsWith(RESULT + "<Deleted>");
      }
    }
  }

  /** In the lenient mode nobody in particular, and unknown keys, are the root of the account. */
  @Test
  void unsignedRequestsUseTheDevicesOfTheDefaultUser() {
    place(VersioningState.ENABLED, MfaDelete.ENABLED);
    String url = "/bucket/k?versionId=" + Stacks.id("v1");

    assertThat(s3.send("DELETE", url).xml()).isEqualTo(Presented.NOTHING.refusal());
    assertThat(s3.send("DELETE", url, Headers.of("x-amz-mfa", "20899872 654321")).xml())
        .isEqualTo(Presented.WRONG_CODE.refusal());
    assertThat(s3.send("DELETE", url, Headers.of("x-amz-mfa", "20899872 123456")).status())
        .isEqualTo(204);
  }

  @Test
  void presignedUrlsOfSessionsHaveTheirTokenInTheQuery() {
    S3State before = place(VersioningState.ENABLED, MfaDelete.ENABLED);
    Signer signer = new Signer();
    signer.accessKey = "ASIAIOSFODNN7EXAMPLE";
    signer.time = "20260203T164509Z";
    signer.date = "20260203";

    Answer answer =
        s3.send(
            signer.inQuery(
                "DELETE",
                "/bucket/k",
                "X-Amz-Security-Token=token&versionId=null",
                60,
                "Host",
                "127.0.0.1:9000",
                "x-amz-mfa",
                "20899872 123456"),
            new byte[0]);

    assertRefused(answer, Presented.OF_A_SESSION, before);
  }

  @Test
  void reasonStandsInTheJournal() {
    place(VersioningState.ENABLED, MfaDelete.ENABLED);

    Presented.NOTHING.send(s3, "DELETE", "/bucket/k?versionId=null", new byte[0]);
    assertThat(lastReason())
        .isEqualTo(
            "The bucket bucket has MFA Delete, and the request names a version to remove for good,"
                + " but has no header x-amz-mfa.");
    batch(Presented.OF_A_USER, object("k", "null"));
    assertThat(lastReason())
        .isEqualTo(
            "The bucket bucket has MFA Delete, and the request names a version to remove for good."
                + " The code in x-amz-mfa is right, but only the root of the account that owns the"
                + " bucket may use one for this.");
    Presented.UNKNOWN_DEVICE.send(s3, "DELETE", "/bucket/k", new byte[0]);
    assertThat(lastReason()).isEqualTo("No user of this server has the device 11111111.");
  }

  /** What is wrong with the head or the document comes first (delete-semantics 11). */
  @ParameterizedTest
  @CsvSource({
    "DELETE, /bucket/k?versionId=abc, InvalidArgument",
    "DELETE, /absent/k?versionId=null, NoSuchBucket",
    "DELETE, /bucket/k?versionId=null, AccessDenied",
    "POST, /bucket?delete, InvalidRequest"
  })
  void missingCodeIsReportedAfterTheRest(String method, String url, String code) {
    place(VersioningState.ENABLED, MfaDelete.ENABLED);

    Answer answer = Presented.NOTHING.send(s3, method, url, new byte[0]);

    assertThat(answer.text()).contains("<Code>" + code + "</Code>");
  }

  @Test
  void missingCodeIsReportedBeforeTheConditionOfAKey() {
    S3State before = place(VersioningState.ENABLED, MfaDelete.ENABLED);

    Answer answer =
        batch(
            Presented.NOTHING,
            "<Object><Key>k</Key><ETag>bad</ETag></Object>" + object("k", Stacks.id("v1")));

    assertRefused(answer, Presented.NOTHING, before);
  }

  @Test
  void emptyBucketIsDeletedWithoutACode() {
    Bucket empty = Stacks.bucket(VersioningState.ENABLED);
    Stacks.place(s3, empty.with(empty.settings().withMfaDelete(MfaDelete.ENABLED)));

    assertThat(Presented.NOTHING.send(s3, "DELETE", "/bucket", new byte[0]).status())
        .isEqualTo(204);
  }

  @Test
  void uploadIsAbortedWithoutACode() {
    place(VersioningState.ENABLED, MfaDelete.ENABLED);
    String upload =
        s3.send("POST", "/bucket/up?uploads")
            .text()
            .replaceAll("(?s).*<UploadId>|</UploadId>.*", "");

    assertThat(
            Presented.NOTHING
                .send(s3, "DELETE", "/bucket/up?uploadId=" + upload, new byte[0])
                .status())
        .isEqualTo(204);
  }

  private Answer batch(Presented presented, String objects) {
    byte[] document = BatchDelete.document(objects).getBytes(UTF_8);
    return presented.send(
        s3, "POST", "/bucket?delete", document, "Content-MD5", BatchDelete.md5(document));
  }

  private void assertRefused(Answer answer, Presented presented, S3State before) {
    assertThat(answer.xml()).isEqualTo(presented.refusal());
    assertThat(answer.status()).isEqualTo(presented.status());
    assertThat(s3.engine().state()).isSameAs(before);
  }

  private S3State place(VersioningState state, MfaDelete mfaDelete) {
    Bucket bucket = Stacks.bucket(state, STACK);
    Stacks.place(s3, bucket.with(bucket.settings().withMfaDelete(mfaDelete)));
    return s3.engine().state();
  }

  private Bucket bucket() {
    return s3.engine().state().requireBucket("bucket");
  }

  private String lastReason() {
    return s3.lastReason().orElseThrow();
  }
}

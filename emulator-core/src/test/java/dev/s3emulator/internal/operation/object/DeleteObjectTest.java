package dev.s3emulator.internal.operation.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.S3State;
import dev.s3emulator.internal.domain.VersionEntry;
import dev.s3emulator.internal.domain.VersioningState;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.DeleteMatrix;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import dev.s3emulator.internal.testing.Stacks;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** DeleteObject (delete-semantics 2 and 3). */
class DeleteObjectTest {

  private static final String MALFORMED_ID = "HPniJFCxqTsMuIH9KX8K8wEjNUgmABCD";

  private final InProcessS3 s3 = new InProcessS3();

  static Stream<DeleteMatrix> rows() {
    return DeleteMatrix.rows();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void answerAndStackAreAsTheTablesSay(DeleteMatrix row) {
    Stacks.place(s3, row.bucket());
    String query = row.isVersioned() ? "?versionId=" + Stacks.id(row.versionId()) : "";

    Answer answer = s3.send("DELETE", "/bucket/k" + query);

    assertThat(answer.status()).isEqualTo(204);
    assertThat(Stacks.describe(bucket())).isEqualTo(row.after());
    List<String> headers = new ArrayList<>(List.of("x-amz-id-2", "x-amz-request-id"));
    headers.addAll(List.of("Date", "Server"));
    if (!row.deleteMarkerHeader().equals(DeleteMatrix.NONE)) {
      headers.add("x-amz-delete-marker");
      assertThat(answer.header("x-amz-delete-marker")).isEqualTo(row.deleteMarkerHeader());
    }
    if (!row.versionIdHeader().equals(DeleteMatrix.NONE)) {
      headers.add("x-amz-version-id");
      assertThat(answer.header("x-amz-version-id")).isEqualTo(wireId(row.versionIdHeader()));
    }
    assertThat(names(answer)).containsExactlyInAnyOrderElementsOf(headers);
    assertThat(answer.header("Server")).isEqualTo("AmazonS3");
    assertThat(answer.bytes()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void malformedVersionIdIsInvalidInEveryState(VersioningState state) {
    String present = state == VersioningState.UNVERSIONED ? "null:object" : "v2:marker, v1:object";
    String mangled = Stacks.id("v1").toString().substring(0, 28) + "ABCD";
    for (String stack : List.of("-", present)) {
      for (String id : List.of(MALFORMED_ID, mangled, "abc", "NULL", "null%20")) {
        Stacks.place(s3, Stacks.bucket(state, stack));
        S3State before = s3.engine().state();

        Answer answer = s3.send("DELETE", "/bucket/k?versionId=" + id);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.xml())
            .isEqualTo(
                "<Error><Code>InvalidArgument</Code><Message>Invalid version id specified</Message>"
                    + "<ArgumentName>versionId</ArgumentName><ArgumentValue>"
                    + id.replace("%20", " ")
                    + "</ArgumentValue></Error>");
        assertThat(names(answer)).doesNotContain("x-amz-delete-marker", "x-amz-version-id");
        assertThat(s3.engine().state()).isSameAs(before);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/bucket/k?versionId=", "/bucket/k?versionId", "/absent/k?versionId="})
  void emptyVersionIdIsRefusedBeforeTheBucketIsLookedUp(String path) {
    Stacks.place(s3, Stacks.bucket(VersioningState.ENABLED, "v1:object"));

    Answer answer = s3.send("DELETE", path);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>InvalidArgument</Code><Message>Version id cannot be the empty string"
                + "</Message><ArgumentName>versionId</ArgumentName><ArgumentValue></ArgumentValue>"
                + "</Error>");
    assertThat(Stacks.describe(bucket())).isEqualTo("v1:object");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/absent/k", "/absent/k?versionId=null", "/absent/k?versionId=abc"})
  void missingBucketIsNotFound(String path) {
    Answer answer = s3.send("DELETE", path);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>NoSuchBucket</Code><Message>The specified bucket does not exist"
                + "</Message><BucketName>absent</BucketName></Error>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?x-id=DeleteObject", "?unknown", "?unknown=1&x-id=DeleteObject"})
  void unknownParametersAreIgnored(String query) {
    Stacks.place(s3, Stacks.bucket(VersioningState.UNVERSIONED, "null:object"));

    assertThat(s3.send("DELETE", "/bucket/k" + query).status()).isEqualTo(204);
    assertThat(Stacks.describe(bucket())).isEqualTo("-");
  }

  @Test
  void firstOfRepeatedVersionIdsCounts() {
    Stacks.place(s3, Stacks.bucket(VersioningState.ENABLED, "v2:object, v1:object"));

    s3.send("DELETE", "/bucket/k?versionId=" + Stacks.id("v1") + "&versionId=" + Stacks.id("v2"));

    assertThat(Stacks.describe(bucket())).isEqualTo("v2:object");
  }

  @Test
  void bodyIsIgnoredAndNotComparedWithItsHash() {
    Stacks.place(s3, Stacks.bucket(VersioningState.UNVERSIONED, "null:object"));
    Headers headers =
        Headers.of(
            "x-amz-content-sha256",
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "Content-MD5",
            "nonsense",
            "x-amz-checksum-crc32",
            "nonsense");

    Answer answer = s3.send("DELETE", "/bucket/k", headers, "a body");

    assertThat(answer.status()).isEqualTo(204);
    assertThat(Stacks.describe(bucket())).isEqualTo("-");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
        "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER",
        "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER"
      })
  void onlyUploadsTakeTrailers(String literal) {
    Stacks.place(s3, Stacks.bucket(VersioningState.UNVERSIONED, "null:object"));
    S3State before = s3.engine().state();

    Answer answer = s3.send("DELETE", "/bucket/k", Headers.of("x-amz-content-sha256", literal));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>InvalidRequest</Code><Message>The value of x-amz-content-sha256 header"
                + " is invalid.</Message></Error>");
    assertThat(s3.engine().state()).isSameAs(before);
  }

  @Test
  void versionIdAtTheBucketIsRefusedBeforeTheBucketIsLookedUp() {
    for (String path : List.of("/bucket?versionId=x", "/bucket/?versionId=x")) {
      Answer answer = s3.send("DELETE", path);

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.xml())
          .isEqualTo(
              "<Error><Code>InvalidArgument</Code><Message>This operation does not accept a"
                  + " version-id.</Message><ArgumentName>versionId</ArgumentName>"
                  + "<ArgumentValue>x</ArgumentValue></Error>");
    }
  }

  @Test
  void keyMayHave1024BytesAndNoMore() {
    Stacks.place(s3, Stacks.bucket(VersioningState.ENABLED));
    String longest = "\u20AC".repeat(341) + "a";

    assertThat(s3.send("DELETE", "/bucket/" + longest).status()).isEqualTo(204);
    Answer tooLong = s3.send("DELETE", "/bucket/" + longest + "b");

    assertThat(tooLong.status()).isEqualTo(400);
    assertThat(tooLong.xml())
        .isEqualTo(
            "<Error><Code>KeyTooLongError</Code><Message>Your key is too long</Message>"
                + "<Size>1025</Size><MaxSizeAllowed>1024</MaxSizeAllowed></Error>");
    assertThat(bucket().objects()).containsOnlyKeys(ObjectKey.of(longest));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "//|/",
        "//a//b|/a//b",
        "/a/|a/",
        "/./a|./a",
        "/a/../b|a/../b",
        "/a/..|a/..",
        "/..a|..a",
        "/a%2Fb|a/b",
        "/a%252Fb|a%2Fb",
        "/a+b|a+b",
        "/a%20b|a b",
        "/%F0%9F%98%80|\uD83D\uDE00",
        "/\uD83D\uDE00|\uD83D\uDE00",
        "/%00%01|\u0000\u0001",
        "/@&=$,;!*'()|@&=$,;!*'()"
      })
  void keyIsTheDecodedPathAsItIs(String path, String key) {
    Bucket empty = Stacks.bucket(VersioningState.UNVERSIONED);
    Bucket bucket = Stacks.with(empty, ObjectKey.of(key), "null:object");
    Stacks.place(s3, Stacks.with(bucket, ObjectKey.of("other"), "null:object"));

    assertThat(s3.send("DELETE", "/bucket" + path).status()).isEqualTo(204);

    assertThat(bucket().objects()).containsOnlyKeys(ObjectKey.of("other"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/bucket/../k", "/bucket/a/../../k", "/bucket/%zz", "/bucket/%FF"})
  void unreadablePathIsInvalidUri(String path) {
    Stacks.place(s3, Stacks.bucket(VersioningState.UNVERSIONED, "null:object"));

    Answer answer = s3.send("DELETE", path);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>InvalidURI</Code><Message>Couldn't parse the specified URI.</Message>"
                + "<URI>"
                + path
                + "</URI></Error>");
    assertThat(Stacks.describe(bucket())).isEqualTo("null:object");
  }

  @ParameterizedTest
  @CsvSource({"DELETE,/bucket/k?annotation&annotationName=a,DeleteObjectAnnotation"})
  void subResourceIsNeverThePlainDelete(String method, String path, String operation) {
    Stacks.place(s3, Stacks.bucket(VersioningState.UNVERSIONED, "null:object"));

    Answer answer = s3.send(method, path);

    assertThat(answer.status()).isEqualTo(501);
    assertThat(answer.xml()).endsWith("<Feature>" + operation + "</Feature></Error>");
    assertThat(Stacks.describe(bucket())).isEqualTo("null:object");
  }

  @Test
  void uploadIsNeverThePlainObject() {
    Stacks.place(s3, Stacks.bucket(VersioningState.UNVERSIONED, "null:object"));

    Answer answer = s3.send("DELETE", "/bucket/k?uploadId=x");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text()).contains("<Code>NoSuchUpload</Code>");
    assertThat(Stacks.describe(bucket())).isEqualTo("null:object");
  }

  @Test
  void newMarkerInSuspendedBucketHasNewTime() {
    Stacks.place(s3, Stacks.bucket(VersioningState.SUSPENDED));
    s3.send("DELETE", "/bucket/k");
    VersionEntry first = bucket().current(Stacks.KEY).orElseThrow();
    s3.advanceSeconds(5);

    s3.send("DELETE", "/bucket/k");

    VersionEntry second = bucket().current(Stacks.KEY).orElseThrow();
    assertThat(second.lastModified()).isEqualTo(first.lastModified().plusSeconds(5));
    assertThat(Stacks.describe(bucket())).isEqualTo("null:marker");
  }

  @Test
  void markersPileUpWithNewIds() {
    Stacks.place(s3, Stacks.bucket(VersioningState.ENABLED, "v1:object"));

    String first = s3.send("DELETE", "/bucket/k").header("x-amz-version-id");
    String second = s3.send("DELETE", "/bucket/k").header("x-amz-version-id");

    assertThat(first).matches("[A-Za-z0-9._]{32}").isNotEqualTo(second);
    assertThat(Stacks.describe(bucket())).isEqualTo("new:marker, new:marker, v1:object");
    s3.send("DELETE", "/bucket/k?versionId=" + first);
    Answer removed = s3.send("DELETE", "/bucket/k?versionId=" + second);
    assertThat(removed.header("x-amz-delete-marker")).isEqualTo("true");
    assertThat(removed.header("x-amz-version-id")).isEqualTo(second);
    assertThat(Stacks.describe(bucket())).isEqualTo("v1:object");
    Answer again = s3.send("DELETE", "/bucket/k?versionId=" + second);
    assertThat(again.header("x-amz-delete-marker")).isNull();
    assertThat(again.header("x-amz-version-id")).isEqualTo(second);
  }

  private String wireId(String label) {
    return label.equals("new")
        ? bucket().current(Stacks.KEY).orElseThrow().versionId().toString()
        : Stacks.id(label).toString();
  }

  private static List<String> names(Answer answer) {
    List<String> names = new ArrayList<>();
    answer.response().headers().forEach((name, value) -> names.add(name));
    return names;
  }

  private Bucket bucket() {
    return s3.engine().state().requireBucket("bucket");
  }
}

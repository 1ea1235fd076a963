package dev.s3emulator.internal.operation.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.protocol.ResponseBody;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** GetObject (protocol-notes 8, 9, 11, 12, 13, 15, 19; delete-semantics 12). */
class GetObjectTest {

  /** When the clock of {@link InProcessS3} starts. */
  private static final String MODIFIED = "Tue, 03 Feb 2026 16:45:09 GMT";

  private static final String TAG = "\"781e5e245d69b566979b86e28d23f2c7\"";

  private final InProcessS3 s3 = new InProcessS3();

  @BeforeEach
  void putDigits() {
    s3.send("PUT", "/bucket");
    s3.send("PUT", "/bucket/key", Headers.EMPTY, "0123456789");
  }

  @Test
  void plainObjectHasTheHeadersOfEveryObjectAndNoOthers() {
    Answer answer = get();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("0123456789");
    assertThat(answer.header("Last-Modified")).isEqualTo(MODIFIED);
    assertThat(answer.header("ETag")).isEqualTo(TAG);
    assertThat(answer.header("Accept-Ranges")).isEqualTo("bytes");
    assertThat(answer.header("Content-Type")).isEqualTo("binary/octet-stream");
    assertThat(answer.header("x-amz-server-side-encryption")).isEqualTo("AES256");
    assertThat(answer.response().headers().size()).isEqualTo(4 + 5);
  }

  @Test
  void metadataOfTheUploadComeBack() {
    s3.send(
        "PUT",
        "/bucket/key",
        Headers.of(
            "Content-Type", "text/plain",
            "Cache-Control", "max-age=60",
            "Content-Disposition", "attachment; filename=\"a.txt\"",
            "Content-Encoding", "aws-chunked,gzip",
            "Content-Language", "de",
            "Expires", "whenever",
            "X-Amz-Meta-Color", "blue",
            "x-amz-meta-list", "a",
            "x-amz-meta-list", "b",
            "x-amz-meta-word", "=?UTF-8?B?w6TDtsO8?=",
            "x-amz-storage-class", "STANDARD_IA",
            "x-amz-website-redirect-location", "/other",
            "x-amz-tagging", "k1=v1&k2=v2"));

    Answer answer = get();

    assertThat(answer.header("Content-Type")).isEqualTo("text/plain");
    assertThat(answer.header("Cache-Control")).isEqualTo("max-age=60");
    assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"a.txt\"");
    assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(answer.header("Content-Language")).isEqualTo("de");
    assertThat(answer.header("Expires")).isEqualTo("whenever");
    assertThat(answer.response().headers().toString()).contains("x-amz-meta-color: blue\n");
    assertThat(answer.header("x-amz-meta-list")).isEqualTo("a,b");
    assertThat(answer.header("x-amz-meta-word")).isEqualTo("=?UTF-8?B?w6TDtsO8?=");
    assertThat(answer.header("x-amz-storage-class")).isEqualTo("STANDARD_IA");
    assertThat(answer.header("x-amz-website-redirect-location")).isEqualTo("/other");
    assertThat(answer.header("x-amz-tagging-count")).isEqualTo("2");
  }

  @Test
  void unprintableMetadataAreCountedInsteadOfShown() {
    s3.send(
        "PUT",
        "/bucket/key",
        Headers.of(
            "x-amz-meta-a",
            "=?UTF-8?Q?a=0Ab?=",
            "x-amz-meta-b",
            "=?UTF-8?Q?=01?=",
            "x-amz-meta-c",
            "c"));

    Answer answer = get();

    assertThat(answer.header("x-amz-missing-meta")).isEqualTo("2");
    assertThat(answer.header("x-amz-meta-a")).isNull();
    assertThat(answer.header("x-amz-meta-b")).isNull();
    assertThat(answer.header("x-amz-meta-c")).isEqualTo("c");
  }

  @Test
  void readerChoosesHeadersOfTheAnswer() {
    Answer answer =
        s3.sendSigned(
            "GET",
            "/bucket/key?response-content-type=text%2Fcsv&response-content-language=fr"
                + "&response-expires=never&response-cache-control=no-store"
                + "&response-content-disposition=attachment%3B%20filename%3D%22%C3%A4.csv%22"
                + "&response-content-encoding=br&response-other=x&response-content-length=1");

    assertThat(answer.header("Content-Type")).isEqualTo("text/csv");
    assertThat(answer.header("Content-Language")).isEqualTo("fr");
    assertThat(answer.header("Expires")).isEqualTo("never");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"ä.csv\"");
    assertThat(answer.header("Content-Encoding")).isEqualTo("br");
    assertThat(answer.header("Content-Length")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD"})
  void readerWithoutSignatureChoosesNoHeaders(String method) {
    Answer answer = s3.send(method, "/bucket/key?response-content-type=text%2Fcsv");

    assertThat(answer.status()).isEqualTo(400);
    if (method.equals("GET")) {
      assertThat(answer.xml())
          .isEqualTo(
              "<Error><Code>InvalidRequest</Code><Message>Request specific response headers cannot"
                  + " be used for anonymous GET requests.</Message></Error>");
    }
  }

  @ParameterizedTest
  @CsvSource({"%E2%82%AC, €", "a%0Ab, 'a\nb'"})
  void chosenHeaderMustFitIntoAHeader(String encoded, String value) {
    Answer answer = s3.sendSigned("GET", "/bucket/key?response-cache-control=" + encoded);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>InvalidArgument</Code><Message>Header value cannot be represented using"
                + " ISO-8859-1.</Message><ArgumentName>response-cache-control</ArgumentName>"
                + "<ArgumentValue>%s</ArgumentValue></Error>".formatted(value));
  }

  @ParameterizedTest
  @CsvSource({
    "If-Match, '\"other\"', If-Match",
    "If-Unmodified-Since, 'Tue, 03 Feb 2026 16:45:08 GMT', If-Unmodified-Since"
  })
  void failedConditionIs412(String header, String value, String condition) {
    Answer answer = get(header, value);

    assertThat(answer.status()).isEqualTo(412);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>PreconditionFailed</Code><Message>At least one of the pre-conditions you"
                + " specified did not hold</Message><Condition>%s</Condition></Error>"
                    .formatted(condition));
  }

  @ParameterizedTest
  @CsvSource({
    "If-None-Match, 781e5e245d69b566979b86e28d23f2c7",
    "If-None-Match, *",
    "If-Modified-Since, 'Tue, 03 Feb 2026 16:45:09 GMT'"
  })
  void whatTheClientHasIsNotSentAgain(String header, String value) {
    s3.send("PUT", "/bucket/key", Headers.of("Cache-Control", "no-cache"), "0123456789");

    Answer answer = get(header, value);

    assertThat(answer.status()).isEqualTo(304);
    assertThat(answer.header("ETag")).isEqualTo(TAG);
    assertThat(answer.header("Last-Modified")).isEqualTo(MODIFIED);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(answer.header("Content-Type")).isNull();
    assertThat(answer.response().body()).isEqualTo(ResponseBody.None.INSTANCE);
  }

  @ParameterizedTest
  @CsvSource({
    "If-Match, '\"781e5e245d69b566979b86e28d23f2c7\"'",
    "If-Unmodified-Since, 'Tue, 03 Feb 2026 16:45:09 GMT'",
    "If-None-Match, '\"other\"'",
    "If-Modified-Since, 'Tue, 03 Feb 2026 16:45:08 GMT'",
    "If-Modified-Since, 'Tue, 03 Feb 2027 16:45:09 GMT'",
    "If-Modified-Since, yesterday"
  })
  void metConditionChangesNothing(String header, String value) {
    assertThat(get(header, value).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GLACIER", "DEEP_ARCHIVE"})
  void archivedObjectCannotBeRead(String storageClass) {
    s3.send("PUT", "/bucket/key", Headers.of("x-amz-storage-class", storageClass), "x");

    Answer answer = get();

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>InvalidObjectState</Code><Message>The operation is not valid for the"
                + " object's storage class</Message><StorageClass>%s</StorageClass></Error>"
                    .formatted(storageClass));
  }

  @Test
  void missingKeyIsNotFound() {
    Answer answer = s3.send("GET", "/bucket/other");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message>"
                + "<Key>other</Key></Error>");
    assertThat(answer.header("x-amz-delete-marker")).isNull();
  }

  @Test
  void objectBehindADeleteMarkerIsNotFound() {
    versioning("Enabled");
    String marker = s3.send("DELETE", "/bucket/key").header("x-amz-version-id");

    Answer answer = get();

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message>"
                + "<Key>key</Key></Error>");
    assertThat(answer.header("x-amz-delete-marker")).isEqualTo("true");
    assertThat(answer.header("x-amz-version-id")).isEqualTo(marker);
  }

  @Test
  void deleteMarkerItselfCannotBeRead() {
    versioning("Enabled");
    String marker = s3.send("DELETE", "/bucket/key").header("x-amz-version-id");
    s3.advanceSeconds(60);

    Answer answer = s3.send("GET", "/bucket/key?versionId=" + marker);

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>MethodNotAllowed</Code><Message>The specified method is not allowed"
                + " against this resource.</Message><Method>GET</Method>"
                + "<ResourceType>DeleteMarker</ResourceType></Error>");
    assertThat(answer.header("x-amz-delete-marker")).isEqualTo("true");
    assertThat(answer.header("x-amz-version-id")).isEqualTo(marker);
    assertThat(answer.header("Allow")).isEqualTo("DELETE");
    assertThat(answer.header("Last-Modified")).isEqualTo(MODIFIED);
  }

  @Test
  void removedVersionIsNotFound() {
    versioning("Enabled");
    String version = s3.send("PUT", "/bucket/key").header("x-amz-version-id");
    s3.send("DELETE", "/bucket/key?versionId=" + version);

    Answer answer = s3.send("GET", "/bucket/key?versionId=" + version);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>NoSuchVersion</Code><Message>The specified version does not"
                + " exist.</Message><Key>key</Key><VersionId>%s</VersionId></Error>"
                    .formatted(version));
    assertThat(answer.header("x-amz-delete-marker")).isNull();
    assertThat(answer.header("x-amz-version-id")).isNull();
  }

  @Test
  void malformedVersionIdIsRefusedEvenForAMissingKey() {
    Answer answer = s3.send("GET", "/bucket/other?versionId=HPniJFCxqTsMuIH9KX8K8wEjNUgmABCD");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>InvalidArgument</Code><Message>Invalid version id specified</Message>"
                + "<ArgumentName>versionId</ArgumentName>"
                + "<ArgumentValue>HPniJFCxqTsMuIH9KX8K8wEjNUgmABCD</ArgumentValue></Error>");
  }

  @Test
  void nullVersionIsNamedOnceTheBucketHadVersioning() {
    Answer before = s3.send("GET", "/bucket/key?versionId=null");
    versioning("Enabled");

    assertThat(before.status()).isEqualTo(200);
    assertThat(before.header("x-amz-version-id")).isNull();
    assertThat(get().header("x-amz-version-id")).isEqualTo("null");
  }

  @Test
  void missingBucketIsNotFound() {
    assertThat(s3.send("GET", "/nowhere/key").xml())
        .contains("<Code>NoSuchBucket</Code>", "<BucketName>nowhere</BucketName>");
  }

  @ParameterizedTest
  @CsvSource({
    "x-amz-server-side-encryption, AES256, 400",
    "x-amz-server-side-encryption-customer-algorithm, AES256, 400"
  })
  void readsNameNoEncryption(String header, String value, int status) {
    assertThat(get(header, value).status()).isEqualTo(status);
  }

  private Answer get(String... headers) {
    return s3.send("GET", "/bucket/key", Headers.of(headers));
  }

  private void versioning(String status) {
    s3.send(
        "PUT",
        "/bucket?versioning",
        Headers.EMPTY,
        "<VersioningConfiguration><Status>%s</Status></VersioningConfiguration>".formatted(status));
  }
}

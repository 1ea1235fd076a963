package dev.s3emulator.internal.operation.objectlock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.VersioningState;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import dev.s3emulator.internal.testing.Stacks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Get and PutObjectLegalHold (recorded-answers 7.4, 7.13, 7.14 and 7.19). */
class ObjectLegalHoldTest {

  private static final String NS = " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"";

  private final InProcessS3 s3 = new InProcessS3();

  @Test
  void holdIsSetLiftedAndShown() {
    place("v2:object, v1:object");

    Answer put = put("", hold("ON"));

    assertThat(put.status()).isEqualTo(200);
    assertThat(put.bytes()).isEmpty();
    assertThat(s3.send("GET", "/bucket/k?legal-hold").xml()).isEqualTo(hold("ON"));
    assertThat(get("v1").status()).isEqualTo(404);
    assertThat(s3.send("DELETE", version("v2")).status()).isEqualTo(403);
    put("", hold("OFF"));
    assertThat(get("v2").xml()).isEqualTo(hold("OFF"));
    assertThat(s3.send("HEAD", version("v2")).header("x-amz-object-lock-legal-hold"))
        .isEqualTo("OFF");
    assertThat(s3.send("DELETE", version("v2")).status()).isEqualTo(204);
  }

  @Test
  void holdOfAnyVersionLeavesItsRetention() {
    place("v3:marker, v2:object, v1:object");
    Bucket bucket = s3.engine().state().requireBucket("bucket");
    Stacks.place(s3, Stacks.locked(bucket, "v1", Stacks.lock("GOVERNANCE+60", InProcessS3.NOW)));

    put("&versionId=" + Stacks.id("v1"), hold("ON"));

    Answer head = s3.send("HEAD", version("v1"));
    assertThat(head.header("x-amz-object-lock-legal-hold")).isEqualTo("ON");
    assertThat(head.header("x-amz-object-lock-mode")).isEqualTo("GOVERNANCE");
  }

  @Test
  void rootMayHaveTheNameOfTheShape() {
    place("v1:object");

    assertThat(put("", "<ObjectLockLegalHold><Status>ON</Status></ObjectLockLegalHold>").status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Other><Status>ON</Status></Other>",
        "<LegalHold/>",
        "<LegalHold><Status/></LegalHold>",
        "<LegalHold><Status>on</Status></LegalHold>",
        "<LegalHold><Status>ON</Status><Status>ON</Status></LegalHold>",
        "<LegalHold><Status>ON</Status><Mode>GOVERNANCE</Mode></LegalHold>",
        "no XML"
      })
  void malformedDocumentsAreRefused(String document) {
    place("v1:object");

    Answer answer = put("", document);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("<Code>MalformedXML</Code>");
  }

  @Test
  void bodyAndItsChecksumMustBeThere() {
    place("v1:object");

    assertThat(put("", "").text()).contains("<Code>MissingRequestBodyError</Code>");
    assertThat(s3.send("PUT", "/bucket/k?legal-hold", Headers.EMPTY, hold("ON")).xml())
        .isEqualTo(
            "<Error><Code>InvalidRequest</Code><Message>Missing required header for this request:"
                + " Content-MD5 OR x-amz-checksum-*</Message></Error>");
  }

  @Test
  void neverSetIsNotFound() {
    place("v1:object");

    Answer answer = get("v1");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>NoSuchObjectLockConfiguration</Code><Message>The specified object does"
                + " not have a ObjectLock configuration</Message></Error>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT"})
  void bucketMustHaveObjectLock(String method) {
    Stacks.place(s3, Stacks.bucket(VersioningState.ENABLED, "v1:object"));

    Answer answer = s3.sendDocument(method, "/bucket/k?legal-hold", hold("ON"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>InvalidRequest</Code><Message>Bucket is missing Object Lock"
                + " Configuration</Message></Error>");
  }

  @ParameterizedTest
  @CsvSource({"GET,v2", "PUT,v2", "GET,-", "PUT,-"})
  void deleteMarkersHaveNone(String method, String label) {
    place("v2:marker, v1:object");

    Answer answer =
        s3.sendDocument(
            method,
            "/bucket/k?legal-hold" + (label.equals("-") ? "" : "&versionId=" + Stacks.id(label)),
            hold("ON"));

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.text())
        .contains(
            "<Code>MethodNotAllowed</Code>",
            "<Method>" + method + "</Method><ResourceType>DeleteMarker</ResourceType>");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/bucket/absent?legal-hold,404,NoSuchKey",
    "PUT,/bucket/absent?legal-hold,404,NoSuchKey",
    "GET,/bucket/k?legal-hold&versionId=abc,400,InvalidArgument",
    "PUT,/bucket/k?legal-hold&versionId=abc,400,InvalidArgument"
  })
  void whatIsNotThereIsNotFound(String method, String path, int status, String code) {
    place("v1:object");

    Answer answer = s3.sendDocument(method, path, hold("ON"));

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text()).contains("<Code>" + code + "</Code>");
  }

  private void place(String stack) {
    Stacks.place(s3, Stacks.with(Stacks.bucket(VersioningState.ENABLED, true), Stacks.KEY, stack));
  }

  private Answer put(String versionId, String document) {
    return s3.sendDocument("PUT", "/bucket/k?legal-hold" + versionId, document);
  }

  private Answer get(String label) {
    return s3.send("GET", "/bucket/k?legal-hold&versionId=" + Stacks.id(label));
  }

  private static String version(String label) {
    return "/bucket/k?versionId=" + Stacks.id(label);
  }

  private static String hold(String status) {
    return "<LegalHold" + NS + "><Status>" + status + "</Status></LegalHold>";
  }
}

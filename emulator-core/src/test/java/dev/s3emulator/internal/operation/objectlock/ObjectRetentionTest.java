package dev.s3emulator.internal.operation.objectlock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.S3State;
import dev.s3emulator.internal.domain.VersioningState;
import dev.s3emulator.internal.domain.attribute.ObjectLock;
import dev.s3emulator.internal.protocol.Caller;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.protocol.NeededAction;
import dev.s3emulator.internal.protocol.QueryParameters;
import dev.s3emulator.internal.protocol.RequestBody;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.RequestTarget;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import dev.s3emulator.internal.testing.Stacks;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Get and PutObjectRetention (recorded-answers 6.5, 7.8 to 7.10, 7.13, 7.14 and 7.20). */
class ObjectRetentionTest {

  private static final String NS = " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"";
  private static final String PROTECTED =
      "<Error><Code>AccessDenied</Code><Message>Access Denied because object protected by object"
          + " lock.</Message></Error>";
  private static final Headers BYPASS = Headers.of("x-amz-bypass-governance-retention", "true");

  private final InProcessS3 s3 = new InProcessS3();

  @Test
  void retentionOfTheNewestVersionIsSetAndShown() {
    place("v2:object, v1:object", "v1", "-");

    Answer put = put("", Headers.EMPTY, retention("GOVERNANCE", "2030-01-01T00:00:00.123456Z"));

    assertThat(put.status()).isEqualTo(200);
    assertThat(put.bytes()).isEmpty();
    assertThat(s3.send("GET", "/bucket/k?retention").xml())
        .isEqualTo(retention("GOVERNANCE", "2030-01-01T00:00:00.123Z"));
    assertThat(get("v1").status()).isEqualTo(404);
  }

  @Test
  void retentionOfAnyVersionIsSetAndShown() {
    place("v3:marker, v2:object, v1:object", "v1", "-");

    put(id("v1"), Headers.EMPTY, retention("COMPLIANCE", "2030-01-01T01:00:00+01:00"));

    assertThat(get("v1").xml()).isEqualTo(retention("COMPLIANCE", "2030-01-01T00:00:00.000Z"));
    assertThat(get("v2").status()).isEqualTo(404);
  }

  @Test
  void rootMayHaveTheNameOfTheShape() {
    place("v1:object", "v1", "-");

    Answer put =
        put(
            "",
            Headers.EMPTY,
            "<ObjectLockRetention><RetainUntilDate>2030-01-01T00:00:00Z</RetainUntilDate>"
                + "<Mode>GOVERNANCE</Mode></ObjectLockRetention>");

    assertThat(put.status()).isEqualTo(200);
  }

  @ParameterizedTest(name = "{0} to {1}, bypass {2}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GOVERNANCE+60 | GOVERNANCE+90 | false | 200
          GOVERNANCE+60 | GOVERNANCE+30 | false | 403
          GOVERNANCE+60 | COMPLIANCE+90 | false | 403
          GOVERNANCE+60 | -             | false | 403
          GOVERNANCE+60 | GOVERNANCE+30 | true  | 200
          GOVERNANCE+60 | COMPLIANCE+30 | true  | 200
          GOVERNANCE+60 | -             | true  | 200
          COMPLIANCE+60 | COMPLIANCE+90 | false | 200
          COMPLIANCE+60 | COMPLIANCE+30 | true  | 403
          COMPLIANCE+60 | GOVERNANCE+90 | true  | 403
          COMPLIANCE+60 | -             | true  | 403
          ON            | GOVERNANCE+30 | false | 200
          """)
  void changesAreAllowedAsTheModesSay(String lock, String wanted, boolean bypass, int status) {
    place("v1:object", "v1", lock);
    S3State before = s3.engine().state();
    ObjectLock after = Stacks.lock(wanted, InProcessS3.NOW);
    String document =
        after
            .retention()
            .map(each -> retention(each.mode().name(), each.retainUntil().toString()))
            .orElse("<Retention" + NS + "/>");

    Answer answer = put(id("v1"), bypass ? BYPASS : Headers.EMPTY, document);

    assertThat(answer.status()).isEqualTo(status);
    if (status == 200) {
      assertThat(get("v1").status()).isEqualTo(after.retention().isPresent() ? 200 : 404);
    } else {
      assertThat(answer.xml()).isEqualTo(PROTECTED);
      assertThat(s3.engine().state()).isSameAs(before);
      assertThat(s3.journal().requests().get(0).reason().orElseThrow())
          .contains("is retained in the mode");
    }
  }

  @Test
  void valueOfTheBypassHeaderCounts() {
    place("v1:object", "v1", "GOVERNANCE+60");

    Answer answer =
        put(
            "",
            Headers.of("x-amz-bypass-governance-retention", "false"),
            "<Retention" + NS + "></Retention>");

    assertThat(answer.xml()).isEqualTo(PROTECTED);
  }

  @ParameterizedTest
  @CsvSource({"true,true", "TRUE,true", "false,false", "'',false"})
  void bypassNeedsItsPermissionWhateverItOpens(String value, boolean needed) {
    S3Request request =
        new S3Request(
            "id",
            new RequestHead(
                "PUT",
                "/bucket/k",
                "retention",
                Headers.of("x-amz-bypass-governance-retention", value),
                false,
                "127.0.0.1"),
            new RequestTarget("bucket", Stacks.KEY),
            QueryParameters.parse("retention"),
            Caller.root(Owner.DEFAULT),
            null,
            RequestBody.None.INSTANCE);

    assertThat(new PutObjectRetention(s3.engine()).actions(request))
        .extracting(NeededAction::name)
        .isEqualTo(
            needed
                ? List.of("s3:PutObjectRetention", "s3:BypassGovernanceRetention")
                : List.of("s3:PutObjectRetention"));
  }

  @Test
  void endedRetentionStaysVisibleAndGivesWay() {
    place("v1:object", "v1", "COMPLIANCE+60");
    s3.advanceSeconds(60);

    assertThat(get("v1").xml()).isEqualTo(retention("COMPLIANCE", "2026-02-03T16:46:09.123Z"));
    assertThat(put("", Headers.EMPTY, retention("GOVERNANCE", "2026-02-03T16:46:10Z")).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "2020-01-01T00:00:00Z,Tue Dec 31 16:00:00 PST 2019",
    "2025-07-04T12:00:00Z,Fri Jul 04 05:00:00 PDT 2025",
    "2026-02-03T16:45:09.123Z,Tue Feb 03 08:45:09 PST 2026"
  })
  void datesThatArePastAreRefused(String date, String shown) {
    place("v1:object", "v1", "-");

    Answer answer = put("", Headers.EMPTY, retention("GOVERNANCE", date));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>InvalidArgument</Code><Message>The retain until date must be in the"
                + " future!</Message><ArgumentName>RetainUntilDate</ArgumentName><ArgumentValue>"
                + shown
                + "</ArgumentValue></Error>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Other/>",
        "<Retention><Mode>GOVERNANCE</Mode></Retention>",
        "<Retention><RetainUntilDate>2030-01-01T00:00:00Z</RetainUntilDate></Retention>",
        "<Retention><Mode>governance</Mode><RetainUntilDate>2030-01-01T00:00:00Z"
            + "</RetainUntilDate></Retention>",
        "<Retention><Mode>GOVERNANCE</Mode><RetainUntilDate>tomorrow</RetainUntilDate></Retention>",
        "<Retention><Mode>GOVERNANCE</Mode><RetainUntilDate/></Retention>",
        "<Retention><Mode>GOVERNANCE</Mode><RetainUntilDate>2030-01-01T00:00:00Z"
            + "</RetainUntilDate><Days>1</Days></Retention>",
        "<Retention>GOVERNANCE</Retention>",
        "no XML"
      })
  void malformedDocumentsAreRefused(String document) {
    place("v1:object", "v1", "-");

    Answer answer = put("", Headers.EMPTY, document);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>MalformedXML</Code><Message>The XML you provided was not well-formed or"
                + " did not validate against our published schema</Message></Error>");
  }

  @Test
  void bodyAndItsChecksumMustBeThere() {
    place("v1:object", "v1", "-");

    assertThat(put("", Headers.EMPTY, "").xml())
        .isEqualTo(
            "<Error><Code>MissingRequestBodyError</Code><Message>Request Body is empty</Message>"
                + "</Error>");
    assertThat(s3.send("PUT", "/bucket/k?retention", Headers.EMPTY, "<Retention/>").xml())
        .isEqualTo(
            "<Error><Code>InvalidRequest</Code><Message>Missing required header for this request:"
                + " Content-MD5 OR x-amz-checksum-*</Message></Error>");
  }

  @Test
  void neverSetIsNotFound() {
    place("v1:object", "v1", "ON");

    Answer answer = s3.send("GET", "/bucket/k?retention");

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

    Answer answer = s3.sendDocument(method, "/bucket/k?retention", BYPASS, "<Retention/>");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>InvalidRequest</Code><Message>Bucket is missing Object Lock"
                + " Configuration</Message></Error>");
  }

  @ParameterizedTest
  @CsvSource({"GET,v2", "PUT,v2", "GET,-", "PUT,-"})
  void deleteMarkersHaveNone(String method, String label) {
    place("v2:marker, v1:object", "v1", "-");

    Answer answer =
        s3.sendDocument(
            method,
            "/bucket/k?retention" + (label.equals("-") ? "" : id(label)),
            retention("GOVERNANCE", "2030-01-01T00:00:00Z"));

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>MethodNotAllowed</Code><Message>The specified method is not allowed"
                + " against this resource.</Message><Method>"
                + method
                + "</Method><ResourceType>DeleteMarker</ResourceType></Error>");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/bucket/absent?retention,404,NoSuchKey",
    "PUT,/bucket/absent?retention,404,NoSuchKey",
    "GET,/bucket/k?retention&versionId=abc,400,InvalidArgument",
    "PUT,/bucket/k?retention&versionId=abc,400,InvalidArgument",
    "GET,/absent/k?retention,404,NoSuchBucket"
  })
  void whatIsNotThereIsNotFound(String method, String path, int status, String code) {
    place("v1:object", "v1", "-");

    Answer answer = s3.sendDocument(method, path, retention("GOVERNANCE", "2030-01-01T00:00:00Z"));

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text()).contains("<Code>" + code + "</Code>");
  }

  @Test
  void unknownVersionIsNotFound() {
    place("v1:object", "v1", "-");

    assertThat(get("unknown").text()).contains("<Code>NoSuchVersion</Code>");
  }

  private void place(String stack, String label, String lock) {
    Bucket bucket = Stacks.with(Stacks.bucket(VersioningState.ENABLED, true), Stacks.KEY, stack);
    Instant now = InProcessS3.NOW;
    Stacks.place(s3, Stacks.locked(bucket, label, Stacks.lock(lock, now)));
  }

  private Answer put(String versionId, Headers headers, String document) {
    return s3.sendDocument("PUT", "/bucket/k?retention" + versionId, headers, document);
  }

  private Answer get(String label) {
    return s3.send("GET", "/bucket/k?retention" + id(label));
  }

  private static String id(String label) {
    return "&versionId=" + Stacks.id(label);
  }

  private static String retention(String mode, String until) {
    return "<Retention"
        + NS
        + "><Mode>"
        + mode
        + "</Mode><RetainUntilDate>"
        + until
        + "</RetainUntilDate></Retention>";
  }
}

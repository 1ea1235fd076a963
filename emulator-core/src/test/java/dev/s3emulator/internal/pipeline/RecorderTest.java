package dev.s3emulator.internal.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.checksum.ChecksumAlgorithm;
import dev.s3emulator.internal.domain.checksum.ChecksumDigest;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import dev.s3emulator.journal.RecordedCaller;
import dev.s3emulator.journal.RecordedRefusal;
import dev.s3emulator.journal.RecordedRequest;
import dev.s3emulator.model.BucketView;
import dev.s3emulator.model.StateView;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the journal tells of a request. */
class RecorderTest {

  private static final String ENABLED =
      "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>";

  private final InProcessS3 s3 = new InProcessS3();

  @BeforeEach
  void createBucket() {
    s3.send("PUT", "/photos");
    s3.send("PUT", "/photos?versioning", Headers.EMPTY, ENABLED);
  }

  @Test
  void anUploadIsToldWhole() {
    Answer answer =
        s3.send("PUT", "/photos/a%20b.txt", Headers.of("x-amz-meta-Author", "me"), "hello");

    RecordedRequest recorded = last();
    assertThat(recorded.operation()).contains("PutObject");
    assertThat(recorded.bucket()).contains("photos");
    assertThat(recorded.key()).contains("a b.txt");
    assertThat(recorded.path()).isEqualTo("/photos/a%20b.txt");
    assertThat(recorded.versionId()).isEmpty();
    assertThat(recorded.resultVersionId()).contains(answer.header("x-amz-version-id"));
    assertThat(recorded.headers().firstValue("X-Amz-Meta-author")).contains("me");
    assertThat(recorded.responseHeaders().firstValue("etag")).contains(answer.header("ETag"));
    assertThat(recorded.requestBytes()).isEqualTo(5);
    assertThat(recorded.responseBytes()).isZero();
    assertThat(recorded.time()).isEqualTo(Instant.parse("2026-02-03T16:45:09Z"));
    assertThat(recorded.duration()).isPositive();
    assertThat(recorded.sinceStart()).isPositive();
    assertThat(recorded.caller()).map(RecordedCaller::toString).contains("anonymous");
    assertThat(recorded.reason()).isEmpty();
    assertThat(recorded.document()).isEmpty();
  }

  @Test
  void timesGoOnWhileTheClockStands() {
    s3.send("GET", "/");
    Duration first = last().sinceStart();
    s3.send("GET", "/");

    assertThat(last().sinceStart()).isGreaterThan(first);
  }

  @Test
  void requestedAndResultingVersionAreToldApart() {
    String id = s3.send("PUT", "/photos/a", Headers.EMPTY, "1").header("x-amz-version-id");
    s3.send("DELETE", "/photos/a");
    assertThat(last().versionId()).isEmpty();
    assertThat(last().resultVersionId()).isPresent().isNotEqualTo(Optional.of(id));

    s3.send("DELETE", "/photos/a?versionId=" + id);
    assertThat(last().versionId()).contains(id);
    assertThat(last().resultVersionId()).contains(id);
  }

  @Test
  void documentsOfRequestAndAnswerAreKept() {
    Answer answer = s3.send("GET", "/photos?versioning");
    assertThat(last().document()).isEmpty();
    assertThat(last().responseDocument()).contains(answer.text());
    assertThat(last().responseBytes()).isEqualTo(answer.bytes().length);

    s3.send("PUT", "/photos?versioning", Headers.EMPTY, ENABLED);
    assertThat(last().document()).contains(ENABLED);
  }

  @Test
  void contentOfObjectsIsNotKept() {
    s3.send("PUT", "/photos/a", Headers.EMPTY, "hello");
    s3.send("GET", "/photos/a");
    assertThat(last().responseDocument()).isEmpty();
    assertThat(last().responseBytes()).isEqualTo(5);

    s3.send("HEAD", "/photos/a");
    assertThat(last().responseBytes()).isZero();
  }

  @Test
  void longDocumentsAreCut() {
    String document = "<Delete>" + "<Object><Key>k</Key></Object>".repeat(1000) + "</Delete>";
    s3.send(
        "POST", "/photos?delete", Headers.of("Content-MD5", "AAAAAAAAAAAAAAAAAAAAAA=="), document);

    assertThat(last().document()).contains(document.substring(0, RecordedRequest.DOCUMENT_LIMIT));
    assertThat(last().requestBytes()).isEqualTo(document.length());
  }

  @Test
  void statesBeforeAndAfterShowWhatTheRequestDid() {
    s3.send("PUT", "/photos/a", Headers.EMPTY, "1");
    s3.send("DELETE", "/photos/a");

    RecordedRequest delete = last();
    assertThat(photos(delete.before().orElseThrow()).keys()).containsExactly("a");
    BucketView after = photos(delete.after().orElseThrow());
    assertThat(after.keys()).isEmpty();
    assertThat(after.object("a").orElseThrow().versions()).hasSize(2);
    assertThat(delete.after()).isNotEqualTo(delete.before());
  }

  @Test
  void aRefusedRequestFoundWhatItLeft() {
    s3.send("DELETE", "/photos?versioning");

    assertThat(last().after()).isPresent().isEqualTo(last().before());
    assertThat(last().bucket()).contains("photos");
    assertThat(last().operation()).isEmpty();
  }

  @Test
  void theReasonThatS3WouldNotTellIsTold() {
    s3.send("DELETE", "/photos/a");
    s3.send("GET", "/photos/a");
    assertThat(last().reason()).contains("The newest version of the key is a delete marker.");
    assertThat(last())
        .hasToString(
            "GET /photos/a (GetObject) -> 404 NoSuchKey: The specified key does not exist."
                + " [The newest version of the key is a delete marker.]");

    s3.send("GET", "/photos/a?versionId=x");
    assertThat(last().reason()).contains("No S3 emulator ever issued this version id.");
  }

  @Test
  void aRequestWhoseUrlCannotBeReadHasNoTarget() {
    s3.send("GET", "/photos/%zz");

    assertThat(last().bucket()).isEmpty();
    assertThat(last().key()).isEmpty();
    assertThat(last().caller()).isEmpty();
    assertThat(last().message()).isPresent();
  }

  @Test
  void anUploadWhoseClientVanishesIsRecordedWithoutAnswer() {
    RequestExchange exchange = begin("PUT", "/photos/a", "Content-Length", "9");
    exchange.receive(ByteBuffer.wrap("cat".getBytes(UTF_8)));
    exchange.abandon();
    exchange.abandon();

    assertThat(last().status()).isZero();
    assertThat(last().requestBytes()).isEqualTo(3);
    assertThat(last().responseHeaders().map()).isEmpty();
    assertThat(last()).hasToString("PUT /photos/a (PutObject) -> no answer: the client went away");
    assertThat(s3.journal().requests()).hasSize(3);
  }

  @Test
  void aRefusalThatNobodyWaitsForIsRecordedWithItsCode() {
    RequestExchange exchange = begin("PUT", "/absent/a", "Content-Length", "9");
    exchange.abandon();

    assertThat(last().status()).isZero();
    assertThat(last().errorCode()).contains("NoSuchBucket");
  }

  @Test
  void anAnsweredRequestCannotBeAbandoned() {
    RequestExchange exchange = begin("GET", "/photos/a");
    exchange.complete();
    exchange.abandon();

    assertThat(s3.journal().requests()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Amz-Security-Token",
        "x-amz-s3session-token",
        "x-amz-server-side-encryption-customer-key",
        "x-amz-copy-source-server-side-encryption-customer-key"
      })
  void secretsAreHidden(String header) {
    s3.send("GET", "/photos", Headers.of(header, "secret", "Authorization", "signature"));

    assertThat(last().headers().firstValue(header)).contains("(hidden)");
    assertThat(last().headers().firstValue("authorization")).contains("signature");
  }

  @ParameterizedTest
  @CsvSource({
    "X-Amz-Security-Token=secret, X-Amz-Security-Token=(hidden)",
    "a=1&X-Amz-Security-Token=s%2Fx&X-Amz-Signature=f,"
        + " a=1&X-Amz-Security-Token=(hidden)&X-Amz-Signature=f",
    "x-amz-security-token=, x-amz-security-token=(hidden)",
    "prefix=X-Amz-Security-Token=x, prefix=X-Amz-Security-Token=x"
  })
  void secretsInTheQueryAreHidden(String query, String recorded) {
    s3.send("GET", "/photos?" + query);

    assertThat(last().path()).isEqualTo("/photos?" + recorded);
  }

  @Test
  void aHeaderThatComesTwiceHasBothValues() {
    s3.send("GET", "/photos", Headers.of("X-Twice", "1", "x-twice", "2"));

    assertThat(last().headers().allValues("x-twice")).isEqualTo(List.of("1", "2"));
  }

  @Test
  void keysThatABatchRefusesAreTold() {
    String document =
        "<Delete><Quiet>true</Quiet><Object><Key>a</Key><VersionId>x</VersionId></Object>"
            + "<Object><Key>b</Key></Object></Delete>";
    s3.send("POST", "/photos?delete", md5(document), document);

    assertThat(last().status()).isEqualTo(200);
    assertThat(last().errorCode()).isEmpty();
    assertThat(last().refusals())
        .containsExactly(
            new RecordedRefusal(
                "a",
                Optional.of("x"),
                "NoSuchVersion",
                "The specified version does not exist.",
                Optional.of("No S3 emulator ever issued this version id.")));
    assertThat(last())
        .hasToString(
            "POST /photos?delete (DeleteObjects) -> 200"
                + " [a version x: NoSuchVersion [No S3 emulator ever issued this version id.]]");
  }

  @Test
  void onlyTheFirstRefusedKeysAreKept() {
    String document =
        "<Delete>"
            + IntStream.range(0, 100)
                .mapToObj(i -> "<Object><Key>a" + i + "</Key><VersionId>x</VersionId></Object>")
                .collect(Collectors.joining())
            + "</Delete>";
    s3.send("POST", "/photos?delete", md5(document), document);

    assertThat(last().refusals()).hasSize(RecordedRequest.REFUSAL_LIMIT);
  }

  private static Headers md5(String document) {
    ChecksumDigest digest = ChecksumAlgorithm.MD5.newDigest();
    digest.update(ByteBuffer.wrap(document.getBytes(UTF_8)));
    return Headers.of("Content-MD5", Base64.getEncoder().encodeToString(digest.digest()));
  }

  private RequestExchange begin(String method, String path, String... headers) {
    return s3.pipeline()
        .begin(new RequestHead(method, path, "", Headers.of(headers), false, "127.0.0.1"));
  }

  private static BucketView photos(StateView state) {
    return state.bucket("photos").orElseThrow();
  }

  private RecordedRequest last() {
    return s3.journal().select().last().orElseThrow();
  }
}

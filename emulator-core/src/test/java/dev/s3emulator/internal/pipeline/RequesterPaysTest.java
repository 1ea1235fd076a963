package dev.s3emulator.internal.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.auth.AuthenticationMode;
import dev.s3emulator.internal.auth.Credential;
import dev.s3emulator.internal.auth.Signer;
import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.BucketSettings;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.configuration.RequestPayment;
import dev.s3emulator.internal.domain.configuration.WebsiteConfiguration;
import dev.s3emulator.internal.operation.OperationCatalog;
import dev.s3emulator.internal.protocol.Caller;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.routing.Operation;
import dev.s3emulator.internal.routing.PayerRule;
import dev.s3emulator.internal.routing.Route;
import dev.s3emulator.internal.testing.Form;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import dev.s3emulator.internal.testing.OperationHeaders;
import dev.s3emulator.internal.testing.Stacks;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Buckets whose requesters pay (delete-semantics 9). */
class RequesterPaysTest {

  private static final String DENIED =
      "<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>";
  private static final String UNPAID =
      "For requests to the bucket alts the requester pays, and the account 123456789012 does not"
          + " say x-amz-request-payer: requester.";
  private static final Owner ALT = new Owner("111122223333", "a".repeat(64), "alt");

  private final InProcessS3 s3 = server(AuthenticationMode.LENIENT);

  @Test
  void askedAreTheOperationsWhoseModelHasTheHeader() {
    assertThat(withRule(PayerRule.ASKED, PayerRule.ASKED_SILENTLY))
        .isEqualTo(operations(OperationHeaders::payer));
  }

  @Test
  void chargesAreToldByTheOperationsWhoseModelHasTheHeader() {
    assertThat(withRule(PayerRule.ASKED)).isEqualTo(operations(OperationHeaders::charged));
  }

  @Test
  void onlyWebsitesRefuseWhoeverAsks() {
    assertThat(withRule(PayerRule.REFUSED)).isEmpty();
    assertThat(Route.website("GET", "GetObject").payer()).isEqualTo(PayerRule.REFUSED);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /alts/key",
    "HEAD, /alts/key",
    "PUT, /alts/key",
    "DELETE, /alts/key",
    "DELETE, /alts/key?versionId=null",
    "GET, /alts",
    "GET, /alts?list-type=2",
    "GET, /alts?versions",
    "GET, /alts?uploads",
    "POST, /alts/key?uploads",
    "GET, /alts/key?tagging",
    "GET, /alts?accelerate"
  })
  void anotherAccountMustSayThatItPays(String method, String url) {
    Answer silent = send(method, url);

    assertThat(silent.status()).isEqualTo(403);
    assertThat(silent.xml()).isEqualTo(method.equals("HEAD") ? "" : DENIED);
    assertThat(lastReason()).isEqualTo(UNPAID);
    assertThat(silent.header("x-amz-request-charged")).isNull();
    send(method, url, "x-amz-request-payer", "requester");
    assertThat(lastReason()).as("what comes next").doesNotContain("pays");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Requester", "BucketOwner", "true"})
  void theHeaderHasOneValue(String value) {
    assertThat(send("GET", "/alts/key", "x-amz-request-payer", value).status()).isEqualTo(403);
    assertThat(lastReason()).isEqualTo(UNPAID);
  }

  @Test
  void batchIsRefusedAsAWholeOrCharged() {
    byte[] batch = "<Delete><Object><Key>key</Key></Object></Delete>".getBytes(UTF_8);
    String md5 = InProcessS3.md5(batch);

    Answer silent = s3.sendSigned(new Signer(), "POST", "/alts?delete", batch, "Content-MD5", md5);
    Answer paying =
        s3.sendSigned(
            new Signer(),
            "POST",
            "/alts?delete",
            batch,
            "Content-MD5",
            md5,
            "x-amz-request-payer",
            "requester");

    assertThat(silent.status()).isEqualTo(403);
    assertThat(silent.xml()).isEqualTo(DENIED);
    // Whether the key may be deleted is another question; the request was answered.
    assertThat(paying.status()).isEqualTo(200);
    assertThat(paying.header("x-amz-request-charged")).isEqualTo("requester");
  }

  @Test
  void ownerPaysAnyway() {
    Signer owner = signer();

    Answer plain = s3.sendSigned(owner, "GET", "/alts/key", new byte[0]);
    Answer generous =
        s3.sendSigned(owner, "GET", "/alts/key", new byte[0], "x-amz-request-payer", "requester");

    assertThat(plain.status()).isEqualTo(200);
    assertThat(generous.status()).isEqualTo(200);
    assertThat(generous.header("x-amz-request-charged")).isNull();
  }

  @ParameterizedTest
  @EnumSource(AuthenticationMode.class)
  void nobodyInParticularCannotPay(AuthenticationMode mode) {
    InProcessS3 server = server(mode);

    Answer answer = server.send("GET", "/alts/key", Headers.of("x-amz-request-payer", "requester"));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.xml()).isEqualTo(DENIED);
    assertThat(lastReason(server))
        .isEqualTo(
            "For requests to the bucket alts the requester pays, and who is not known cannot"
                + " pay.");
  }

  /** Nobody in particular acts for the default account there. */
  @Test
  void lenientModeLetsNobodyIntoTheDefaultAccountsBucket() {
    charge("mine");

    assertThat(s3.send("GET", "/mine/key").status()).isEqualTo(200);
  }

  @Test
  void headerOnANormalBucketIsIgnored() {
    Answer answer =
        s3.sendSigned(
            new Signer(), "GET", "/mine/key", new byte[0], "x-amz-request-payer", "nonsense");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("x-amz-request-charged")).isNull();
  }

  /** The order of delete-semantics 11: bucket, expected owner, payer, permission. */
  @ParameterizedTest
  @CsvSource({
    "/absent/key, 123456789012, NoSuchBucket",
    "/alts/key, abcd, InvalidBucketOwnerAWSAccountID",
    "/alts/key, 123456789012, AccessDenied"
  })
  void whoOwnsTheBucketIsAskedFirst(String url, String owner, String code) {
    Answer answer = send("GET", url, "x-amz-expected-bucket-owner", owner);

    assertThat(answer.text()).contains("<Code>" + code + "</Code>");
    assertThat(s3.lastReason().orElse("")).doesNotContain("pays");
  }

  @Test
  void presignedUrlSaysItInItsQuery() {
    Signer signer = new Signer();
    signer.time = "20260203T164509Z";
    signer.date = "20260203";

    s3.send(signer.inQuery("GET", "/alts/key", "", 60, "Host", "127.0.0.1:9000"), new byte[0]);
    assertThat(lastReason()).isEqualTo(UNPAID);
    s3.send(
        signer.inQuery(
            "GET", "/alts/key", "x-amz-request-payer=requester", 60, "Host", "127.0.0.1:9000"),
        new byte[0]);
    assertThat(lastReason()).doesNotContain("pays");
  }

  @Test
  void copyPaysForItsSource() {
    Answer silent = send("PUT", "/mine/copy", "x-amz-copy-source", "/alts/key");
    assertThat(silent.xml()).isEqualTo(DENIED);
    assertThat(lastReason()).isEqualTo(UNPAID);

    send("PUT", "/mine/copy", "x-amz-copy-source", "/alts/key", "x-amz-request-payer", "requester");
    assertThat(lastReason()).doesNotContain("pays");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /alts/key, 200, requester",
    "HEAD, /alts/key, 200, requester",
    "PUT, /alts/new, 200, requester",
    "DELETE, /alts/key, 204, requester",
    "GET, /alts?list-type=2, 200, requester",
    "GET, /alts/key?tagging, 200, ",
    "GET, /alts/absent, 404, ",
    "GET, /alts?location, 200, "
  })
  void whoMayAndPaysIsCharged(String method, String url, int status, String charged) {
    letDefaultAccountIn();

    Answer paying = send(method, url, "x-amz-request-payer", "requester");

    assertThat(paying.status()).isEqualTo(status);
    assertThat(paying.header("x-amz-request-charged")).isEqualTo(charged);
  }

  /** A policy opens the bucket; it does not pay. */
  @Test
  void whoMayMustPayAllTheSame() {
    letDefaultAccountIn();

    assertThat(send("GET", "/alts/key").xml()).isEqualTo(DENIED);
    assertThat(lastReason()).isEqualTo(UNPAID);
  }

  @Test
  void copyIsChargedForItsSource() {
    letDefaultAccountIn();

    Answer copy =
        send(
            "PUT",
            "/mine/copy",
            "x-amz-copy-source",
            "/alts/key",
            "x-amz-request-payer",
            "requester");

    assertThat(copy.status()).isEqualTo(200);
    assertThat(copy.header("x-amz-request-charged")).isEqualTo("requester");
  }

  @Test
  void partIsChargedForItsSource() {
    letDefaultAccountIn();
    String upload =
        send("POST", "/mine/up?uploads").text().replaceAll("(?s).*<UploadId>|</UploadId>.*", "");

    Answer part =
        send(
            "PUT",
            "/mine/up?partNumber=1&uploadId=" + upload,
            "x-amz-copy-source",
            "/alts/key",
            "x-amz-request-payer",
            "requester");

    assertThat(part.status()).isEqualTo(200);
    assertThat(part.header("x-amz-request-charged")).isEqualTo("requester");
  }

  @Test
  void copyNamesTheOwnerOfItsSourceBeforeItPays() {
    Answer answer =
        send(
            "PUT",
            "/mine/copy",
            "x-amz-copy-source",
            "/alts/key",
            "x-amz-source-expected-bucket-owner",
            "999999999999");

    assertThat(answer.xml()).isEqualTo(DENIED);
    assertThat(lastReason()).contains("expects the bucket to belong to the account 999999999999");
  }

  @Test
  void formSaysItInAField() {
    String key = "{\"key\": \"a\"}";

    Answer silent = Form.signed("alts", key).field("key", "a").file("a", "abc").post(s3, "/alts");
    assertThat(silent.xml()).isEqualTo(DENIED);
    assertThat(lastReason()).isEqualTo(UNPAID);
    Form.signed("alts", key, "{\"x-amz-request-payer\": \"requester\"}")
        .field("key", "a")
        .field("x-amz-request-payer", "requester")
        .file("a", "abc")
        .post(s3, "/alts");
    assertThat(lastReason()).isNotEmpty().doesNotContain("pays");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/key", "/absent"})
  void websiteHasNoPages(String path) {
    Answer answer =
        s3.send("GET", path, Headers.of("Host", "alts.s3-website-us-east-1.amazonaws.com"));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text()).startsWith("<html>").contains("<li>Code: AccessDenied</li>");
    assertThat(lastReason()).endsWith("and a website cannot ask its visitors to.");
  }

  @Test
  void configurationIsReadWithoutPaying() {
    send("GET", "/alts?location");

    assertThat(lastReason()).doesNotContain("pays");
  }

  private Answer send(String method, String url, String... headers) {
    return s3.sendSigned(new Signer(), method, url, new byte[0], headers);
  }

  private String lastReason() {
    return lastReason(s3);
  }

  private static String lastReason(InProcessS3 server) {
    return server.lastReason().orElse("");
  }

  private void letDefaultAccountIn() {
    byte[] policy =
        ("{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\","
                + " \"Principal\": {\"AWS\": \"123456789012\"}, \"Action\": \"s3:*\","
                + " \"Resource\": [\"arn:aws:s3:::alts\", \"arn:aws:s3:::alts/*\"]}]}")
            .getBytes(UTF_8);
    Answer put =
        s3.sendSigned(
            signer(), "PUT", "/alts?policy", policy, "Content-MD5", InProcessS3.md5(policy));
    assertThat(put.status()).isEqualTo(204);
  }

  private void charge(String name) {
    s3.engine()
        .change(
            state -> {
              Bucket bucket = state.requireBucket(name);
              return state.with(bucket.with(bucket.settings().with(requesterPays())));
            });
  }

  /** A server with a bucket of the default account and one of another, whose requesters pay. */
  private static InProcessS3 server(AuthenticationMode mode) {
    InProcessS3 s3 = new InProcessS3(mode);
    s3.registry().add(Credential.permanent("AKIAALT", Signer.SECRET, Caller.root(ALT)));
    Stacks.place(s3, bucket("mine", Owner.DEFAULT));
    Bucket alts = bucket("alts", ALT);
    BucketSettings settings =
        alts.settings()
            .with(requesterPays())
            .with(
                new WebsiteConfiguration(
                    Optional.empty(), Optional.of("index.html"), Optional.empty(), List.of()));
    Stacks.place(s3, alts.with(settings));
    return s3;
  }

  private static Bucket bucket(String name, Owner owner) {
    Bucket empty = Bucket.empty(BucketSettings.ofNew(name, owner, "us-east-1", Stacks.CREATED));
    return Stacks.with(empty, ObjectKey.of("key"), "null:object");
  }

  private static RequestPayment requesterPays() {
    return new RequestPayment(RequestPayment.Payer.REQUESTER);
  }

  private static Signer signer() {
    Signer signer = new Signer();
    signer.accessKey = "AKIAALT";
    return signer;
  }

  private static Set<String> withRule(PayerRule... rules) {
    return OperationCatalog.of(new InProcessS3().engine()).stream()
        .map(Operation::route)
        .filter(route -> List.of(rules).contains(route.payer()))
        .map(Route::operation)
        .collect(toSet());
  }

  private static Set<String> operations(Predicate<OperationHeaders> which) {
    return OperationHeaders.all().values().stream()
        .filter(which)
        .map(OperationHeaders::operation)
        .collect(toSet());
  }
}

package dev.s3emulator.internal.pipeline;

import static dev.s3emulator.internal.auth.AuthenticationMode.LENIENT;
import static dev.s3emulator.internal.auth.AuthenticationMode.STRICT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.auth.AuthenticationMode;
import dev.s3emulator.internal.auth.Credential;
import dev.s3emulator.internal.auth.Signer;
import dev.s3emulator.internal.auth.policy.PolicyReader;
import dev.s3emulator.internal.domain.Change;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.VersionEntry;
import dev.s3emulator.internal.protocol.Caller;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import dev.s3emulator.internal.testing.PolicyTexts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Several accounts at one server, and who gets what answer (protocol-notes 6 and 25). */
class AccessControlTest {

  private static final Owner ALT = new Owner("111122223333", "a".repeat(64), "alt");
  private static final String DENIED =
      "<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>";

  @ParameterizedTest
  @EnumSource(AuthenticationMode.class)
  void accountsOwnWhatTheyCreateAndListOnlyThat(AuthenticationMode mode) {
    InProcessS3 s3 = withTwoBuckets(mode);

    Answer mine = s3.sendSigned("GET", "/");
    Answer alts = alt(s3, "GET", "/");

    assertThat(mine.text()).contains("<ID>" + Owner.DEFAULT.canonicalId() + "</ID>");
    assertThat(mine.text()).contains("<Name>mine</Name>").doesNotContain("<Name>alts</Name>");
    assertThat(alts.text()).contains("<ID>" + ALT.canonicalId() + "</ID>");
    assertThat(alts.text()).contains("<Name>alts</Name>").doesNotContain("<Name>mine</Name>");
  }

  @ParameterizedTest
  @EnumSource(AuthenticationMode.class)
  void bucketNameOfAnotherAccountIsTaken(AuthenticationMode mode) {
    InProcessS3 s3 = withTwoBuckets(mode);

    Answer answer = alt(s3, "PUT", "/mine");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>BucketAlreadyExists</Code><Message>The requested bucket name is not"
                + " available. The bucket namespace is shared by all users of the system. Please"
                + " select a different name and try again.</Message>"
                + "<BucketName>mine</BucketName></Error>");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /mine",
    "GET, /mine?versions",
    "GET, /mine?location",
    "DELETE, /mine",
    "GET, /mine/key",
    "GET, /mine/absent",
    "PUT, /mine/key",
    "DELETE, /mine/key",
    "DELETE, /mine/key?versionId=null"
  })
  void bucketOfAnotherAccountIsClosed(String method, String url) {
    InProcessS3 s3 = withTwoBuckets(LENIENT);

    Answer answer = alt(s3, method, url);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.xml()).isEqualTo(DENIED);
    assertThat(s3.sendSigned("GET", "/mine/key").text()).isEqualTo("body");
  }

  @Test
  void headOfAnotherAccountsObjectIsBare403() {
    InProcessS3 s3 = withTwoBuckets(LENIENT);

    Answer answer = alt(s3, "HEAD", "/mine/key");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.bytes()).isEmpty();
  }

  @Test
  void batchIsDeniedKeyByKey() {
    InProcessS3 s3 = withTwoBuckets(STRICT);
    byte[] batch =
        "<Delete><Object><Key>key</Key></Object><Object><Key>b</Key><VersionId>null</VersionId></Object></Delete>"
            .getBytes(UTF_8);

    Answer answer =
        s3.sendSigned(
            altSigner(), "POST", "/mine?delete", batch, "Content-MD5", InProcessS3.md5(batch));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.xml())
        .isEqualTo(
            "<DeleteResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
                + "<Error><Key>key</Key><Code>AccessDenied</Code><Message>Access Denied</Message>"
                + "</Error><Error><Key>b</Key><VersionId>null</VersionId><Code>AccessDenied</Code>"
                + "<Message>Access Denied</Message></Error></DeleteResult>");
    assertThat(s3.sendSigned("GET", "/mine/key").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/mine/key", "/mine/absent", "/mine/key?versionId=null"})
  void copyNeedsPermissionToReadItsSource(String source) {
    InProcessS3 s3 = withTwoBuckets(LENIENT);

    Answer answer =
        s3.sendSigned(altSigner(), "PUT", "/alts/copy", new byte[0], "x-amz-copy-source", source);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.xml()).isEqualTo(DENIED);
    assertThat(alt(s3, "GET", "/alts/copy").status()).isEqualTo(404);
  }

  @Test
  void expectedOwnerIsThatOfTheBucketForEveryAccount() {
    InProcessS3 s3 = withTwoBuckets(STRICT);

    assertThat(altExpecting(s3, "/alts", "111122223333").status()).isEqualTo(200);
    assertThat(altExpecting(s3, "/alts", "123456789012").xml()).isEqualTo(DENIED);
    Answer malformed = altExpecting(s3, "/absent", "abcd");
    assertThat(malformed.status()).isEqualTo(400);
    assertThat(malformed.xml())
        .isEqualTo(
            "<Error><Code>InvalidBucketOwnerAWSAccountID</Code><Message>The value of the expected"
                + " bucket owner parameter must be an AWS Account ID... [abcd]</Message></Error>");
  }

  @Test
  void objectsAndMarkersBelongToTheOwnerOfTheirBucket() {
    InProcessS3 s3 = withTwoBuckets(LENIENT);
    s3.sendSigned(
        altSigner(),
        "PUT",
        "/alts?versioning",
        "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>"
            .getBytes(UTF_8));

    alt(s3, "DELETE", "/alts?publicAccessBlock");
    s3.engine()
        .changeBucket(
            "alts",
            bucket ->
                new Change<>(
                    bucket.with(
                        bucket
                            .settings()
                            .with(
                                PolicyReader.bucketPolicy(
                                    PolicyTexts.of(
                                        PolicyTexts.statement(
                                            "Allow", "\"*\"", "s3:*", "\"arn:aws:s3:::alts/*\"")),
                                    "arn:aws:s3:::alts"))),
                    true));

    // Nobody, whom the lenient mode lets act for the default account.
    s3.send("PUT", "/alts/key", Headers.EMPTY, "body");

    assertThat(entry(s3).owner()).isEqualTo(ALT);
    s3.send("DELETE", "/alts/key");
    assertThat(entry(s3).isDeleteMarker()).isTrue();
    assertThat(entry(s3).owner()).isEqualTo(ALT);
    assertThat(alt(s3, "GET", "/alts?versions").text()).doesNotContain(Owner.DEFAULT.canonicalId());
  }

  @Test
  void nobodyIsLetInByTheLenientModeAndActsForTheDefaultAccount() {
    InProcessS3 s3 = withTwoBuckets(LENIENT);

    assertThat(s3.send("PUT", "/new").status()).isEqualTo(200);
    assertThat(s3.send("GET", "/").text()).contains("<Name>new</Name>", "<Name>mine</Name>");
    assertThat(s3.send("GET", "/alts").status()).isEqualTo(403);
    assertThat(s3.engine().state().requireBucket("new").settings().owner())
        .isEqualTo(Owner.DEFAULT);
  }

  @Test
  void unknownKeyOfTheLenientModeIsTheDefaultAccountAndNoMore() {
    InProcessS3 s3 = withTwoBuckets(LENIENT);
    Signer stranger = new Signer();
    stranger.accessKey = "AKIAUNKNOWN";
    stranger.secret = "anything";

    assertThat(s3.sendSigned(stranger, "GET", "/mine/key", new byte[0]).status()).isEqualTo(200);
    assertThat(s3.sendSigned(stranger, "GET", "/alts", new byte[0]).status()).isEqualTo(403);
  }

  @Test
  void unknownKeyIsRefusedByTheStrictMode() {
    InProcessS3 s3 = withTwoBuckets(STRICT);
    Signer stranger = new Signer();
    stranger.accessKey = "AKIAUNKNOWN";

    Answer answer = s3.sendSigned(stranger, "GET", "/mine/key", new byte[0]);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>InvalidAccessKeyId</Code><Message>The AWS Access Key Id you provided does"
                + " not exist in our records.</Message>"
                + "<AWSAccessKeyId>AKIAUNKNOWN</AWSAccessKeyId></Error>");
  }

  @ParameterizedTest
  @EnumSource(AuthenticationMode.class)
  void knownKeyIsVerifiedInBothModes(AuthenticationMode mode) {
    InProcessS3 s3 = withTwoBuckets(mode);
    Signer careless = new Signer();
    careless.secret = "wrong";

    Answer answer = s3.sendSigned(careless, "GET", "/mine/key", new byte[0]);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text()).contains("<Code>SignatureDoesNotMatch</Code>", "<CanonicalRequest>");
  }

  @Test
  void anonymousListingOfBucketsIsSentAwayByTheStrictMode() {
    Answer answer = withTwoBuckets(STRICT).send("GET", "/");

    assertThat(answer.status()).isEqualTo(307);
    assertThat(answer.header("Location")).isEqualTo("https://aws.amazon.com/s3/");
    assertThat(answer.header("Content-Type")).isNull();
    assertThat(answer.bytes()).isEmpty();
  }

  @Test
  void anonymousCreationOfBucketsIsRefusedByTheStrictMode() {
    InProcessS3 s3 = withTwoBuckets(STRICT);

    Answer answer = s3.send("PUT", "/new");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>AccessDenied</Code><Message>Anonymous users cannot invoke this API."
                + " Please authenticate.</Message></Error>");
    assertThat(s3.engine().state().bucket("new")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"GET, /mine", "GET, /mine/key", "PUT, /mine/other", "DELETE, /mine/key"})
  void anonymousRequestIsDeniedByTheStrictMode(String method, String url) {
    InProcessS3 s3 = withTwoBuckets(STRICT);

    Answer answer = s3.send(method, url);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.xml()).isEqualTo(DENIED);
    assertThat(s3.sendSigned("GET", "/mine/key").text()).isEqualTo("body");
  }

  @Test
  void missingBucketIsReportedToAnonymousCallersToo() {
    Answer answer = withTwoBuckets(STRICT).send("GET", "/absent");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text()).contains("<Code>NoSuchBucket</Code>");
  }

  /** What is wrong comes in S3's order: URL, credentials, method, bucket, owner, permission. */
  @ParameterizedTest
  @CsvSource({
    "GET, /mine?acl&versioning, InvalidArgument",
    "GET, /mine?max-keys=x, InvalidArgument",
    "GET, /mine?versionId=null, InvalidArgument",
    "POST, /mine?versioning, SignatureDoesNotMatch",
    "PATCH, /mine/key, SignatureDoesNotMatch",
    "GET, /absent, SignatureDoesNotMatch",
    "GET, /mine?analytics&id=a, SignatureDoesNotMatch"
  })
  void wrongCredentialsAreReportedBehindTheUrlAndBeforeTheRest(
      String method, String url, String code) {
    Signer careless = new Signer();
    careless.secret = "wrong";

    Answer answer = withTwoBuckets(STRICT).sendSigned(careless, method, url, new byte[0]);

    assertThat(answer.text()).contains("<Code>" + code + "</Code>");
  }

  @Test
  void permissionIsAskedForBeforeTheOperationReadsItsHeaders() {
    Answer answer =
        withTwoBuckets(LENIENT)
            .sendSigned(
                altSigner(), "PUT", "/mine/key", new byte[0], "x-amz-storage-class", "NONSENSE");

    assertThat(answer.xml()).isEqualTo(DENIED);
  }

  @Test
  void bodyThatIsNotTheSignedOneIsRefused() {
    InProcessS3 s3 = withTwoBuckets(STRICT);
    Signer signer = new Signer();
    Answer answer =
        s3.sendSigned(
            signer,
            "PUT",
            "/mine/key",
            "body".getBytes(UTF_8),
            "x-amz-content-sha256",
            Signer.EMPTY);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text())
        .contains(
            "<Code>XAmzContentSHA256Mismatch</Code>",
            "<ClientComputedContentSHA256>" + Signer.EMPTY);
  }

  private static VersionEntry entry(InProcessS3 s3) {
    return s3.engine().state().requireBucket("alts").current(ObjectKey.of("key")).orElseThrow();
  }

  private static InProcessS3 withTwoBuckets(AuthenticationMode mode) {
    InProcessS3 s3 = new InProcessS3(mode);
    s3.registry().add(Credential.permanent("AKIAALT", "alt-secret", Caller.root(ALT)));
    s3.sendSigned("PUT", "/mine");
    s3.sendSigned(new Signer(), "PUT", "/mine/key", "body".getBytes(UTF_8));
    assertThat(alt(s3, "PUT", "/alts").status()).isEqualTo(200);
    return s3;
  }

  private static Answer altExpecting(InProcessS3 s3, String url, String owner) {
    return s3.sendSigned(
        altSigner(), "GET", url, new byte[0], "x-amz-expected-bucket-owner", owner);
  }

  private static Answer alt(InProcessS3 s3, String method, String url) {
    return s3.sendSigned(altSigner(), method, url, new byte[0]);
  }

  private static Signer altSigner() {
    Signer signer = new Signer();
    signer.accessKey = "AKIAALT";
    signer.secret = "alt-secret";
    return signer;
  }
}

package dev.s3emulator;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.auth.mfa.ListedCodes;
import dev.s3emulator.internal.auth.mfa.TokenDevice;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.protocol.Caller;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What this emulator does differently from S3, as the README lists it. Who mends one of these turns
 * its test red, and changes the README too.
 */
class KnownDeviationsTest {

  private static final String ENABLE =
      "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>";

  private final InProcessS3 s3 = new InProcessS3();

  @BeforeEach
  void makeBucket() {
    assertThat(s3.send("PUT", "/photos").status()).isEqualTo(200);
  }

  @Test
  void requestsWithoutCredentialsAreAnsweredAsTheOwners() {
    assertThat(s3.send("DELETE", "/photos/cat.txt").status()).isEqualTo(204);
    assertThat(s3.send("GET", "/").text()).contains("<Name>photos</Name>");
  }

  /** Unless the server is strict. */
  @Test
  void keysThatNobodyKnowsAreTheOwners() {
    Headers signed =
        Headers.of(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=AKIAUNKNOWN/20000101/us-east-1/s3/aws4_request,"
                + " SignedHeaders=host;x-amz-content-sha256;x-amz-date, Signature="
                + "0".repeat(64),
            "x-amz-date",
            "20000101T000000Z",
            "x-amz-content-sha256",
            "UNSIGNED-PAYLOAD");

    assertThat(s3.send("GET", "/", signed).text()).contains("<Name>photos</Name>");
  }

  /** S3 answers 204: it tells an id that it issued from garbage, and this is one of its own. */
  @Test
  void versionIdsThatAwsIssuedAreMalformed() {
    s3.send("PUT", "/photos?versioning", Headers.EMPTY, ENABLE);

    Answer answer = s3.send("DELETE", "/photos/cat.txt?versionId=2LWg7lQLnY41.maGB5Z6SWW.dcq0vx7b");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text())
        .contains(
            "<Code>InvalidArgument</Code>", "<Message>Invalid version id specified</Message>");
  }

  @Test
  void oneEndpointAnswersForBucketsOfAllRegions() {
    String elsewhere =
        "<CreateBucketConfiguration><LocationConstraint>eu-west-1</LocationConstraint>"
            + "</CreateBucketConfiguration>";
    assertThat(s3.send("PUT", "/irish", Headers.EMPTY, elsewhere).status()).isEqualTo(200);

    assertThat(s3.send("GET", "/irish?list-type=2").status()).isEqualTo(200);
    assertThat(s3.send("GET", "/?bucket-region=eu-west-1").text()).contains("<Name>irish</Name>");
  }

  @Test
  void hostsThatAreNoDomainOfTheServerArePathStyle() {
    Answer answer = s3.send("GET", "/photos?list-type=2", Headers.of("Host", "photos.example.com"));

    assertThat(answer.text()).contains("<Name>photos</Name>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          POST    | /photos/cat.txt?select&select-type=2   | SelectObjectContent
          PUT     | /photos--use1-az4--x-s3                | directory buckets
          """)
  void whatIsNotEmulatedAnswers501AndNamesItself(String method, String path, String feature) {
    Answer answer = s3.send(method, path);

    assertThat(answer.status()).isEqualTo(501);
    assertThat(answer.text()).contains("<Code>NotImplemented</Code>", feature);
  }

  @Test
  void policiesMayNameUsersThatDoNotExist() {
    Answer answer =
        s3.send(
            "PUT",
            "/photos?policy",
            Headers.EMPTY,
            """
            {"Statement": {"Effect": "Deny", "Action": "s3:GetObject",
              "Principal": {"AWS": "arn:aws:iam::999999999999:user/nobody"},
              "Resource": "arn:aws:s3:::photos/*"}}
            """);

    assertThat(answer.status()).isEqualTo(204);
  }

  @ParameterizedTest
  @CsvSource({
    "id=0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
    "emailAddress=me@example.com"
  })
  void aclMayNameAccountsThatS3WouldRefuse(String grantee) {
    s3.registry().addEmail("me@example.com", s3.engine().owner());
    s3.send("PUT", "/open", Headers.of("x-amz-object-ownership", "ObjectWriter"));

    Answer answer = s3.send("PUT", "/open?acl", Headers.of("x-amz-grant-read", grantee));

    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void lifecycleRulesAreKeptButNotExecuted() {
    s3.send("PUT", "/photos/cat.txt", Headers.EMPTY, "miau");
    s3.sendDocument(
        "PUT",
        "/photos?lifecycle",
        "<LifecycleConfiguration><Rule><Filter/><Status>Enabled</Status>"
            + "<Expiration><Days>1</Days></Expiration></Rule></LifecycleConfiguration>");

    s3.advanceSeconds(7 * 24 * 60 * 60);

    Answer answer = s3.send("GET", "/photos/cat.txt");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("x-amz-expiration")).isNull();
  }

  @Test
  void codesOfDevicesCountMoreThanOnceAndOverPlainHttp() {
    TokenDevice device = new TokenDevice("20899872", new ListedCodes(List.of("123456")), false);
    Caller root = Caller.root(Owner.DEFAULT);
    s3.registry().secondFactors().register(List.of(device), root);
    Headers mfa = Headers.of("x-amz-mfa", "20899872 123456");
    String enabled = ENABLE.replace("</Status>", "</Status><MfaDelete>Enabled</MfaDelete>");

    assertThat(s3.send("PUT", "/photos?versioning", mfa, enabled).status()).isEqualTo(200);
    assertThat(s3.send("PUT", "/photos?versioning", mfa, enabled).status()).isEqualTo(200);
  }

  @Test
  void wrongCodesOfDevicesAreInvalid() {
    TokenDevice device = new TokenDevice("20899872", new ListedCodes(List.of("123456")), true);
    s3.registry().secondFactors().register(List.of(device), Caller.root(Owner.DEFAULT));
    Headers mfa = Headers.of("x-amz-mfa", "20899872 123456");
    String enabled = ENABLE.replace("</Status>", "</Status><MfaDelete>Enabled</MfaDelete>");

    assertThat(s3.send("PUT", "/photos?versioning", mfa, enabled).status()).isEqualTo(200);
    assertThat(s3.send("PUT", "/photos?versioning", mfa, enabled).text())
        .contains("<Code>TokenCodeInvalidError</Code>");
    assertThat(
            s3.sendDocument(
                    "PUT",
                    "/photos?lifecycle",
                    "<LifecycleConfiguration><Rule><Filter/><Status>Enabled</Status><Expiration>"
                        + "<Days>1</Days></Expiration></Rule></LifecycleConfiguration>")
                .text())
        .contains("<Code>InvalidBucketState</Code>");
  }

  @ParameterizedTest
  @CsvSource({"If-None-Match, *", "If-Modified-Since, x", "If-Unmodified-Since, x"})
  void deletesRefuseConditionsWhoseMeaningIsNotKnown(String header, String value) {
    Answer answer = s3.send("DELETE", "/photos/cat.txt", Headers.of(header, value));

    assertThat(answer.status()).isEqualTo(501);
    assertThat(answer.text()).contains("<Header>" + header + "</Header>");
  }

  /** S3 says that there is no such key. */
  @Test
  void anyNameIsThatOfAnExistingKmsKey() {
    Answer answer =
        s3.send(
            "PUT",
            "/photos/cat.txt",
            Headers.of(
                "x-amz-server-side-encryption",
                "aws:kms",
                "x-amz-server-side-encryption-aws-kms-key-id",
                "no-such-key"),
            "cat");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("x-amz-server-side-encryption-aws-kms-key-id"))
        .isEqualTo("arn:aws:kms:us-east-1:123456789012:key/no-such-key");
  }

  /** S3 wants HTTPS, and blocks customers' keys in buckets that were created since April 2026. */
  @Test
  void newBucketsTakeCustomersKeysOverPlainHttp() {
    Headers key =
        Headers.of(
            "x-amz-server-side-encryption-customer-algorithm",
            "AES256",
            "x-amz-server-side-encryption-customer-key",
            "YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=",
            "x-amz-server-side-encryption-customer-key-MD5",
            "Xsqb0+sHwAbNQ65I395/0w==");

    assertThat(s3.send("PUT", "/photos/cat.txt", key, "cat").status()).isEqualTo(200);
    assertThat(s3.send("GET", "/photos?encryption").text()).doesNotContain("SSE-C");
  }

  /** S3 delivers only where a policy or an ACL of the target permits it. */
  @Test
  void accessLogsNeedNoPermissionOfTheirTarget() {
    s3.send("PUT", "/logs");
    s3.sendDocument(
        "PUT",
        "/photos?logging",
        "<BucketLoggingStatus><LoggingEnabled><TargetBucket>logs</TargetBucket><TargetPrefix/>"
            + "</LoggingEnabled></BucketLoggingStatus>");
    s3.send("GET", "/photos");
    s3.accessLog().deliver();

    assertThat(s3.send("GET", "/logs").text()).contains("<Key>2026-02-03-16-45-09-");
  }

  @Test
  void restorationsTakeTheLongestTimeThatAwsNames() {
    s3.send("PUT", "/photos/old", Headers.of("x-amz-storage-class", "GLACIER"), "old");
    String request = "<RestoreRequest><Days>1</Days></RestoreRequest>";
    assertThat(s3.sendDocument("POST", "/photos/old?restore", request).status()).isEqualTo(202);

    s3.advanceSeconds(5 * 60 * 60 - 1);
    assertThat(s3.send("GET", "/photos/old").status()).isEqualTo(403);
    s3.advanceSeconds(1);
    assertThat(s3.send("GET", "/photos/old").status()).isEqualTo(200);
  }

  @Test
  void noObjectOfIntelligentTieringIsArchived() {
    s3.send("PUT", "/photos/k", Headers.of("x-amz-storage-class", "INTELLIGENT_TIERING"), "k");
    s3.advanceSeconds(400L * 24 * 60 * 60);

    assertThat(s3.send("GET", "/photos/k").status()).isEqualTo(200);
  }

  @Test
  void restorationsRunNoQueries() {
    Answer answer =
        s3.sendDocument(
            "POST", "/photos/k?restore", "<RestoreRequest><Type>SELECT</Type></RestoreRequest>");

    assertThat(answer.status()).isEqualTo(501);
    assertThat(answer.text()).contains("RestoreObject with SelectParameters");
  }

  /** Browsers send brackets as they are; whether S3 takes them is not known. */
  @ParameterizedTest
  @ValueSource(strings = {"/photos/a[1]", "/photos?a[]=1"})
  void urlsThatHoldBracketsAreRefused(String target) throws IOException {
    try (S3EmulatorServer server = S3EmulatorServer.start();
        Socket client = new Socket(server.endpoint().getHost(), server.port())) {
      client
          .getOutputStream()
          .write(("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(US_ASCII));

      String answer = new String(client.getInputStream().readAllBytes(), US_ASCII);
      assertThat(answer).startsWith("HTTP/1.1 400 ").contains("<Code>InvalidURI</Code>");
    }
  }

  /** The web server folds them, for which the signatures of Version 2 over such a header fail. */
  @Test
  void runsOfBlanksInHeaderValuesBecomeOne() throws IOException {
    try (S3EmulatorServer server = S3EmulatorServer.start().createBucket("photos");
        Socket client = new Socket(server.endpoint().getHost(), server.port())) {
      client
          .getOutputStream()
          .write(
              ("PUT /photos/k HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n"
                      + "x-amz-meta-a: two  blanks\r\n\r\n"
                      + "HEAD /photos/k HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                  .getBytes(US_ASCII));

      String answers = new String(client.getInputStream().readAllBytes(), US_ASCII);
      assertThat(answers).contains("x-amz-meta-a: two blanks\r\n");
    }
  }
}

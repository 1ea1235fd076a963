package dev.s3emulator.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.TagSet;
import dev.s3emulator.internal.domain.configuration.AbacStatus;
import dev.s3emulator.internal.domain.policy.ConditionKey;
import dev.s3emulator.internal.protocol.Caller;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.protocol.NeededAction;
import dev.s3emulator.internal.protocol.QueryParameters;
import dev.s3emulator.internal.protocol.RequestBody;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.RequestTarget;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.protocol.TlsSession;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.UnaskedAccess;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What requests have under the keys of conditions. */
class RequestConditionsTest {

  private static final Instant NOW = Instant.parse("2026-02-03T16:45:09.123Z");
  private static final Owner ACCOUNT = new Owner("111122223333", "1".repeat(64), "one");

  private final InProcessS3 s3 = new InProcessS3();
  private Headers headers = Headers.EMPTY;
  private String query = "";
  private String action = "s3:GetObject";
  private @Nullable TlsSession tls;
  private boolean secure = true;
  private String address = "203.0.113.7";
  private Caller caller = Caller.user(ACCOUNT, "ann");
  private Authentication authentication = Authentication.ANONYMOUS;
  private Optional<ObjectKey> key = Optional.of(ObjectKey.of("a"));
  private Optional<String> versionId = Optional.empty();

  RequestConditionsTest() {
    s3.send("PUT", "/photos");
  }

  @ParameterizedTest
  @CsvSource({
    "aws:SourceIp, 203.0.113.7",
    "aws:SecureTransport, true",
    "aws:CurrentTime, 2026-02-03T16:45:09Z",
    "aws:EpochTime, 1770137109",
    "aws:UserAgent, test/1.0",
    "aws:Referer, http://www.example.com/x",
    "aws:ViaAWSService, false",
    "aws:RequestedRegion, us-east-1",
    "aws:ResourceAccount, 123456789012",
    "aws:PrincipalArn, arn:aws:iam::111122223333:user/ann",
    "aws:PrincipalAccount, 111122223333",
    "aws:PrincipalType, User",
    "aws:PrincipalIsAWSService, false",
    "aws:username, ann",
    "s3:ResourceAccount, 123456789012",
    "S3:resourceACCOUNT, 123456789012"
  })
  void everySignedRequestHas(String name, String value) {
    headers = Headers.of("User-Agent", "test/1.0", "Referer", "http://www.example.com/x");

    assertThat(of(name)).containsExactly(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aws:MultiFactorAuthPresent",
        "aws:MultiFactorAuthAge",
        "aws:PrincipalOrgID",
        "aws:PrincipalTag/Team",
        "aws:SourceVpc",
        "aws:SourceVpce",
        "aws:SourceArn",
        "aws:TokenIssueTime",
        "aws:UserAgent",
        "aws:Referer",
        "s3:DataAccessPointArn",
        "s3:x-amz-acl",
        "s3:prefix",
        "s3:VersionId",
        "s3:if-match",
        "s3:authType",
        "s3:signatureversion",
        "s3:signatureAge",
        "s3:ExistingObjectTag/Team",
        "s3:RequestObjectTag/Team",
        "s3:RequestObjectTagKeys",
        "s3:BucketTag/Team",
        "s3:object-lock-mode",
        "s3:ObjectCreationOperation",
        "ec2:Vpc",
        "nonsense"
      })
  void whatARequestDoesNotSayIsAbsent(String name) {
    assertThat(of(name)).isEmpty();
  }

  @Test
  void anonymousRequestsSayNothingOfTheirCaller() {
    caller = Caller.ANONYMOUS;

    assertThat(of("aws:PrincipalType")).containsExactly("Anonymous");
    assertThat(List.of("aws:PrincipalArn", "aws:PrincipalAccount", "aws:userid", "aws:username"))
        .allMatch(name -> of(name).isEmpty());
  }

  @Test
  void rootsHaveNoNameAndTheIdOfTheirAccount() {
    caller = Caller.root(ACCOUNT);

    assertThat(of("aws:PrincipalType")).containsExactly("Account");
    assertThat(of("aws:userid")).containsExactly("111122223333");
    assertThat(of("aws:username")).isEmpty();
  }

  @Test
  void usersHaveAnIdOfTheirOwn() {
    List<String> ann = of("aws:userid");
    caller = Caller.user(ACCOUNT, "bob");

    assertThat(ann).singleElement().asString().matches("AIDA[A-Z2-7]{17}");
    assertThat(of("aws:userid")).isNotEqualTo(ann);
  }

  @Test
  void zonesOfAddressesAreLeftOut() {
    address = "fe80::1%eth0";
    secure = false;

    assertThat(of("aws:SourceIp")).containsExactly("fe80::1");
    assertThat(of("aws:SecureTransport")).containsExactly("false");
  }

  @Test
  void encryptedConnectionsSayTheirVersion() {
    assertThat(of("s3:TlsVersion")).isEmpty();

    tls = new TlsSession("TLSv1.3", "TLS_AES_128_GCM_SHA256");

    assertThat(of("s3:TlsVersion")).containsExactly("1.3");
  }

  @Test
  void listingsSayWhatTheyList() {
    key = Optional.empty();
    query = "prefix=home%2Fa&delimiter=/&max-keys=10";

    assertThat(of("s3:prefix")).containsExactly("home/a");
    assertThat(of("s3:delimiter")).containsExactly("/");
    assertThat(of("s3:max-keys")).containsExactly("10");
    query = "prefix=";
    assertThat(of("s3:prefix")).containsExactly("");
    query = "list-type=2";
    assertThat(of("s3:prefix")).isEmpty();
  }

  @Test
  void headersOfS3AreKeys() {
    headers =
        Headers.of(
            "x-amz-acl", "public-read",
            "X-Amz-Server-Side-Encryption", "aws:kms",
            "x-amz-copy-source", "/source/key",
            "x-amz-content-sha256", "UNSIGNED-PAYLOAD",
            "If-Match", "\"abc\"",
            "If-None-Match", "*");

    assertThat(of("s3:x-amz-acl")).containsExactly("public-read");
    assertThat(of("s3:x-amz-server-side-encryption")).containsExactly("aws:kms");
    assertThat(of("s3:x-amz-copy-source")).containsExactly("source/key");
    assertThat(of("s3:x-amz-content-sha256")).containsExactly("UNSIGNED-PAYLOAD");
    assertThat(of("s3:if-match")).containsExactly("\"abc\"");
    assertThat(of("s3:if-none-match")).containsExactly("*");
  }

  @ParameterizedTest
  @CsvSource({
    "s3:PutObject, '', true",
    "s3:PutObject, uploadId=u, true",
    "s3:PutObject, uploads, false",
    "s3:PutObject, partNumber=1&uploadId=u, false"
  })
  void partsAreNoObjects(String asked, String parameters, String value) {
    action = asked;
    query = parameters;

    assertThat(of("s3:ObjectCreationOperation")).containsExactly(value);
  }

  @Test
  void signaturesSayHowAndWhen() {
    authentication =
        new Authentication(
            caller,
            AuthenticationType.QUERY_STRING,
            Optional.of(SignatureVersion.V4),
            Optional.of(NOW.minusMillis(61_500)),
            Optional.empty(),
            Optional.empty());

    assertThat(of("s3:authType")).containsExactly("REST-QUERY-STRING");
    assertThat(of("s3:signatureversion")).containsExactly("AWS4-HMAC-SHA256");
    assertThat(of("s3:signatureAge")).containsExactly("61500");
  }

  @Test
  void uploadsSayTheirTags() {
    headers = Headers.of("x-amz-tagging", "Team=blue&Note=x%20y");

    assertThat(of("s3:RequestObjectTag/Team")).containsExactly("blue");
    assertThat(of("s3:RequestObjectTag/Note")).containsExactly("x y");
    assertThat(of("s3:RequestObjectTag/team")).isEmpty();
    assertThat(of("s3:RequestObjectTagKeys")).containsExactly("Team", "Note");
    assertThat(of("aws:RequestTag/Team")).containsExactly("blue");
    assertThat(of("aws:RequestTag/team")).containsExactly("blue");
    assertThat(of("aws:TagKeys")).containsExactly("Team", "Note");
    headers = Headers.of("x-amz-tagging", "a=1&a=2");
    assertThat(of("s3:RequestObjectTagKeys")).isEmpty();
  }

  @Test
  void objectsSayTheirTags() {
    s3.sendDocument(
        "PUT",
        "/photos?versioning",
        "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>");
    String blue = upload("blue");
    String red = upload("red");

    assertThat(of("s3:ExistingObjectTag/Team")).containsExactly("red");
    versionId = Optional.of(blue);
    assertThat(of("s3:ExistingObjectTag/Team")).containsExactly("blue");
    assertThat(of("s3:VersionId")).containsExactly(blue);
    versionId = Optional.of(red);
    assertThat(of("s3:ExistingObjectTag/Other")).isEmpty();
    versionId = Optional.of("garbage");
    assertThat(of("s3:ExistingObjectTag/Team")).isEmpty();

    versionId = Optional.empty();
    s3.send("DELETE", "/photos/a");
    assertThat(of("s3:ExistingObjectTag/Team")).isEmpty();
  }

  @Test
  void bucketsSayTheirTagsOnceTheyCount() {
    setBucket(bucket().with(bucket().settings().withTags(new TagSet(Map.of("Team", "blue")))));
    assertThat(of("s3:BucketTag/Team")).isEmpty();

    setBucket(bucket().with(bucket().settings().with(new AbacStatus(true))));
    assertThat(of("s3:BucketTag/Team")).containsExactly("blue");
    assertThat(of("s3:BucketTag/team")).isEmpty();
    assertThat(of("aws:ResourceTag/Team")).containsExactly("blue");
    assertThat(of("aws:ResourceTag/TEAM")).containsExactly("blue");
  }

  @Test
  void uploadsSayTheirLock() {
    headers =
        Headers.of(
            "x-amz-object-lock-mode", "GOVERNANCE",
            "x-amz-object-lock-retain-until-date", "2026-02-13T16:45:10Z",
            "x-amz-object-lock-legal-hold", "ON");

    assertThat(of("s3:object-lock-mode")).containsExactly("GOVERNANCE");
    assertThat(of("s3:object-lock-retain-until-date")).containsExactly("2026-02-13T16:45:10Z");
    assertThat(of("s3:object-lock-legal-hold")).containsExactly("ON");
    assertThat(of("s3:object-lock-remaining-retention-days")).containsExactly("10");
    headers = Headers.of("x-amz-object-lock-retain-until-date", "soon");
    assertThat(of("s3:object-lock-remaining-retention-days")).isEmpty();
  }

  private String upload(String team) {
    return s3.send("PUT", "/photos/a", Headers.of("x-amz-tagging", "Team=" + team), "x")
        .header("x-amz-version-id");
  }

  private Bucket bucket() {
    return s3.engine().state().requireBucket("photos");
  }

  private void setBucket(Bucket bucket) {
    s3.engine().change(state -> state.with(bucket));
  }

  private List<String> of(String name) {
    RequestHead head =
        new RequestHead(key.isEmpty() ? "GET" : "PUT", "/", query, headers, secure, address, tls);
    S3Request request =
        new S3Request(
            "id",
            head,
            new RequestTarget("photos", key.orElse(null)),
            QueryParameters.parse(query),
            caller,
            new UnaskedAccess(),
            RequestBody.None.INSTANCE);
    return new RequestConditions(
            new AccessRequest(
                request,
                authentication,
                NeededAction.of(action),
                Optional.of(bucket()),
                key,
                versionId),
            NOW)
        .of(ConditionKey.parse(name))
        .orElse(List.of());
  }
}

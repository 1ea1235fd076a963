package dev.s3emulator.internal.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.auth.Signer;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.TlsSession;
import dev.s3emulator.internal.testing.Form;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import dev.s3emulator.journal.RecordedRequest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The records of requests, and their delivery. */
class AccessLogTest {

  private static final String OWNER = Owner.DEFAULT.canonicalId();
  private static final String HOST_ID = "[A-Za-z0-9+/=]{76}";

  private final InProcessS3 s3 = new InProcessS3();

  @BeforeEach
  void logPhotos() {
    s3.send("PUT", "/photos");
    s3.send("PUT", "/logs");
    log("photos", "<TargetPrefix>a/</TargetPrefix>");
  }

  @Test
  void aRecordHasTheFieldsOfS3() {
    s3.send(
        "PUT",
        "/photos/my%20cat.txt?x-id=PutObject",
        Headers.of("Referer", "http://example.com/a b", "User-Agent", "test/1 (quoted \"q\")"),
        "miau");

    assertThat(line())
        .matches(
            OWNER
                + " photos \\[03/Feb/2026:16:45:09 \\+0000\\] 127\\.0\\.0\\.1 - [0-9A-Z]{16}"
                + " REST\\.PUT\\.OBJECT my%20cat\\.txt"
                + " \"PUT /photos/my%20cat\\.txt\\?x-id=PutObject HTTP/1\\.1\" 200 - - 4 \\d+ \\d+"
                + " \"http://example\\.com/a b\" \"test/1 \\(quoted \"q\"\\)\" - "
                + HOST_ID
                + " - - - 127\\.0\\.0\\.1:9000 - - - -");
  }

  @Test
  void aSignedRequestTellsWhoAndHow() {
    s3.sendSigned("GET", "/photos?versioning");

    assertThat(line())
        .matches(
            OWNER
                + " photos \\[[^]]+\\] 127\\.0\\.0\\.1 "
                + OWNER
                + " [0-9A-Z]{16} REST\\.GET\\.VERSIONING - \"GET /photos\\?versioning HTTP/1\\.1\""
                + " 200 - \\d+ - \\d+ \\d+ \"-\" \"-\" - "
                + HOST_ID
                + " SigV4 - AuthHeader 127\\.0\\.0\\.1:9000 - - - -");
  }

  @Test
  void aConnectionWithTlsIsDescribed() {
    s3.send(
        new RequestHead(
            "HEAD",
            "/photos",
            "",
            Headers.of("Host", "photos.localhost"),
            true,
            "127.0.0.1",
            new TlsSession("TLSv1.2", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")),
        new byte[0]);

    assertThat(line())
        .contains(" REST.HEAD.")
        .contains(" - ECDHE-RSA-AES128-GCM-SHA256 - ")
        .endsWith(" TLSv1.2 - - -");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /photos, REST.GET.BUCKET -",
    "HEAD, /photos, REST.HEAD.BUCKET -",
    "GET, /photos?logging, REST.GET.LOGGING_STATUS -",
    "GET, /photos?versions, REST.GET.BUCKETVERSIONS -",
    "GET, /photos?location, REST.GET.LOCATION -",
    "GET, /photos/k, REST.GET.OBJECT k",
    "DELETE, /photos/k, REST.DELETE.OBJECT k",
    "GET, /photos/k?tagging, REST.GET.OBJECT_TAGGING k",
    "POST, /photos/k?uploads, REST.POST.UPLOADS k",
    "POST, /photos/k?restore, REST.POST.RESTORE k",
    "GET, /photos/k?uploadId=x, REST.GET.UPLOAD k",
    "PUT, /photos/k?uploadId=x&partNumber=1, REST.PUT.PART k",
    "GET, /photos/k?versioning, REST.GET.VERSIONING -",
    "GET, /photos?acl&versioning, REST.GET.BUCKET -"
  })
  void operationsAreNamedByMethodAndResource(String method, String path, String operation) {
    s3.send(method, path);

    assertThat(line()).contains(" " + operation + " ");
  }

  @Test
  void aRefusalHasItsCode() {
    s3.send("GET", "/photos/missing");

    assertThat(line()).containsPattern("\" 404 NoSuchKey [1-9]\\d+ - \\d+ ");
  }

  @Test
  void sizesAndVersionsAreThoseOfTheObject() {
    s3.sendDocument(
        "PUT",
        "/photos?versioning",
        "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>");
    String id = s3.send("PUT", "/photos/k", Headers.EMPTY, "12345").header("x-amz-version-id");
    s3.send("GET", "/photos/k?versionId=" + id, Headers.of("Range", "bytes=0-1"));
    s3.send("DELETE", "/photos/k?versionId=" + id);

    List<String> lines = lines();
    assertThat(lines.get(2)).containsPattern("\" 206 - 2 5 \\d+ \\d+ \"-\" \"-\" " + id + " ");
    assertThat(lines.get(3)).containsPattern("\" 204 - - 5 \\d+ \\d+ \"-\" \"-\" " + id + " ");
  }

  /** Which object a form makes is said by one of its fields. */
  @Test
  void aFormIsAnUploadOfItsKey() {
    Form.empty().field("key", "docs/${filename}").file("a.txt", "12345").post(s3, "/photos");

    assertThat(line())
        .containsPattern(
            " REST\\.POST\\.OBJECT docs/a\\.txt \"POST /photos HTTP/1\\.1\" 204 - - 5 \\d+ ");
    assertThat(s3.journal().requests())
        .filteredOn(request -> request.operation().equals(Optional.of("PostObject")))
        .extracting(RecordedRequest::key)
        .containsExactly(Optional.of("docs/a.txt"));
  }

  @Test
  void eachKeyOfABatchHasARecord() {
    s3.send("PUT", "/photos/a", Headers.EMPTY, "miau");
    lines();
    s3.sendDocument(
        "POST",
        "/photos?delete",
        "<Delete><Object><Key>a</Key></Object>"
            + "<Object><Key>b</Key><VersionId>never</VersionId></Object></Delete>");

    List<String> lines = lines();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).contains(" REST.POST.MULTI_OBJECT_DELETE - \"POST /photos?delete ");
    assertThat(lines.get(1))
        .matches(".* BATCH\\.DELETE\\.OBJECT a - 204 - - 4 - - - - - " + HOST_ID + " - .*");
    assertThat(lines.get(2))
        .matches(
            ".* BATCH\\.DELETE\\.OBJECT b - 404 NoSuchVersion - - - - - - never "
                + HOST_ID
                + " - .*");
  }

  @Test
  void aCopyHasARecordOfItsSourceToo() {
    s3.send("PUT", "/photos/a", Headers.EMPTY, "miau");
    lines();
    s3.send("PUT", "/photos/b", Headers.of("x-amz-copy-source", "/photos/a"));

    List<String> lines = lines();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).contains(" REST.COPY.OBJECT b \"PUT /photos/b HTTP/1.1\" 200 ");
    assertThat(lines.get(1)).contains(" REST.COPY.OBJECT_GET a - 200 - - 4 - - - - - ");
  }

  @Test
  void theSourceOfACopyToElsewhereIsRecorded() {
    s3.send("PUT", "/photos/a", Headers.EMPTY, "miau");
    lines();
    s3.send("PUT", "/logs/copy", Headers.of("x-amz-copy-source", "/photos/a"));

    assertThat(line()).contains(" photos ", " REST.COPY.OBJECT_GET a - 200 ");
  }

  @Test
  void aPageOfAWebsiteIsNamedSo() {
    s3.sendDocument(
        "PUT",
        "/photos?website",
        "<WebsiteConfiguration><IndexDocument><Suffix>i.html</Suffix></IndexDocument>"
            + "</WebsiteConfiguration>");
    lines();
    s3.send("GET", "/x", Headers.of("Host", "photos.s3-website.localhost"));

    assertThat(line()).contains(" WEBSITE.GET.OBJECT x ");
  }

  @Test
  void logObjectsAreNamedByTheTimeOfDelivery() {
    s3.send("GET", "/photos");
    s3.advanceSeconds(61);
    s3.accessLog().deliver();

    assertThat(logKeys()).singleElement().asString().matches("a/2026-02-03-16-46-10-[0-9A-F]{16}");
  }

  @ParameterizedTest
  @CsvSource({"EventTime, 2026-02-03-00-00-00", "DeliveryTime, 2026-02-03-16-46-10"})
  void partitionsTellTheSourceAndTheDay(String source, String time) {
    log(
        "photos",
        "<TargetPrefix>p/</TargetPrefix><TargetObjectKeyFormat><PartitionedPrefix>"
            + "<PartitionDateSource>"
            + source
            + "</PartitionDateSource></PartitionedPrefix></TargetObjectKeyFormat>");
    s3.accessLog().clear();
    s3.send("GET", "/photos");
    s3.advanceSeconds(61);
    s3.accessLog().deliver();

    assertThat(logKeys())
        .singleElement()
        .asString()
        .matches("p/123456789012/us-east-1/photos/2026/02/03/" + time + "-[0-9A-F]{16}");
  }

  @Test
  void eventsOfTwoDaysAreTwoObjects() {
    log(
        "photos",
        "<TargetPrefix/><TargetObjectKeyFormat><PartitionedPrefix/></TargetObjectKeyFormat>");
    s3.accessLog().clear();
    s3.send("GET", "/photos");
    s3.advanceSeconds(24 * 60 * 60);
    s3.send("GET", "/photos");
    s3.accessLog().deliver();

    assertThat(logKeys()).hasSize(2);
    assertThat(logKeys().get(1)).contains("/2026/02/04/2026-02-04-00-00-00-");
  }

  @Test
  void recordsAreDeliveredWhenTheOldestHasWaitedForAnHour() {
    s3.send("GET", "/photos");
    s3.advanceSeconds(3599);
    assertThat(s3.send("GET", "/logs").text()).doesNotContain("<Key>");

    s3.advanceSeconds(1);

    assertThat(s3.send("GET", "/logs").text()).contains("<Key>a/2026-02-03-17-45-09-");
  }

  @Test
  void tooManyRecordsAreDeliveredAtOnce() {
    for (int i = 0; i < AccessLog.MAX_PENDING - 1; i++) {
      s3.send("HEAD", "/photos");
    }
    assertThat(logKeys()).isEmpty();

    s3.send("HEAD", "/photos");

    assertThat(logKeys()).hasSize(1);
  }

  @Test
  void nothingIsDeliveredWithoutRequests() {
    s3.accessLog().deliver();
    s3.accessLog().deliver();

    assertThat(logKeys()).isEmpty();
  }

  /** The bucket logs into itself: what is delivered is no request. */
  @Test
  void logObjectsLogNothing() {
    log("logs", "<TargetPrefix>self/</TargetPrefix>");
    s3.accessLog().clear();
    s3.send("HEAD", "/logs");
    s3.accessLog().deliver();
    s3.accessLog().deliver();

    assertThat(logKeys()).hasSize(1);
  }

  @Test
  void whatTurnsLoggingOffIsTheLastThatIsLogged() {
    s3.sendDocument("PUT", "/photos?logging", "<BucketLoggingStatus/>");
    s3.send("GET", "/photos");

    assertThat(line()).contains(" REST.PUT.LOGGING_STATUS ");
  }

  @Test
  void aTargetThatIsGoneGetsNothing() {
    s3.send("GET", "/photos");
    s3.send("DELETE", "/logs");
    s3.accessLog().deliver();

    assertThat(s3.send("GET", "/").text()).doesNotContain("<Name>logs</Name>");
  }

  @Test
  void aTargetThatWouldLockLogObjectsGetsNothing() {
    s3.send("PUT", "/vault", Headers.of("x-amz-bucket-object-lock-enabled", "true"));
    s3.sendDocument(
        "PUT",
        "/vault?object-lock",
        "<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled><Rule>"
            + "<DefaultRetention><Mode>GOVERNANCE</Mode><Days>1</Days></DefaultRetention></Rule>"
            + "</ObjectLockConfiguration>");
    s3.sendDocument(
        "PUT",
        "/photos?logging",
        "<BucketLoggingStatus><LoggingEnabled><TargetBucket>vault</TargetBucket><TargetPrefix/>"
            + "</LoggingEnabled></BucketLoggingStatus>");
    s3.accessLog().clear();
    s3.send("GET", "/photos");
    s3.accessLog().deliver();

    assertThat(s3.send("GET", "/vault").text()).doesNotContain("<Key>");
  }

  @Test
  void aTargetWhoseRequestersPayGetsNothing() {
    s3.sendDocument(
        "PUT",
        "/logs?requestPayment",
        "<RequestPaymentConfiguration><Payer>Requester</Payer></RequestPaymentConfiguration>");
    s3.send("GET", "/photos");
    s3.accessLog().deliver();

    assertThat(logKeys()).isEmpty();
  }

  @Test
  void logObjectsGrantWhatTheConfigurationGrants() {
    s3.sendDocument(
        "PUT",
        "/logs?ownershipControls",
        "<OwnershipControls><Rule><ObjectOwnership>ObjectWriter</ObjectOwnership></Rule>"
            + "</OwnershipControls>");
    String reader = "c".repeat(64);
    log(
        "photos",
        "<TargetGrants><Grant><Grantee><ID>"
            + reader
            + "</ID></Grantee><Permission>READ</Permission></Grant></TargetGrants>"
            + "<TargetPrefix/>");
    s3.accessLog().clear();
    s3.send("GET", "/photos");
    s3.accessLog().deliver();

    assertThat(s3.send("GET", "/logs/" + logKeys().get(0) + "?acl").text())
        .contains(
            "<ID>" + OWNER + "</ID></Grantee><Permission>FULL_CONTROL</Permission>",
            "<ID>" + reader + "</ID></Grantee><Permission>READ</Permission>");
  }

  @Test
  void logObjectsHaveTheEncryptionOfTheirBucket() {
    s3.sendDocument(
        "PUT",
        "/logs?encryption",
        "<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault>"
            + "<SSEAlgorithm>aws:kms</SSEAlgorithm></ApplyServerSideEncryptionByDefault></Rule>"
            + "</ServerSideEncryptionConfiguration>");
    s3.send("GET", "/photos");
    s3.accessLog().deliver();

    Answer log = s3.send("HEAD", "/logs/" + logKeys().get(0));
    assertThat(log.header("x-amz-server-side-encryption")).isEqualTo("aws:kms");
    assertThat(log.header("Content-Type")).isEqualTo("text/plain");
  }

  @Test
  void aUserOfAnAccountIsNamedByTheArn() {
    s3.registry()
        .add(
            dev.s3emulator.internal.auth.Credential.permanent(
                "AKIAUSER",
                "secret",
                dev.s3emulator.internal.protocol.Caller.user(Owner.DEFAULT, "ada")));
    Signer ada = new Signer();
    ada.accessKey = "AKIAUSER";
    ada.secret = "secret";
    s3.sendSigned(ada, "GET", "/photos", new byte[0]);

    assertThat(line()).contains(" arn:aws:iam::123456789012:user/ada ");
  }

  private void log(String bucket, String target) {
    Answer answer =
        s3.sendDocument(
            "PUT",
            "/" + bucket + "?logging",
            "<BucketLoggingStatus><LoggingEnabled><TargetBucket>logs</TargetBucket>"
                + target
                + "</LoggingEnabled></BucketLoggingStatus>");
    assertThat(answer.status()).isEqualTo(200);
  }

  private String line() {
    List<String> lines = lines();
    assertThat(lines).hasSize(1);
    return lines.get(0);
  }

  /** Delivers, and returns the lines of the newest log object. */
  private List<String> lines() {
    List<String> known = logKeys();
    s3.accessLog().deliver();
    List<String> fresh = logKeys().stream().filter(key -> !known.contains(key)).toList();
    if (fresh.isEmpty()) {
      return List.of();
    }
    assertThat(fresh).hasSize(1);
    return s3.send("GET", "/logs/" + fresh.get(0)).text().lines().toList();
  }

  private List<String> logKeys() {
    return s3.engine().state().requireBucket("logs").objects().keySet().stream()
        .map(ObjectKey::toString)
        .toList();
  }
}

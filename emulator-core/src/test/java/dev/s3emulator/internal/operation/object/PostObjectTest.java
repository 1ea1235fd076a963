package dev.s3emulator.internal.operation.object;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.auth.AuthenticationMode;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.Form;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploads by forms through the whole pipeline (protocol-notes 18). */
class PostObjectTest {

  private static final String ABC_ETAG = "\"900150983cd24fb0d6963f7d28e17f72\"";

  private final InProcessS3 s3 = new InProcessS3();

  @BeforeEach
  void createBucket() {
    s3.send("PUT", "/alpha");
  }

  @Test
  void formStoresItsFile() {
    Answer answer =
        Form.signed("alpha", "[\"starts-with\", \"$key\", \"user/\"]")
            .field("key", "user/${filename}")
            .file("C:\\pictures\\a b.txt", "abc")
            .post(s3, "/alpha");

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.text()).isEmpty();
    assertThat(answer.header("ETag")).isEqualTo(ABC_ETAG);
    assertThat(answer.header("Location")).isEqualTo("http://127.0.0.1:9000/alpha/user%2Fa%20b.txt");
    assertThat(answer.header("x-amz-server-side-encryption")).isEqualTo("AES256");
    assertThat(answer.header("x-amz-version-id")).isNull();
    Answer stored = s3.send("GET", "/alpha/user/a%20b.txt");
    assertThat(stored.text()).isEqualTo("abc");
    // What the browser says of the file is no field.
    assertThat(stored.header("Content-Type")).isEqualTo("binary/octet-stream");
    assertThat(s3.journal().requests())
        .filteredOn(request -> request.method().equals("POST"))
        .extracting(request -> request.operation().orElse(""))
        .containsExactly("PostObject");
  }

  @Test
  void fieldsSayWhatHeadersSayElsewhere() {
    Answer answer =
        Form.empty()
            .field("key", "a")
            .field("Content-Type", "text/plain")
            .field("Cache-Control", "max-age=60")
            .field("Content-Disposition", "attachment")
            .field("Content-Encoding", "gzip")
            .field("Expires", "never")
            .field("X-Amz-Meta-Who", "me")
            .field("x-amz-meta-name", "Zoë")
            .field("x-amz-storage-class", "STANDARD_IA")
            .field("x-amz-website-redirect-location", "/b")
            .field("acl", "bucket-owner-full-control")
            .field("x-amz-checksum-crc32c", crc32cOfAbc())
            .field(
                "tagging",
                "<Tagging><TagSet><Tag><Key>k</Key><Value>v</Value></Tag></TagSet></Tagging>")
            .file("a.txt", "abc")
            .post(s3, "/alpha");

    assertThat(answer.status()).isEqualTo(204);
    Answer stored = s3.send("HEAD", "/alpha/a", Headers.of("x-amz-checksum-mode", "ENABLED"));
    assertThat(stored.header("Content-Type")).isEqualTo("text/plain");
    assertThat(stored.header("Cache-Control")).isEqualTo("max-age=60");
    assertThat(stored.header("Content-Disposition")).isEqualTo("attachment");
    assertThat(stored.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(stored.header("Expires")).isEqualTo("never");
    assertThat(stored.header("x-amz-meta-who")).isEqualTo("me");
    assertThat(stored.header("x-amz-meta-name")).isEqualTo("=?UTF-8?Q?Zo=C3=AB?=");
    assertThat(stored.header("x-amz-storage-class")).isEqualTo("STANDARD_IA");
    assertThat(stored.header("x-amz-website-redirect-location")).isEqualTo("/b");
    assertThat(stored.header("x-amz-tagging-count")).isEqualTo("1");
    assertThat(stored.header("x-amz-checksum-crc32c")).isEqualTo(crc32cOfAbc());
  }

  @Test
  void fileWithoutAChecksumGetsTheOneOfEveryUpload() {
    Form.empty().field("key", "a").file("a.txt", "abc").post(s3, "/alpha");

    assertThat(
            s3.send("HEAD", "/alpha/a", Headers.of("x-amz-checksum-mode", "ENABLED"))
                .header("x-amz-checksum-crc64nvme"))
        .isNotNull();
  }

  private static String crc32cOfAbc() {
    CRC32C crc = new CRC32C();
    crc.update("abc".getBytes(US_ASCII));
    return Base64.getEncoder()
        .encodeToString(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  @Test
  void versionedBucketTellsTheVersion() {
    s3.send(
        "PUT",
        "/alpha?versioning",
        Headers.EMPTY,
        "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>");

    Answer answer = Form.empty().field("key", "a").file("a", "abc").post(s3, "/alpha");

    assertThat(answer.header("x-amz-version-id")).hasSize(32);
    assertThat(s3.send("GET", "/alpha/a?versionId=" + answer.header("x-amz-version-id")).text())
        .isEqualTo("abc");
  }

  @ParameterizedTest
  @CsvSource({"200, 200", "201, 201", "204, 204", "404, 204", "'', 204", "302, 204"})
  void formChoosesTheStatus(String wanted, int status) {
    Answer answer =
        Form.empty()
            .field("key", "user/a.txt")
            .field("success_action_status", wanted)
            .file("a", "abc")
            .post(s3, "/alpha");

    assertThat(answer.status()).isEqualTo(status);
    if (status == 201) {
      assertThat(answer.header("Content-Type")).isEqualTo("application/xml");
      assertThat(answer.xml())
          .isEqualTo(
              "<PostResponse><Location>http://127.0.0.1:9000/alpha/user%2Fa.txt</Location>"
                  + "<Bucket>alpha</Bucket><Key>user/a.txt</Key>"
                  + "<ETag>&quot;900150983cd24fb0d6963f7d28e17f72&quot;</ETag></PostResponse>");
    } else {
      assertThat(answer.text()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "success_action_redirect, http://a.test/done,     http://a.test/done?",
    "redirect,                https://a.test/,        https://a.test/?",
    "success_action_redirect, http://a.test/done?x=1, http://a.test/done?x=1&"
  })
  void formSendsTheBrowserToAPage(String field, String url, String begin) {
    Answer answer =
        Form.empty()
            .field("key", "user/a b.txt")
            .field(field, url)
            .field("success_action_status", "201")
            .file("a", "abc")
            .post(s3, "/alpha");

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.text()).isEmpty();
    assertThat(answer.header("Location"))
        .isEqualTo(
            begin
                + "bucket=alpha&key=user%2Fa%20b.txt"
                + "&etag=%22900150983cd24fb0d6963f7d28e17f72%22");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nowhere", "ftp://a.test/", "javascript:alert(1)", "http://", "http://a b/"})
  void redirectThatIsNoUrlCountsAsNothing(String url) {
    Answer answer =
        Form.empty()
            .field("key", "a")
            .field("success_action_redirect", url)
            .file("a", "abc")
            .post(s3, "/alpha");

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("Location")).isEqualTo("http://127.0.0.1:9000/alpha/a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"success_action_redirect", "Content-Type", "x-amz-meta-a", "acl"})
  void fieldCanNotPutAHeaderIntoAnAnswer(String field) {
    Answer answer =
        Form.empty()
            .field("key", "a")
            .field(field, "http://a.test/\r\nX-Evil: 1")
            .file("a", "abc")
            .post(s3, "/alpha");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml()).contains("<Code>InvalidArgument</Code>");
    assertThat(s3.send("HEAD", "/alpha/a").status()).isEqualTo(404);
  }

  @Test
  void bucketMayStandInTheHost() {
    Answer answer =
        s3.send(
            "POST",
            "/",
            Headers.builder().addAll(Form.headers()).add("Host", "alpha.s3.test").build(),
            Form.empty().field("key", "a/b").file("a", "abc").body());

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("Location")).isEqualTo("http://alpha.s3.test/a%2Fb");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"key": "b"}                       | 403 | AccessDenied   | Invalid according to Policy: Policy Condition failed: ["eq", "$key", "b"]
          ["starts-with", "$key", "b"]       | 403 | AccessDenied   | Invalid according to Policy: Policy Condition failed: ["starts-with", "$key", "b"]
          {"acl": "private"}                 | 403 | AccessDenied   | Invalid according to Policy: Policy Condition failed: ["eq", "$acl", "private"]
          ["content-length-range", 0, 9]     | 403 | AccessDenied   | Invalid according to Policy: Extra input fields: key
          {}                                 | 400 | InvalidPolicyDocument | Invalid Policy: Invalid Simple-Condition: Simple-Conditions must have exactly one property specified.
          """)
  void formThatBreaksItsPolicyStoresNothing(
      String condition, int status, String code, String message) {
    Answer answer =
        Form.signed("alpha", condition).field("key", "a").file("a", "abc").post(s3, "/alpha");

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.xml().replace("&quot;", "\""))
        .isEqualTo("<Error><Code>" + code + "</Code><Message>" + message + "</Message></Error>");
    assertThat(s3.send("HEAD", "/alpha/a").status()).isEqualTo(404);
  }

  @Test
  void policyIsForOneBucket() {
    s3.send("PUT", "/beta");

    Answer answer =
        Form.signed("alpha", "{\"key\": \"a\"}")
            .field("key", "a")
            .file("a", "abc")
            .post(s3, "/beta");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.xml().replace("&quot;", "\""))
        .contains("Policy Condition failed: [\"eq\", \"$bucket\", \"alpha\"]");
  }

  @Test
  void policyEndsByTheClockOfTheEmulator() {
    Form form = Form.signed("alpha", "{\"key\": \"a\"}").field("key", "a").file("a", "abc");
    assertThat(form.post(s3, "/alpha").status()).isEqualTo(204);
    s3.advanceSeconds(60);

    Answer answer = form.post(s3, "/alpha");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>AccessDenied</Code>"
                + "<Message>Invalid according to Policy: Policy expired.</Message></Error>");
  }

  @ParameterizedTest
  @CsvSource({
    "2, 3, 204, ''",
    "4, 9, 400, <Code>EntityTooSmall</Code><Message>Your proposed upload is smaller than the minimum allowed size</Message><ProposedSize>3</ProposedSize><MinSizeAllowed>4</MinSizeAllowed>",
    "0, 2, 400, <Code>EntityTooLarge</Code><Message>Your proposed upload exceeds the maximum allowed size</Message><ProposedSize>3</ProposedSize><MaxSizeAllowed>2</MaxSizeAllowed>"
  })
  void fileIsAsLargeAsThePolicyAllows(int least, int most, int status, String error) {
    Answer answer =
        Form.signed(
                "alpha",
                "{\"key\": \"a\"}",
                "[\"content-length-range\", " + least + ", " + most + "]")
            .field("key", "a")
            .file("a", "abc")
            .post(s3, "/alpha");

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.xml()).isEqualTo(error.isEmpty() ? "" : "<Error>" + error + "</Error>");
    assertThat(s3.send("HEAD", "/alpha/a").status()).isEqualTo(status == 204 ? 200 : 404);
  }

  @Test
  void signatureIsOverThePolicy() {
    Answer answer =
        Form.signed("alpha", "{\"key\": \"a\"}")
            .change("x-amz-signature", "0".repeat(64))
            .field("key", "a")
            .file("a", "abc")
            .post(s3, "/alpha");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.xml())
        .contains("<Code>SignatureDoesNotMatch</Code>")
        .contains("<AWSAccessKeyId>" + Form.ACCESS_KEY + "</AWSAccessKeyId><StringToSign>")
        .contains("<SignatureProvided>" + "0".repeat(64) + "</SignatureProvided>");
  }

  @Test
  void strictServerRefusesAnonymousForms() {
    InProcessS3 strict = new InProcessS3(AuthenticationMode.STRICT);
    Form create = Form.signed("alpha", "{\"key\": \"a\"}").field("key", "a").file("a", "abc");
    strict.engine().change(state -> s3.engine().state());

    Answer anonymous = Form.empty().field("key", "a").file("a", "abc").post(strict, "/alpha");

    assertThat(anonymous.status()).isEqualTo(403);
    assertThat(anonymous.xml())
        .isEqualTo("<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>");
    assertThat(create.post(strict, "/alpha").status()).isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "late"})
  void keyIsRequiredBeforeTheFile(String late) {
    Form form = Form.empty().field("x-amz-meta-a", "1").file("a", "abc");
    if (!late.isEmpty()) {
      form.field("key", late);
    }

    Answer answer = form.post(s3, "/alpha");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>InvalidArgument</Code><Message>Bucket POST must contain a field named"
                + " 'key'.  If it is specified, please check the order of the fields.</Message>"
                + "<ArgumentName>key</ArgumentName><ArgumentValue></ArgumentValue></Error>");
  }

  @ParameterizedTest
  @CsvSource({
    "key,                   '',       InvalidArgument",
    "acl,                   nonsense, InvalidArgument",
    "acl,                   public-read, AccessControlListNotSupported",
    "x-amz-storage-class,   WARM,     InvalidStorageClass",
    "x-amz-checksum-crc32,  AAAAAA==, BadDigest",
    "x-amz-checksum-crc32,  AAAA,     InvalidRequest",
    "x-amz-checksum-foo,    AAAA,     InvalidRequest",
    "tagging,               nonsense, MalformedXML",
    "tagging,               <Tagging/>, MalformedXML",
    "x-amz-website-redirect-location, b, InvalidRedirectLocation",
    "x-amz-server-side-encryption, rot13, InvalidEncryptionAlgorithmError"
  })
  void fieldsAreCheckedAsHeadersAre(String field, String value, String code) {
    Form form = Form.empty().field("key", "a").change(field, value).file("a", "abc");

    Answer answer = form.post(s3, "/alpha");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml()).contains("<Code>" + code + "</Code>");
    assertThat(s3.send("HEAD", "/alpha/a").status()).isEqualTo(404);
  }

  @Test
  void aclFieldIsTheListOfTheObject() {
    s3.send("PUT", "/open", Headers.of("x-amz-object-ownership", "ObjectWriter"));
    s3.send("DELETE", "/open?publicAccessBlock");
    Form form = Form.empty().field("key", "a").field("acl", "public-read").file("a", "abc");

    assertThat(form.post(s3, "/open").status()).isEqualTo(204);

    assertThat(s3.send("GET", "/open/a?acl").text())
        .contains("<URI>http://acs.amazonaws.com/groups/global/AllUsers</URI></Grantee>")
        .contains("<Permission>READ</Permission>");
  }

  @Test
  void keyHas1024BytesAtMost() {
    assertThat(
            Form.empty().field("key", "k".repeat(1025)).file("a", "abc").post(s3, "/alpha").xml())
        .contains("<Code>KeyTooLongError</Code>");
  }

  @Test
  void metadataIsBounded() {
    assertThat(
            Form.empty()
                .field("key", "a")
                .field("x-amz-meta-a", "m".repeat(2048))
                .file("a", "abc")
                .post(s3, "/alpha")
                .xml())
        .contains("<Code>MetadataTooLarge</Code>");
  }

  @Test
  void bucketMustExist() {
    Answer answer = Form.empty().field("key", "a").file("a", "abc").post(s3, "/absent");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.xml()).contains("<Code>NoSuchBucket</Code>");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"-", "application/x-www-form-urlencoded", "multipart/mixed; boundary=x"})
  void bodyThatIsNoFormIsRefused(String contentType) {
    Headers headers = contentType == null ? Headers.EMPTY : Headers.of("Content-Type", contentType);

    Answer answer = s3.send("POST", "/alpha", headers, "key=a");

    assertThat(answer.status()).isEqualTo(412);
    assertThat(answer.xml())
        .contains("<Code>PreconditionFailed</Code>")
        .contains(
            "<Condition>Bucket POST must be of the enclosure-type multipart/form-data</Condition>");
  }

  @Test
  void brokenFormStoresNothing() {
    assertThat(s3.send("POST", "/alpha", Form.headers(), "no form").xml())
        .isEqualTo(
            "<Error><Code>MalformedPOSTRequest</Code><Message>The body of your POST request is not"
                + " well-formed multipart/form-data.</Message></Error>");
    assertThat(Form.empty().field("key", "a").post(s3, "/alpha").xml())
        .contains("<Code>IncorrectNumberOfFilesInPostRequest</Code>");
    assertThat(
            Form.empty()
                .field("key", "a")
                .file("a", "abc")
                .file("b", "abc")
                .post(s3, "/alpha")
                .xml())
        .contains("<Code>IncorrectNumberOfFilesInPostRequest</Code>");
    assertThat(
            Form.empty()
                .field("key", "a")
                .field("x-amz-meta-a", "m".repeat(21_000))
                .file("a", "abc")
                .post(s3, "/alpha")
                .xml())
        .contains("<Code>MaxPostPreDataLengthExceededError</Code>")
        .contains("<MaxPostPreDataLengthBytes>20480</MaxPostPreDataLengthBytes>");
    assertThat(s3.send("GET", "/alpha?list-type=2").text()).contains("<KeyCount>0</KeyCount>");
  }

  @Test
  void formNeedsALength() {
    assertThat(
            s3.send(
                    "POST",
                    "/alpha",
                    Headers.builder().addAll(Form.headers()).add("Content-Length", "").build(),
                    Form.empty().field("key", "a").file("a", "abc").body())
                .xml())
        .contains("<Code>MissingContentLength</Code>");
  }

  @Test
  void keyInThePathMakesNoForm() {
    assertThat(Form.empty().field("key", "a").file("a", "abc").post(s3, "/alpha/a").status())
        .isEqualTo(405);
  }
}

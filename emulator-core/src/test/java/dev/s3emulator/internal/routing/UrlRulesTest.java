package dev.s3emulator.internal.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a URL alone is refused for (protocol-notes 31). No bucket exists here: an answer other than
 * NoSuchBucket shows that the URL was judged first.
 */
class UrlRulesTest {

  private final InProcessS3 s3 = new InProcessS3();

  @ParameterizedTest
  @CsvSource({
    "/b?acl&versioning, 'acl, versioning', acl",
    "/b?versioning&acl, 'acl, versioning', acl",
    "/b?versioning=1&acl=&x-id=y, 'acl, versioning', acl",
    "/b?delete&uploads, 'delete, uploads', delete",
    "/b?tagging&cors&acl, 'acl, cors, tagging', acl",
    "/b?partNumber=1&acl, 'acl, partNumber', acl",
    "/b?partNumber=x&versioning&versionId=z, 'partNumber, versioning', partNumber",
    "/b/k?acl&tagging, 'acl, tagging', acl",
    "/b/k?acl&versioning, 'acl, versioning', acl",
    "/b/k?policy&cors, 'cors, policy', cors",
    "/b/k?uploads&uploadId=u, 'uploadId, uploads', uploadId"
  })
  void twoSubResourcesConflictOnEveryMethod(String url, String names, String first) {
    for (String method : new String[] {"GET", "PUT", "POST", "DELETE", "PATCH"}) {
      Answer answer = s3.send(method, url);

      assertThat(answer.status()).as(method).isEqualTo(400);
      assertThat(answer.xml())
          .isEqualTo(
              invalidArgument(
                  "Conflicting query string parameters: " + names, "ResourceType", first));
    }
  }

  @Test
  void repeatedSubResourceIsOne() {
    assertThat(s3.send("GET", "/b?versioning&versioning=2").xml())
        .contains("<Code>NoSuchBucket</Code>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"max-keys", "max-uploads", "max-parts", "part-number-marker", "max-buckets"})
  void integersAreJudgedFirst(String name) {
    for (String value : new String[] {"x", "1.0", "2147483648", "-2147483649", "0x1", "%201"}) {
      String shown = value.replace("%20", " ");
      String expected =
          invalidArgument(
              "Provided " + name + " not an integer or within integer range", name, shown);

      assertThat(s3.send("GET", "/b?" + name + "=" + value).xml()).isEqualTo(expected);
      assertThat(s3.send("GET", "/b/k?" + name + "=" + value).xml()).isEqualTo(expected);
      assertThat(s3.send("GET", "/?" + name + "=" + value).xml()).isEqualTo(expected);
    }
  }

  @Test
  void firstOfRepeatedIntegersCounts() {
    assertThat(s3.send("GET", "/b?versioning&max-keys=1&max-keys=x").xml())
        .contains("NoSuchBucket");
    assertThat(s3.send("GET", "/b?versioning&max-keys=x&max-keys=1").xml())
        .contains("<ArgumentValue>x</ArgumentValue>");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /b",
    "PUT, /b",
    "DELETE, /b",
    "HEAD, /b",
    "GET, /b?versioning",
    "GET, /b?versions",
    "POST, /b?delete",
    "PUT, /b/k",
    "GET, /b/k?versioning",
    "GET, /b/k?policy",
    "POST, /b/k?delete",
    "POST, /b/k?uploads",
    "GET, /b/k?uploadId=u",
    "PUT, /b/k?uploadId=u&partNumber=1",
    "GET, /b/k?torrent"
  })
  void versionIdIsRefusedWhereThereAreNoVersions(String method, String url) {
    Answer answer = s3.send(method, url + (url.contains("?") ? "&" : "?") + "versionId=null");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            method.equals("HEAD")
                ? ""
                : invalidArgument(
                    "This operation does not accept a version-id.", "versionId", "null"));
  }

  @ParameterizedTest
  @CsvSource({"GET, /b?acl", "PUT, /b?acl", "POST, /b?restore"})
  void versionIdOfBucketIsInvalidBesideNamesakesOfVersions(String method, String url) {
    assertThat(s3.send(method, url + "&versionId=x").xml())
        .isEqualTo(invalidArgument("Invalid version id specified", "versionId", "x"));
  }

  @ParameterizedTest
  @CsvSource({"DELETE, /b/k", "GET, /b/k?acl", "POST, /b/k?restore"})
  void emptyVersionIdIsRefused(String method, String url) {
    assertThat(s3.send(method, url + (url.contains("?") ? "&" : "?") + "versionId=").xml())
        .isEqualTo(invalidArgument("Version id cannot be the empty string", "versionId", ""));
  }

  @Test
  void versionIdMayStandWhereThereAreVersions() {
    assertThat(s3.send("DELETE", "/b/k?versionId=null").xml()).contains("NoSuchBucket");
  }

  @ParameterizedTest
  @CsvSource({"GET, /b", "PUT, /b", "DELETE, /b"})
  void partNumberNeedsAKey(String method, String url) {
    assertThat(s3.send(method, url + "?partNumber=1").xml())
        .isEqualTo(invalidRequest("Object must have a valid key name."));
  }

  @Test
  void partNumberOfAWriteNeedsAnUpload() {
    assertThat(s3.send("PUT", "/b/k?partNumber=7").xml())
        .isEqualTo(
            invalidArgument(
                "This operation does not accept partNumber without uploadId", "partNumber", "7"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/b?website=x", "/b/k?website=x"})
  void websiteTakesNoValue(String url) {
    assertThat(s3.send("GET", url).xml())
        .isEqualTo(invalidArgument("The website parameter must not have a value", "website", "x"));
    assertThat(s3.send("GET", url.replace("=x", "=")).xml()).doesNotContain("InvalidArgument");
  }

  @ParameterizedTest
  @CsvSource({"GET, uploadId=u", "POST, uploadId=u", "DELETE, uploadId"})
  void uploadIdNeedsAKey(String method, String query) {
    assertThat(s3.send(method, "/b?" + query).xml())
        .isEqualTo(invalidRequest("A key must be specified"));
  }

  @Test
  void restoreNeedsAKey() {
    assertThat(s3.send("POST", "/b?restore").xml())
        .isEqualTo(
            "<Error><Code>UserKeyMustBeSpecified</Code><Message>User key must be"
                + " specified.</Message></Error>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "application/xml", "multipart/mixed", "text/multipart/form-data"})
  void barePostOfBucketMustBeAForm(String type) {
    Headers headers = type.isEmpty() ? Headers.EMPTY : Headers.of("Content-Type", type);

    Answer answer = s3.send("POST", "/b", headers);

    assertThat(answer.status()).isEqualTo(412);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>PreconditionFailed</Code><Message>At least one of the pre-conditions you"
                + " specified did not hold</Message><Condition>Bucket POST must be of the"
                + " enclosure-type multipart/form-data</Condition></Error>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"multipart/form-data; boundary=x", "Multipart/Form-Data"})
  void formIsAnUpload(String type) {
    assertThat(s3.send("POST", "/b", Headers.of("Content-Type", type)).xml())
        .doesNotContain("PreconditionFailed", "NotImplemented");
  }

  @Test
  void listOfUploadsTakesNoKey() {
    assertThat(s3.send("GET", "/b/k?uploads").xml())
        .isEqualTo(invalidRequest("Key is not expected for the GET method ?uploads subresource"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE"})
  void keyHasNoLogging(String method) {
    assertThat(s3.send(method, "/b/k?logging").xml())
        .isEqualTo(
            "<Error><Code>NoLoggingStatusForKey</Code><Message>There is no such thing as the"
                + " ?logging sub-resource for a key</Message></Error>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "DELETE"})
  void keyHasNoVersionsSubResource(String method) {
    assertThat(s3.send(method, "/b/k?versions").xml())
        .isEqualTo(
            invalidRequest("There is no such thing as the ?versions sub-resource for a key"));
  }

  @Test
  void annotationNameNeedsItsSubResource() {
    assertThat(s3.send("GET", "/b/k?annotationName=a").xml())
        .isEqualTo(
            invalidArgument("Unexpected query string parameter", "ResourceType", "annotationName"));
  }

  /** Each query is wrong in two ways; the first of the order wins. */
  @ParameterizedTest
  @CsvSource({
    "/b?acl&versioning&max-keys=x, Conflicting query string parameters",
    "/b?partNumber=1&max-keys=x, Object must have a valid key name.",
    "/b?max-keys=x&versionId=v, Provided max-keys not an integer",
    "/b?website=x&versionId=v, This operation does not accept a version-id.",
    "/b/k?website=x&versionId=v, This operation does not accept a version-id.",
    "/b/k?website=x&versionId=v&max-keys=x, Provided max-keys not an integer",
    "/b?uploadId=u&website=x, The website parameter must not have a value"
  })
  void urlIsJudgedInS3sOrder(String url, String message) {
    assertThat(s3.send("GET", url).xml()).contains("<Message>" + message);
  }

  @Test
  void urlIsJudgedBeforeMethodAndBucket() {
    assertThat(s3.send("PATCH", "/b?versioning&versionId=v").xml())
        .contains("does not accept a version-id");
    assertThat(s3.send("PATCH", "/b?versioning").xml()).contains("MethodNotAllowed");
    assertThat(s3.send("GET", "/b?versioning").xml()).contains("NoSuchBucket");
  }

  @Test
  void methodNotAllowedHasItsHeaderAlsoOnHead() {
    s3.send("PUT", "/alpha");

    Answer refused = s3.send("DELETE", "/alpha?versioning");
    Answer head = s3.send("HEAD", "/alpha?versioning");

    assertThat(refused.xml())
        .isEqualTo(
            "<Error><Code>MethodNotAllowed</Code><Message>The specified method is not allowed"
                + " against this resource.</Message><Method>DELETE</Method>"
                + "<ResourceType>VERSIONING</ResourceType></Error>");
    assertThat(refused.header("Allow")).isEqualTo("GET, PUT");
    assertThat(s3.engine().state().bucket("alpha")).isPresent();
    assertThat(head.status()).isEqualTo(405);
    assertThat(head.header("Allow")).isEqualTo("GET, PUT");
    assertThat(head.bytes()).isEmpty();
  }

  private static String invalidArgument(String message, String name, String value) {
    return "<Error><Code>InvalidArgument</Code><Message>%s</Message><ArgumentName>%s</ArgumentName><ArgumentValue>%s</ArgumentValue></Error>"
        .formatted(message, name, value);
  }

  private static String invalidRequest(String message) {
    return "<Error><Code>InvalidRequest</Code><Message>" + message + "</Message></Error>";
  }
}

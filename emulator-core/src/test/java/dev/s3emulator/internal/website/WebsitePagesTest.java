package dev.s3emulator.internal.website;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.auth.AuthenticationMode;
import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.BucketSettings;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.configuration.WebsiteConfiguration;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The website endpoint (protocol-notes 26, recorded-answers 17). */
class WebsitePagesTest {

  private static final String INDEX = "<IndexDocument><Suffix>index.html</Suffix></IndexDocument>";
  private static final String ERROR = "<ErrorDocument><Key>error.html</Key></ErrorDocument>";
  private static final String HOST = "site.s3-website-us-east-1.amazonaws.com";

  private final InProcessS3 s3 = new InProcessS3();

  @BeforeEach
  void createBucket() {
    s3.send("PUT", "/site");
  }

  @Test
  void anIndexIsServedForTheRootAndForFolders() {
    configure(INDEX);
    put("index.html", "root");
    put("directory/index.html", "directory");

    assertThat(get("/").text()).isEqualTo("root");
    assertThat(get("/index.html").text()).isEqualTo("root");
    assertThat(get("/directory/").text()).isEqualTo("directory");
    assertThat(get("/directory/index.html").text()).isEqualTo("directory");
  }

  @Test
  void aPageHasTheHeadersOfItsObject() {
    configure(INDEX);
    s3.send(
        "PUT",
        "/site/index.html",
        Headers.of("Content-Type", "text/html", "Cache-Control", "max-age=9", "x-amz-meta-a", "b"),
        "root");

    Answer answer = get("/");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("text/html");
    assertThat(answer.header("Cache-Control")).isEqualTo("max-age=9");
    assertThat(answer.header("x-amz-meta-a")).isEqualTo("b");
    assertThat(answer.header("ETag")).isEqualTo("\"63a9f0ea7bb98050796b649e85481845\"");
    assertThat(answer.header("Last-Modified")).isEqualTo("Tue, 03 Feb 2026 16:45:09 GMT");
    assertThat(answer.header("Server")).isEqualTo("AmazonS3");
    assertThat(answer.header("x-amz-server-side-encryption")).isNull();
    assertThat(answer.header("Accept-Ranges")).isNull();
  }

  @Test
  void aFolderWithoutItsSlashIsRedirectedToIt() {
    configure(INDEX);
    put("a b/ü/index.html", "directory");

    Answer answer = get("/a%20b/%C3%BC");

    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location")).isEqualTo("/a%20b/%C3%BC/");
    assertThat(answer.header("x-amz-error-code")).isEqualTo("Found");
    assertThat(answer.header("x-amz-error-message")).isEqualTo("Resource Found");
    assertThat(page(answer))
        .isEqualTo(
            """
            <html>
            <head><title>302 Moved Temporarily</title></head>
            <body>
            <h1>302 Moved Temporarily</h1>
            <ul>
            <li>Code: Found</li>
            <li>Message: Resource Found</li>
            </ul>
            <hr/>
            </body>
            </html>
            """);
  }

  @Test
  void anObjectIsServedEvenIfAFolderHasItsName() {
    configure(INDEX);
    put("directory", "object");
    put("directory/index.html", "directory");

    assertThat(get("/directory").text()).isEqualTo("object");
  }

  @Test
  void whatIsMissingGetsS3sPage() {
    configure(INDEX);

    Answer answer = get("/missing.html");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
    assertThat(answer.header("x-amz-error-code")).isEqualTo("NoSuchKey");
    assertThat(answer.header("x-amz-error-message")).isEqualTo("The specified key does not exist.");
    assertThat(answer.header("x-amz-error-detail-Key")).isEqualTo("missing.html");
    assertThat(answer.text())
        .contains("<li>RequestId: " + answer.header("x-amz-request-id") + "</li>")
        .contains("<li>HostId: " + answer.header("x-amz-id-2") + "</li>");
    assertThat(page(answer))
        .isEqualTo(
            """
            <html>
            <head><title>404 Not Found</title></head>
            <body>
            <h1>404 Not Found</h1>
            <ul>
            <li>Code: NoSuchKey</li>
            <li>Message: The specified key does not exist.</li>
            <li>Key: missing.html</li>
            </ul>
            <hr/>
            </body>
            </html>
            """);
  }

  @ParameterizedTest
  @CsvSource({
    "/, index.html",
    "/wrong/, wrong/index.html",
    "/wrong, wrong",
    "/soap?versionId=x&acl, soap"
  })
  void thePageNamesTheKeyThatWasLookedFor(String path, String key) {
    configure(INDEX);

    assertThat(get(path).header("x-amz-error-detail-Key")).isEqualTo(key);
  }

  @Test
  void aKeyCannotBecomeAScriptOrAHeader() {
    configure(INDEX);

    Answer answer = get("/%3Cscript%3E%0D%0ASet-Cookie:a");

    assertThat(answer.text()).contains("<li>Key: &lt;script&gt;\r\nSet-Cookie:a</li>");
    assertThat(answer.header("x-amz-error-detail-Key"))
        .isEqualTo("%3Cscript%3E%0D%0ASet-Cookie%3Aa");
  }

  @Test
  void aDeletedPageIsMissing() {
    configure(INDEX);
    s3.sendDocument(
        "PUT",
        "/site?versioning",
        "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>");
    put("index.html", "root");
    s3.send("DELETE", "/site/index.html");

    assertThat(get("/").status()).isEqualTo(404);
  }

  @Test
  void theErrorDocumentHasTheOriginalStatus() {
    configure(INDEX + ERROR);
    put("error.html", "my error");

    Answer answer = get("/missing.html");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text()).isEqualTo("my error");
    assertThat(answer.header("x-amz-error-code")).isEqualTo("NoSuchKey");
    assertThat(answer.header("x-amz-error-detail-Key")).isEqualTo("missing.html");
    assertThat(answer.header("ETag")).isNotNull();
  }

  @Test
  void theErrorDocumentIsWholeWhateverWasAskedOfThePage() {
    configure(INDEX + ERROR);
    put("error.html", "my error");

    Answer answer =
        s3.send(
            "GET", "/missing", Headers.of("Host", HOST, "Range", "bytes=0-1", "If-Match", "\"x\""));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text()).isEqualTo("my error");
  }

  @Test
  void aMissingErrorDocumentIsToldAsWell() {
    configure(INDEX + ERROR);

    Answer answer = get("/missing.html");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(page(answer))
        .isEqualTo(
            """
            <html>
            <head><title>404 Not Found</title></head>
            <body>
            <h1>404 Not Found</h1>
            <ul>
            <li>Code: NoSuchKey</li>
            <li>Message: The specified key does not exist.</li>
            <li>Key: missing.html</li>
            </ul>
            <h3>An Error Occurred While Attempting to Retrieve a Custom Error Document</h3>
            <ul>
            <li>Code: NoSuchKey</li>
            <li>Message: The specified key does not exist.</li>
            <li>Key: error.html</li>
            </ul>
            <hr/>
            </body>
            </html>
            """);
  }

  @Test
  void aBucketThatIsNoWebsiteSaysSo() {
    Answer answer = get("/");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(page(answer))
        .contains(
            """
            <li>Code: NoSuchWebsiteConfiguration</li>
            <li>Message: The specified bucket does not have a website configuration</li>
            <li>BucketName: site</li>
            """);
  }

  @Test
  void aMissingBucketGetsAPage() {
    Answer answer =
        s3.send("GET", "/", Headers.of("Host", "missing.s3-website-us-east-1.amazonaws.com"));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("x-amz-error-code")).isEqualTo("NoSuchBucket");
    assertThat(page(answer))
        .contains(
            """
            <h1>404 Not Found</h1>
            <ul>
            <li>Code: NoSuchBucket</li>
            <li>Message: The specified bucket does not exist</li>
            <li>BucketName: missing</li>
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "POST", "DELETE", "PATCH"})
  void onlyGetAndHeadAreAllowed(String method) {
    configure(INDEX + ERROR);
    put("error.html", "my error");

    Answer answer = s3.send(method, "/key?delete", Headers.of("Host", HOST));

    assertThat(answer.status()).isEqualTo(405);
    assertThat(page(answer))
        .isEqualTo(
            """
            <html>
            <head><title>405 Method Not Allowed</title></head>
            <body>
            <h1>405 Method Not Allowed</h1>
            <ul>
            <li>Code: MethodNotAllowed</li>
            <li>Message: The specified method is not allowed against this resource.</li>
            <li>Method: %s</li>
            <li>ResourceType: OBJECT</li>
            </ul>
            <hr/>
            </body>
            </html>
            """
                .formatted(method));
  }

  @Test
  void headAnswersLikeGetWithoutTheBody() {
    configure(INDEX + ERROR);
    put("index.html", "root");

    Answer found = s3.send("HEAD", "/", Headers.of("Host", HOST));
    Answer missing = s3.send("HEAD", "/missing", Headers.of("Host", HOST));

    assertThat(found.status()).isEqualTo(200);
    assertThat(found.response().body().length()).isEqualTo(4);
    assertThat(missing.status()).isEqualTo(404);
    assertThat(missing.header("x-amz-error-code")).isEqualTo("NoSuchKey");
    assertThat(missing.text()).isEmpty();
  }

  @Test
  void rangesAndConditionsHold() {
    configure(INDEX);
    put("index.html", "root");
    String eTag = get("/").header("ETag");

    Answer part = s3.send("GET", "/", Headers.of("Host", HOST, "Range", "bytes=1-2"));
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.text()).isEqualTo("oo");
    assertThat(s3.send("GET", "/", Headers.of("Host", HOST, "If-None-Match", eTag)).status())
        .isEqualTo(304);
  }

  @Test
  void subResourcesVersionsAndHeadersOfTheApiMeanNothing() {
    configure(INDEX);
    put("index.html", "root");

    Answer answer =
        s3.send(
            "GET",
            "/?acl&versioning&versionId=x&response-content-type=a/b",
            Headers.of(
                "Host",
                HOST,
                "x-amz-checksum-mode",
                "never",
                "x-amz-server-side-encryption-customer-algorithm",
                "AES256"));

    assertThat(answer.text()).isEqualTo("root");
    assertThat(answer.header("Content-Type")).isEqualTo("binary/octet-stream");
  }

  @Test
  void aPageIsReadByGetObject() {
    configure(INDEX);
    put("index.html", "root");
    s3.journal().clear();
    get("/");

    assertThat(s3.journal().requests().get(0).operation()).hasValue("GetObject");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"AWS4-HMAC-SHA256 nonsense", "AWS AKIAIOSFODNN7EXAMPLE:wrong", "Bearer x"})
  void nobodyLooksAtSignatures(String authorization) {
    configure(INDEX);
    put("index.html", "root");

    assertThat(s3.send("GET", "/", Headers.of("Host", HOST, "Authorization", authorization)).text())
        .isEqualTo("root");
    assertThat(get("/?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Signature=x").text())
        .isEqualTo("root");
  }

  @Test
  void inAStrictServerAPageIsForbiddenToStrangers() {
    InProcessS3 strict = new InProcessS3(AuthenticationMode.STRICT);
    strict
        .engine()
        .change(
            state ->
                state.with(
                    Bucket.empty(
                        BucketSettings.ofNew("site", Owner.DEFAULT, "us-east-1", InProcessS3.NOW)
                            .with(
                                new WebsiteConfiguration(
                                    Optional.empty(),
                                    Optional.of("index.html"),
                                    Optional.of("error.html"),
                                    List.of())))));

    Answer answer = strict.send("GET", "/", Headers.of("Host", HOST));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(page(answer))
        .isEqualTo(
            """
            <html>
            <head><title>403 Forbidden</title></head>
            <body>
            <h1>403 Forbidden</h1>
            <ul>
            <li>Code: AccessDenied</li>
            <li>Message: Access Denied</li>
            </ul>
            <h3>An Error Occurred While Attempting to Retrieve a Custom Error Document</h3>
            <ul>
            <li>Code: AccessDenied</li>
            <li>Message: Access Denied</li>
            </ul>
            <hr/>
            </body>
            </html>
            """);
  }

  @Test
  void theApiIsNotTouched() {
    configure("<RedirectAllRequestsTo><HostName>example.com</HostName></RedirectAllRequestsTo>");
    put("index.html", "root");

    assertThat(s3.send("GET", "/site/index.html").text()).isEqualTo("root");
    assertThat(s3.send("GET", "/index.html", Headers.of("Host", "site.localhost")).text())
        .isEqualTo("root");
  }

  @Nested
  class RedirectsOfObjects {

    @ParameterizedTest
    @ValueSource(strings = {"/another/page.html", "https://example.com/a?b#c"})
    void goWhereTheMetadataSay(String location) {
      configure(INDEX);
      redirectObject("page.html", location);

      Answer answer = get("/page.html");

      assertThat(answer.status()).isEqualTo(301);
      assertThat(answer.header("Location")).isEqualTo(location);
      assertThat(answer.text()).isEmpty();
      // At the API the object is an object (protocol-notes 8).
      assertThat(s3.send("GET", "/site/page.html").status()).isEqualTo(200);
    }

    @Test
    void holdForIndexAndErrorDocument() {
      configure(INDEX + ERROR);
      redirectObject("index.html", "/another/index.html");
      redirectObject("error.html", "/another/error.html");

      assertThat(get("/").header("Location")).isEqualTo("/another/index.html");
      Answer error = get("/missing");
      assertThat(error.status()).isEqualTo(301);
      assertThat(error.header("Location")).isEqualTo("/another/error.html");
    }
  }

  @Nested
  class RedirectsOfAllRequests {

    @ParameterizedTest
    @CsvSource({
      "/, http://example.com/",
      "/a%20b/c?d=e&f, http://example.com/a%20b/c?d=e&f",
      "/missing, http://example.com/missing"
    })
    void keepPathAndQuery(String path, String location) {
      configure("<RedirectAllRequestsTo><HostName>example.com</HostName></RedirectAllRequestsTo>");

      Answer answer = get(path);

      assertThat(answer.status()).isEqualTo(301);
      assertThat(answer.header("Location")).isEqualTo(location);
      assertThat(answer.text()).isEmpty();
    }

    @Test
    void mayChangeTheProtocol() {
      configure(
          "<RedirectAllRequestsTo><HostName>example.com</HostName><Protocol>https</Protocol></RedirectAllRequestsTo>");

      assertThat(get("/x").header("Location")).isEqualTo("https://example.com/x");
    }
  }

  @Nested
  class RoutingRules {

    @ParameterizedTest
    @CsvSource({
      "/host/key, 301, http://random-hostname/host/key",
      "/replace-prefix/key, 301, http://" + HOST + "/replaced-prefix/key",
      "/protocol/key, 301, https://" + HOST + "/protocol/key",
      "/code/key, 307, http://" + HOST + "/code/key",
      "/replace/key, 301, http://" + HOST + "/page.html",
      "/cut/a/key%3F%20?x=y, 301, http://" + HOST + "/a/key%3F%20",
      "/app/a/b, 302, http://" + HOST + "/#!/a/b"
    })
    void redirectByPrefix(String path, int status, String location) {
      configure(
          INDEX
              + rules(
                  rule("host/", "<HostName>random-hostname</HostName>"),
                  rule(
                      "replace-prefix/",
                      "<ReplaceKeyPrefixWith>replaced-prefix/</ReplaceKeyPrefixWith>"),
                  rule("protocol/", "<Protocol>https</Protocol>"),
                  rule("code/", "<HttpRedirectCode>307</HttpRedirectCode>"),
                  rule("replace/", "<ReplaceKeyWith>page.html</ReplaceKeyWith>"),
                  rule("cut/", "<ReplaceKeyPrefixWith></ReplaceKeyPrefixWith>"),
                  rule(
                      "app/",
                      "<HttpRedirectCode>302</HttpRedirectCode><ReplaceKeyPrefixWith>#!/</ReplaceKeyPrefixWith>")));

      Answer answer = get(path);

      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.header("Location")).isEqualTo(location);
      assertThat(answer.text()).isEmpty();
    }

    @Test
    void redirectByPrefixAndErrorInTheirOrder() {
      configure(
          INDEX
              + ERROR
              + rules(
                  "<Condition><HttpErrorCodeReturnedEquals>404</HttpErrorCodeReturnedEquals><KeyPrefixEquals>both/</KeyPrefixEquals></Condition><Redirect><ReplaceKeyWith>both.html</ReplaceKeyWith></Redirect>",
                  rule("prefixed", "<ReplaceKeyWith>prefixed.html</ReplaceKeyWith>"),
                  "<Condition><HttpErrorCodeReturnedEquals>404</HttpErrorCodeReturnedEquals></Condition><Redirect><ReplaceKeyWith>error-redirected.html</ReplaceKeyWith></Redirect>"));
      put("error.html", "my error");
      put("prefixed-key", "there");
      put("both/there", "there");
      redirectObject("prefixed-redirect", "/elsewhere");

      String site = "http://" + HOST;
      assertThat(get("/missing").header("Location")).isEqualTo(site + "/error-redirected.html");
      assertThat(get("/prefixed-key").header("Location")).isEqualTo(site + "/prefixed.html");
      assertThat(get("/prefixed-redirect").header("Location")).isEqualTo(site + "/prefixed.html");
      assertThat(get("/both/").header("Location")).isEqualTo(site + "/both.html");
      assertThat(get("/both/there").text()).isEqualTo("there");
    }

    @Test
    void byPrefixDoNotHoldForTheIndexBehindTheRoot() {
      configure(INDEX + rules(rule("index", "<ReplaceKeyWith>other.html</ReplaceKeyWith>")));
      put("index.html", "root");

      assertThat(get("/").text()).isEqualTo("root");
      assertThat(get("/index.html").status()).isEqualTo(301);
    }

    @Test
    void withoutConditionHoldForEveryRequest() {
      configure(INDEX + rules("<Redirect><HostName>example.com</HostName></Redirect>"));
      put("index.html", "root");

      assertThat(get("/").header("Location")).isEqualTo("http://example.com/");
      assertThat(get("/a/b").header("Location")).isEqualTo("http://example.com/a/b");
    }

    @Test
    void forAMissingKeyMayGoToAnotherHostWithAPrefix() {
      configure(
          INDEX
              + rules(
                  "<Condition><HttpErrorCodeReturnedEquals>404</HttpErrorCodeReturnedEquals></Condition><Redirect><HostName>example.com</HostName><ReplaceKeyPrefixWith>report-404/</ReplaceKeyPrefixWith></Redirect>"));

      assertThat(get("/a/missing").header("Location"))
          .isEqualTo("http://example.com/report-404/a/missing");
    }

    @Test
    void cannotSplitAHeader() {
      configure(
          INDEX + rules(rule("a", "<ReplaceKeyWith>b&#13;&#10;Set-Cookie: c ü</ReplaceKeyWith>")));

      assertThat(get("/a").header("Location"))
          .isEqualTo("http://" + HOST + "/b%0D%0ASet-Cookie:%20c%20%C3%BC");
    }

    private String rules(String... contents) {
      return "<RoutingRules><RoutingRule>"
          + String.join("</RoutingRule><RoutingRule>", contents)
          + "</RoutingRule></RoutingRules>";
    }

    private String rule(String prefix, String redirect) {
      return "<Condition><KeyPrefixEquals>"
          + prefix
          + "</KeyPrefixEquals></Condition><Redirect>"
          + redirect
          + "</Redirect>";
    }
  }

  private void configure(String content) {
    Answer answer =
        s3.sendDocument(
            "PUT", "/site?website", "<WebsiteConfiguration>" + content + "</WebsiteConfiguration>");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private void put(String key, String content) {
    String path = "/site/" + key.replace(" ", "%20");
    assertThat(s3.send("PUT", path, Headers.EMPTY, content).status()).isEqualTo(200);
  }

  private void redirectObject(String key, String location) {
    s3.send("PUT", "/site/" + key, Headers.of("x-amz-website-redirect-location", location), "x");
  }

  private Answer get(String pathAndQuery) {
    return s3.send("GET", pathAndQuery, Headers.of("Host", HOST));
  }

  /** The page without its ids. */
  private static String page(Answer answer) {
    return answer.text().replaceAll("<li>(RequestId|HostId): [^<]*</li>\n", "");
  }
}

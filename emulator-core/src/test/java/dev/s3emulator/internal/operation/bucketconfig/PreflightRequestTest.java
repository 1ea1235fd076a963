package dev.s3emulator.internal.operation.bucketconfig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OPTIONS of a bucket and a key (protocol-notes 17). */
class PreflightRequestTest {

  private static final String RULES =
      "<CORSConfiguration>"
          + "<CORSRule><AllowedOrigin>https://*.example.com</AllowedOrigin>"
          + "<AllowedMethod>GET</AllowedMethod><AllowedMethod>PUT</AllowedMethod>"
          + "<AllowedHeader>x-amz-*</AllowedHeader><AllowedHeader>content-type</AllowedHeader>"
          + "<ExposeHeader>ETag</ExposeHeader><ExposeHeader>x-amz-version-id</ExposeHeader>"
          + "<MaxAgeSeconds>3000</MaxAgeSeconds></CORSRule>"
          + "<CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>HEAD</AllowedMethod>"
          + "</CORSRule></CORSConfiguration>";

  private static final String NOT_ALLOWED =
      "CORSResponse: This CORS request is not allowed. This is usually because the evalution of"
          + " Origin, request method / Access-Control-Request-Method or"
          + " Access-Control-Request-Headers are not whitelisted by the resource's CORS spec.";

  private final InProcessS3 s3 = new InProcessS3();

  @BeforeEach
  void createBuckets() {
    s3.send("PUT", "/alpha");
    s3.send("PUT", "/plain");
    assertThat(s3.sendDocument("PUT", "/alpha?cors", RULES).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/alpha",
        "/alpha/a.txt",
        "/alpha/never/there?partNumber=1&uploadId=x",
        "/alpha/a.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Signature=0",
        "/alpha?acl&cors"
      })
  void allowedRequestIsAnsweredWithItsRule(String url) {
    Answer answer =
        preflight(url, "https://www.example.com", "PUT", "X-Amz-Date,content-type , X-AMZ-Meta-A");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEmpty();
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("https://www.example.com");
    assertThat(answer.header("Access-Control-Allow-Methods")).isEqualTo("GET, PUT");
    assertThat(answer.header("Access-Control-Allow-Headers"))
        .isEqualTo("x-amz-date, content-type, x-amz-meta-a");
    assertThat(answer.header("Access-Control-Expose-Headers")).isEqualTo("ETag, x-amz-version-id");
    assertThat(answer.header("Access-Control-Max-Age")).isEqualTo("3000");
    assertThat(answer.header("Access-Control-Allow-Credentials")).isEqualTo("true");
    assertThat(answer.response().headers().all("Vary"))
        .containsExactly("Origin, Access-Control-Request-Headers, Access-Control-Request-Method");
  }

  @Test
  void ruleForEveryOriginAllowsNoCredentials() {
    Answer answer = preflight("/alpha/a", "http://elsewhere.test", "HEAD", null);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(answer.header("Access-Control-Allow-Methods")).isEqualTo("HEAD");
    assertThat(answer.header("Access-Control-Allow-Credentials")).isNull();
    assertThat(answer.header("Access-Control-Allow-Headers")).isNull();
    assertThat(answer.header("Access-Control-Expose-Headers")).isNull();
    assertThat(answer.header("Access-Control-Max-Age")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          /alpha,   https://www.example.com, DELETE,  -,        DELETE,  BUCKET
          /alpha/a, https://www.example.com, DELETE,  -,        DELETE,  OBJECT
          /alpha/a, http://www.example.com,  PUT,     -,        PUT,     OBJECT
          /alpha/a, https://www.example.com, PUT,     x-other,  PUT,     OBJECT
          /alpha/a, https://www.example.com, PATCH,   -,        PATCH,   OBJECT
          /alpha/a, https://www.example.com, OPTIONS, -,        OPTIONS, OBJECT
          /alpha/a, https://www.example.com, -,       -,        OPTIONS, OBJECT
          """)
  void requestWithoutARuleIsNotAllowed(
      String url, String origin, String method, String headers, String shown, String type) {
    Answer answer = preflight(url, origin, method, headers);

    assertRefused(answer, NOT_ALLOWED, shown, type);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          /plain,    GET, GET,     CORSResponse: CORS is not enabled for this bucket.
          /plain/a,  PUT, PUT,     CORSResponse: CORS is not enabled for this bucket.
          /plain/a,  -,   OPTIONS, CORSResponse: CORS is not enabled for this bucket.
          /absent/a, GET, GET,     CORSResponse: Bucket not found
          /absent,   -,   OPTIONS, CORSResponse: Bucket not found
          /,         GET, GET,     CORSResponse: Bucket not found
          """)
  void bucketWithoutRulesAllowsNothing(String url, String method, String shown, String message) {
    assertRefused(preflight(url, "http://a.test", method, null), message, shown, "BUCKET");
  }

  private static void assertRefused(Answer answer, String message, String method, String type) {
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>AccessForbidden</Code><Message>"
                + message
                + "</Message><Method>"
                + method
                + "</Method><ResourceType>"
                + type
                + "</ResourceType></Error>");
    assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          -,             GET,   Insufficient information. Origin request header needed.
          '',            GET,   Insufficient information. Origin request header needed.
          -,             BREW,  Insufficient information. Origin request header needed.
          http://a.test, BREW,  Invalid Access-Control-Request-Method: BREW
          http://a.test, get,   Invalid Access-Control-Request-Method: get
          """)
  void preflightNeedsOriginAndMethod(String origin, String method, String message) {
    for (String url : new String[] {"/alpha/a", "/plain", "/absent"}) {
      Answer answer = preflight(url, origin, method, null);

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.xml())
          .isEqualTo("<Error><Code>BadRequest</Code><Message>" + message + "</Message></Error>");
    }
  }

  @Test
  void bucketMayStandInTheHost() {
    Answer answer =
        s3.send(
            "OPTIONS",
            "/a.txt",
            Headers.of(
                "Host",
                "alpha.s3.test",
                "Origin",
                "http://a.test",
                "Access-Control-Request-Method",
                "HEAD"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
  }

  private Answer preflight(String url, String origin, String method, String headers) {
    Headers.Builder request = Headers.builder();
    if (origin != null) {
      request.add("Origin", origin);
    }
    if (method != null) {
      request.add("Access-Control-Request-Method", method);
    }
    if (headers != null) {
      request.add("Access-Control-Request-Headers", headers);
    }
    return s3.send("OPTIONS", url, request.build());
  }
}

package dev.s3emulator.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a browser learns from the answer to the request itself (protocol-notes 17). */
class CorsAnswersTest {

  private static final String RULES =
      "<CORSConfiguration>"
          + "<CORSRule><AllowedOrigin>http://a.test</AllowedOrigin>"
          + "<AllowedMethod>GET</AllowedMethod><AllowedMethod>PUT</AllowedMethod>"
          + "<AllowedMethod>DELETE</AllowedMethod><ExposeHeader>ETag</ExposeHeader>"
          + "<MaxAgeSeconds>60</MaxAgeSeconds></CORSRule>"
          + "<CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</AllowedMethod>"
          + "</CORSRule></CORSConfiguration>";

  private final InProcessS3 s3 = new InProcessS3();

  @BeforeEach
  void createObject() {
    s3.send("PUT", "/alpha");
    s3.send("PUT", "/plain");
    s3.send("PUT", "/alpha/a.txt", Headers.EMPTY, "a");
    s3.send("PUT", "/plain/a.txt", Headers.EMPTY, "a");
    assertThat(s3.sendDocument("PUT", "/alpha?cors", RULES).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,    /alpha/a.txt,          200",
    "GET,    /alpha,                200",
    "GET,    /alpha?cors,           200",
    "PUT,    /alpha/b.txt,          200",
    "DELETE, /alpha/a.txt,          204",
    "GET,    /alpha/absent,         404",
    "GET,    /alpha?acl&cors,       400",
    "DELETE, /alpha?versioning,     405",
    "GET,    /alpha?metadataTable,  501"
  })
  void everyAnswerToAnAllowedRequestSaysSo(String method, String url, int status) {
    Answer answer = s3.send(method, url, Headers.of("Origin", "http://a.test"));

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("http://a.test");
    assertThat(answer.header("Access-Control-Allow-Methods")).isEqualTo("GET, PUT, DELETE");
    assertThat(answer.header("Access-Control-Expose-Headers")).isEqualTo("ETag");
    assertThat(answer.header("Access-Control-Max-Age")).isEqualTo("60");
    assertThat(answer.header("Access-Control-Allow-Credentials")).isEqualTo("true");
    assertThat(answer.header("Access-Control-Allow-Headers")).isNull();
    assertThat(answer.response().headers().all("Vary"))
        .containsExactly("Origin, Access-Control-Request-Headers, Access-Control-Request-Method");
  }

  @Test
  void otherRuleAnswersOtherOrigins() {
    Answer answer = s3.send("GET", "/alpha/a.txt", Headers.of("Origin", "http://b.test"));

    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(answer.header("Access-Control-Allow-Methods")).isEqualTo("GET");
    assertThat(answer.header("Access-Control-Allow-Credentials")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          PUT,  /alpha/a.txt,  http://b.test, 200
          HEAD, /alpha/a.txt,  http://a.test, 200
          GET,  /plain/a.txt,  http://a.test, 200
          GET,  /absent/a.txt, http://a.test, 404
          GET,  /alpha/a.txt,  -,             200
          GET,  /alpha/a.txt,  '',            200
          GET,  /,             http://a.test, 200
          GET,  /alpha/%zz,    http://a.test, 400
          """)
  void otherRequestsAreServedWithoutAWord(String method, String url, String origin, int status) {
    Headers headers = origin == null ? Headers.EMPTY : Headers.of("Origin", origin);

    Answer answer = s3.send(method, url, headers);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.response().headers().withPrefix("Access-Control-").size()).isZero();
    assertThat(answer.header("Vary")).isNull();
  }
}

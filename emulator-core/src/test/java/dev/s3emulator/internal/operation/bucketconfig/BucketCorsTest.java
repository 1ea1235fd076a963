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

/** PutBucketCors, GetBucketCors and DeleteBucketCors. */
class BucketCorsTest {

  private static final String RULE =
      "<CORSRule><AllowedMethod>GET</AllowedMethod><AllowedOrigin>*</AllowedOrigin></CORSRule>";

  private final InProcessS3 s3 = new InProcessS3();

  @BeforeEach
  void createBucket() {
    s3.send("PUT", "/alpha");
  }

  @Test
  void rulesAreKeptInOrder() {
    Answer stored =
        put(
            "<CORSRule><AllowedOrigin>https://example.com</AllowedOrigin><ID>r1</ID>"
                + "<MaxAgeSeconds>3000</MaxAgeSeconds><AllowedHeader>*</AllowedHeader>"
                + "<AllowedMethod>GET</AllowedMethod><AllowedMethod>PUT</AllowedMethod>"
                + "<ExposeHeader>ETag</ExposeHeader></CORSRule>"
                + RULE);

    assertThat(stored.status()).isEqualTo(200);
    assertThat(stored.text()).isEmpty();
    Answer shown = s3.send("GET", "/alpha?cors");
    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.xml())
        .isEqualTo(
            "<CORSConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><CORSRule>"
                + "<ID>r1</ID><AllowedHeader>*</AllowedHeader><AllowedMethod>GET</AllowedMethod>"
                + "<AllowedMethod>PUT</AllowedMethod>"
                + "<AllowedOrigin>https://example.com</AllowedOrigin>"
                + "<ExposeHeader>ETag</ExposeHeader><MaxAgeSeconds>3000</MaxAgeSeconds></CORSRule>"
                + RULE
                + "</CORSConfiguration>");
  }

  @Test
  void bucketWithoutRulesHasNoConfiguration() {
    Answer answer = s3.send("GET", "/alpha?cors");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>NoSuchCORSConfiguration</Code>"
                + "<Message>The CORS configuration does not exist</Message>"
                + "<BucketName>alpha</BucketName></Error>");
  }

  @Test
  void deletingSucceedsAlsoWhenThereIsNothingToDelete() {
    put(RULE);

    assertThat(s3.send("DELETE", "/alpha?cors").status()).isEqualTo(204);
    assertThat(s3.send("GET", "/alpha?cors").status()).isEqualTo(404);
    assertThat(s3.send("DELETE", "/alpha?cors").status()).isEqualTo(204);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          AllowedMethod | MYMETHOD   | Found unsupported HTTP method in CORS config. Unsupported method is MYMETHOD
          AllowedMethod | get        | Found unsupported HTTP method in CORS config. Unsupported method is get
          AllowedMethod | OPTIONS    | Found unsupported HTTP method in CORS config. Unsupported method is OPTIONS
          AllowedOrigin | http://*.* | AllowedOrigin "http://*.*" can not have more than one wildcard.
          AllowedHeader | x-*-*      | AllowedHeader "x-*-*" can not have more than one wildcard.
          ExposeHeader  | x-amz-*    | ExposeHeader "x-amz-*" contains wildcard. We currently do not support wildcard for ExposeHeader.
          """)
  void rulesThatS3DoesNotTakeAreInvalid(String element, String value, String message) {
    Answer answer =
        put(
            "<CORSRule><AllowedMethod>GET</AllowedMethod><AllowedOrigin>*</AllowedOrigin><"
                + element
                + ">"
                + value
                + "</"
                + element
                + "></CORSRule>");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml().replace("&quot;", "\""))
        .isEqualTo("<Error><Code>InvalidRequest</Code><Message>" + message + "</Message></Error>");
  }

  @Test
  void hundredRulesAreTheMost() {
    assertThat(put(RULE.repeat(100)).status()).isEqualTo(200);

    Answer answer = put(RULE.repeat(101));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .contains("<Code>InvalidRequest</Code>")
        .contains("The number of CORS rules should not exceed allowed limit of 100 rules.");
  }

  @Test
  void idHas255CharactersAtMost() {
    assertThat(put(RULE.replace("<CORSRule>", withId(255))).status()).isEqualTo(200);

    Answer answer = put(RULE.replace("<CORSRule>", withId(256)));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml()).contains("<Code>InvalidRequest</Code>").contains("255");
  }

  private static String withId(int length) {
    return "<CORSRule><ID>" + "i".repeat(length) + "</ID>";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<CORSRule/>",
        "<CORSRule><AllowedMethod>GET</AllowedMethod></CORSRule>",
        "<CORSRule><AllowedOrigin>*</AllowedOrigin></CORSRule>",
        "<CORSRule><AllowedMethod>GET</AllowedMethod><AllowedOrigin>*</AllowedOrigin>"
            + "<MaxAgeSeconds>soon</MaxAgeSeconds></CORSRule>",
        "<CORSRule><AllowedMethod>GET</AllowedMethod><AllowedOrigin>*</AllowedOrigin>"
            + "<MaxAgeSeconds>1</MaxAgeSeconds><MaxAgeSeconds>2</MaxAgeSeconds></CORSRule>",
        "<CORSRule><AllowedMethod>GET</AllowedMethod><AllowedOrigin>*</AllowedOrigin>"
            + "<Other/></CORSRule>"
      })
  void otherDocumentsAreMalformed(String content) {
    Answer answer = put(content);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml()).contains("<Code>MalformedXML</Code>");
  }

  @Test
  void documentHas64KibibytesAtMost() {
    Answer answer = put(RULE + " ".repeat(65536));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .contains("<Code>MaxMessageLengthExceeded</Code>")
        .contains("<MaxMessageLengthBytes>65536</MaxMessageLengthBytes>");
  }

  @Test
  void documentNeedsADigestAndABody() {
    assertThat(s3.send("PUT", "/alpha?cors", Headers.EMPTY, "<CORSConfiguration/>").xml())
        .contains("Missing required header for this request: Content-MD5 OR x-amz-checksum-*");
    assertThat(s3.sendDocument("PUT", "/alpha?cors", "").xml())
        .contains("<Code>MissingRequestBodyError</Code>");
  }

  private Answer put(String rules) {
    return s3.sendDocument(
        "PUT", "/alpha?cors", "<CORSConfiguration>" + rules + "</CORSConfiguration>");
  }
}

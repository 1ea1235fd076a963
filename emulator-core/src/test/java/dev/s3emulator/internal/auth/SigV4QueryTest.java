package dev.s3emulator.internal.auth;

import static dev.s3emulator.internal.auth.Authenticating.plus;
import static dev.s3emulator.internal.auth.Authenticating.query;
import static dev.s3emulator.internal.auth.Authenticating.shown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.protocol.RequestHead;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signature Version 4 in the query (protocol-notes 3 and 6, recorded-answers 14). */
class SigV4QueryTest {

  private static final String HOST = "127.0.0.1:9000";
  private static final String ERROR = "400 AuthorizationQueryParametersError\n";
  private static final String CREDENTIAL = ERROR + "Error parsing the X-Amz-Credential parameter; ";

  private final Authenticating s3 = new Authenticating();
  private final Signer signer = new Signer();

  private RequestHead get() {
    return signer.inQuery("GET", "/bucket/key", "", 3600, "Host", HOST);
  }

  private static RequestHead replaced(RequestHead head, String regex, String with) {
    return query(head, head.rawQuery().replaceFirst(regex, with));
  }

  @Test
  void presignedUrlIsAcceptedAndTellsItsEnd() {
    Authentication proved = s3.authenticate(get());
    assertThat(proved.type().policyName()).isEqualTo("REST-QUERY-STRING");
    assertThat(proved.signedAt()).contains(Authenticating.SIGNED);
    assertThat(proved.expiresAt()).contains(Authenticating.SIGNED.plusSeconds(3600));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "HEAD", "DELETE", "POST"})
  void everyMethodCanBePresigned(String method) {
    s3.authenticate(signer.inQuery(method, "/bucket/key", "versionId=x", 60, "Host", HOST));
  }

  @Test
  void signedHeadersOfAPresignedUrlAreVerified() {
    RequestHead head =
        signer.inQuery("PUT", "/bucket/key", "", 60, "Host", HOST, "Content-Type", "text/plain");
    s3.authenticate(head);
    S3Exception refusal = s3.refusal(Authenticating.changed(head, "content-type", "text/html"));
    assertThat(refusal.error().code()).isEqualTo("SignatureDoesNotMatch");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Amz-Credential",
        "X-Amz-Signature",
        "X-Amz-Date",
        "X-Amz-SignedHeaders",
        "X-Amz-Expires"
      })
  void everyParameterIsRequired(String name) {
    String answer =
        ERROR
            + "Query-string authentication version 4 requires the X-Amz-Algorithm,"
            + " X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and"
            + " X-Amz-Expires parameters.";
    assertThat(shown(s3.refusal(replaced(get(), "&" + name + "=[^&]*", "")))).isEqualTo(answer);
    assertThat(shown(s3.refusal(replaced(get(), "&" + name + "=[^&]*", "&" + name + "="))))
        .isEqualTo(answer);
  }

  @Test
  void signatureWithoutAlgorithmIsNoSignature() {
    RequestHead head = replaced(get(), "X-Amz-Algorithm=[^&]*&", "");
    assertThat(s3.authenticate(head).caller().isAnonymous()).isTrue();
  }

  static Stream<Arguments> malformedParameters() {
    return Stream.of(
        Arguments.of(
            "X-Amz-Algorithm=[^&]*",
            "X-Amz-Algorithm=AWS4-HMAC-SHA1",
            ERROR
                + "X-Amz-Algorithm only supports \"AWS4-HMAC-SHA256 and"
                + " AWS4-ECDSA-P256-SHA256\""),
        Arguments.of(
            "X-Amz-Date=[^&]*",
            "X-Amz-Date=2013-05-24",
            ERROR + "X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\""),
        Arguments.of("Expires=3600", "Expires=1h", ERROR + "X-Amz-Expires should be a number"),
        Arguments.of("Expires=3600", "Expires=-1", ERROR + "X-Amz-Expires must be non-negative"),
        Arguments.of(
            "Expires=3600",
            "Expires=604801",
            ERROR
                + "X-Amz-Expires must be less than a week (in seconds); that is, the given"
                + " X-Amz-Expires must be less than 604800 seconds"),
        Arguments.of(
            "%2Faws4_request",
            "",
            CREDENTIAL
                + "the Credential is mal-formed; expecting"
                + " \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\"."),
        Arguments.of(
            "%2F20130524%2Fus-east-1%2F",
            "%252F20130524%252Fus-east-1%252F",
            CREDENTIAL
                + "the Credential is mal-formed; expecting"
                + " \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\"."),
        Arguments.of(
            "us-east-1",
            "us-west-2",
            CREDENTIAL
                + "the region 'us-west-2' is wrong; expecting 'us-east-1'\nRegion=us-east-1"),
        Arguments.of(
            "us-east-1", "", CREDENTIAL + "a non-empty region must be provided in the credential."),
        Arguments.of(
            "%2Fs3%2F",
            "%2Fec2%2F",
            CREDENTIAL + "incorrect service \"ec2\". This endpoint belongs to \"s3\"."),
        Arguments.of(
            "aws4_request",
            "aws3_request",
            CREDENTIAL
                + "incorrect terminal \"aws3_request\". This endpoint uses \"aws4_request\"."),
        Arguments.of(
            "%2F20130524%2F",
            "%2F2013%2F",
            CREDENTIAL
                + "incorrect date format \"2013\". This date in the credential must be in the"
                + " format \"yyyyMMdd\"."),
        Arguments.of(
            "%2F20130524%2F",
            "%2F20130523%2F",
            ERROR
                + "Invalid credential date \"20130523\". This date is not the same as X-Amz-Date:"
                + " \"20130524\"."));
  }

  @ParameterizedTest(name = "{0} as {1}")
  @MethodSource("malformedParameters")
  void malformedParameterIsNamed(String regex, String with, String answer) {
    assertThat(shown(s3.refusal(replaced(get(), regex, with)))).isEqualTo(answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%2B300", "0300", "604800"})
  void lifetimeIsReadAsANumber(String lifetime) {
    S3Exception refusal = s3.refusal(replaced(get(), "Expires=3600", "Expires=" + lifetime));
    assertThat(refusal.error().code()).isEqualTo("SignatureDoesNotMatch");
  }

  @Test
  void sigV4aIsRefusedByName() {
    RequestHead head = replaced(get(), "AWS4-HMAC-SHA256", "AWS4-ECDSA-P256-SHA256");
    assertThat(shown(s3.refusal(head))).contains("Feature=Signature Version 4A");
  }

  @Test
  void urlServesUntilItsLastSecond() {
    s3.at(Authenticating.SIGNED.plusSeconds(3600));
    s3.authenticate(get());
  }

  @Test
  void expiredUrlIsRefused() {
    s3.at(Authenticating.SIGNED.plusSeconds(3601));
    S3Exception refusal = s3.refusal(get());
    assertThat(shown(refusal))
        .isEqualTo(
            "403 AccessDenied\nRequest has expired\nX-Amz-Expires=3600"
                + "\nExpires=2013-05-24T01:00:00Z\nServerTime=2013-05-24T01:00:01Z");
    assertThat(refusal.reason())
        .contains(
            "The presigned URL ended at 2013-05-24T01:00:00Z, and the emulator's clock shows"
                + " 2013-05-24T01:00:01Z.");
  }

  @Test
  void urlOfTheNearFutureIsServed() {
    s3.at(Authenticating.SIGNED.minusSeconds(900));
    s3.authenticate(get());
  }

  @Test
  void urlOfTheFutureIsRefused() {
    s3.at(Authenticating.SIGNED.minusSeconds(901));
    assertThat(shown(s3.refusal(get())))
        .isEqualTo(
            "403 AccessDenied\nRequest is not yet valid\nX-Amz-Date=1369353600000"
                + "\nExpires=2013-05-24T01:00:00Z\nServerTime=2013-05-23T23:44:59Z");
  }

  @Test
  void unsignedHeaderOfS3IsRefused() {
    assertThat(shown(s3.refusal(plus(get(), "x-amz-meta-a", "b"))))
        .isEqualTo(
            "403 AccessDenied\nThere were headers present in the request which were not signed"
                + "\nHeadersNotSigned=x-amz-meta-a");
    s3.authenticate(plus(get(), "Content-Type", "text/plain"));
    s3.authenticate(plus(get(), "x-amz-content-sha256", "UNSIGNED-PAYLOAD"));
  }

  @Test
  void hoistedHeadersArePartOfTheQuery() {
    RequestHead head = signer.inQuery("PUT", "/bucket/key", "x-amz-acl=private", 60, "Host", HOST);
    s3.authenticate(head);
    assertThat(s3.refusal(replaced(head, "private", "public-read")).error().code())
        .isEqualTo("SignatureDoesNotMatch");
  }

  @Test
  void checksComeInTheOrderOfS3() {
    signer.accessKey = "AKUNKNOWN";
    RequestHead unknownKey = get();
    assertThat(s3.refusal(unknownKey).error().code()).isEqualTo("InvalidAccessKeyId");
    RequestHead unsigned = plus(unknownKey, "x-amz-acl", "private");
    assertThat(shown(s3.refusal(unsigned))).contains("HeadersNotSigned");
    RequestHead scopeDate = replaced(unsigned, "%2F20130524", "%2F20130523");
    assertThat(shown(s3.refusal(scopeDate))).contains("Invalid credential date");
    RequestHead scope = replaced(scopeDate, "aws4_request", "aws3_request");
    assertThat(shown(s3.refusal(scope))).contains("incorrect terminal");
    s3.at(Authenticating.SIGNED.plusSeconds(4000));
    assertThat(shown(s3.refusal(scope))).contains("Request has expired");
    s3.at(Authenticating.SIGNED.minusSeconds(4000));
    assertThat(shown(s3.refusal(scope))).contains("not yet valid");
    RequestHead lifetime = replaced(scope, "Expires=3600", "Expires=x");
    assertThat(shown(s3.refusal(lifetime))).contains("should be a number");
    RequestHead date = replaced(lifetime, "Date=2013", "Date=x");
    assertThat(shown(s3.refusal(date))).contains("ISO8601");
    RequestHead missing = replaced(date, "&X-Amz-SignedHeaders=[^&]*", "");
    assertThat(shown(s3.refusal(missing))).contains("version 4 requires");
    RequestHead algorithm = replaced(missing, "AWS4-HMAC", "AWS5-HMAC");
    assertThat(shown(s3.refusal(algorithm))).contains("only supports");
  }
}

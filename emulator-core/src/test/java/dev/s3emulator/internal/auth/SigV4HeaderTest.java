package dev.s3emulator.internal.auth;

import static dev.s3emulator.internal.auth.Authenticating.changed;
import static dev.s3emulator.internal.auth.Authenticating.plus;
import static dev.s3emulator.internal.auth.Authenticating.shown;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.protocol.RequestHead;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signature Version 4 in the header (protocol-notes 1 and 6, recorded-answers 14). */
class SigV4HeaderTest {

  private static final String HOST = "127.0.0.1:9000";
  private static final String MALFORMED =
      "400 AuthorizationHeaderMalformed\nThe authorization header is malformed; ";

  private final Authenticating s3 = new Authenticating();
  private final Signer signer = new Signer();

  private RequestHead get() {
    return signer.inHeader("GET", "/bucket/key", "", "Host", HOST);
  }

  private static RequestHead authorization(RequestHead head, String value) {
    return changed(head, "Authorization", value);
  }

  @Test
  void callerOfTheKeyIsReturned() {
    s3.add(Credential.permanent("AKALICE", "alices secret", Authenticating.ALICE));
    signer.accessKey = "AKALICE";
    signer.secret = "alices secret";
    Authentication proved = s3.authenticate(get());
    assertThat(proved.caller()).isEqualTo(Authenticating.ALICE);
    assertThat(proved.type().policyName()).isEqualTo("REST-HEADER");
    assertThat(proved.version().orElseThrow().policyName()).isEqualTo("AWS4-HMAC-SHA256");
    assertThat(proved.expiresAt()).isEmpty();
  }

  @Test
  void requestWithoutSignatureIsAnonymous() {
    RequestHead head =
        new RequestHead("GET", "/b", "", Headers.of("Host", HOST), false, "127.0.0.1");
    assertThat(s3.authenticate(head)).isSameAs(Authentication.ANONYMOUS);
    assertThat(Authentication.ANONYMOUS.caller().isAnonymous()).isTrue();
  }

  @Test
  void commasMayStandWithoutBlanks() {
    RequestHead head = get();
    s3.authenticate(authorization(head, head.headers().first("Authorization").replace(", ", ",")));
  }

  @Test
  void wrongSignatureShowsWhatTheServerComputed() {
    signer.secret = "wrong";
    S3Exception refusal = s3.refusal(get());
    String canonical =
        "GET\n/bucket/key\n\nhost:127.0.0.1:9000\nx-amz-content-sha256:"
            + Signer.EMPTY
            + "\nx-amz-date:20130524T000000Z\n\nhost;x-amz-content-sha256;x-amz-date\n"
            + Signer.EMPTY;
    String stringToSign =
        "AWS4-HMAC-SHA256\n20130524T000000Z\n20130524/us-east-1/s3/aws4_request\n"
            + Signer.sha256(canonical.getBytes(UTF_8));
    String provided = get().headers().first("Authorization").replaceFirst(".*Signature=", "");
    assertThat(shown(refusal))
        .isEqualTo(
            "403 SignatureDoesNotMatch\nThe request signature we calculated does not match the"
                + " signature you provided. Check your key and signing method."
                + "\nAWSAccessKeyId=AKIAIOSFODNN7EXAMPLE"
                + ("\nStringToSign=" + stringToSign)
                + ("\nSignatureProvided=" + provided)
                + ("\nStringToSignBytes=" + pairs(stringToSign))
                + ("\nCanonicalRequest=" + canonical)
                + ("\nCanonicalRequestBytes=" + pairs(canonical)));
  }

  private static String pairs(String text) {
    return HexFormat.ofDelimiter(" ").formatHex(text.getBytes(UTF_8));
  }

  @Test
  void unknownKeyIsRefused() {
    signer.accessKey = "AKUNKNOWN";
    assertThat(shown(s3.refusal(get())))
        .isEqualTo(
            "403 InvalidAccessKeyId\nThe AWS Access Key Id you provided does not exist in our"
                + " records.\nAWSAccessKeyId=AKUNKNOWN");
  }

  static Stream<Arguments> malformedHeaders() {
    String components =
        "Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
            + " SignedHeaders=host, Signature=00";
    String three =
        MALFORMED
            + "the authorization header requires three components: Credential, SignedHeaders, and"
            + " Signature.";
    String credential =
        MALFORMED
            + "the Credential is mal-formed; expecting"
            + " \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\".";
    return Stream.of(
        Arguments.of("Credential=x", three),
        Arguments.of(components.replace("Signature=", "Sig="), three),
        Arguments.of(components.replace("SignedHeaders=host, ", ""), three),
        Arguments.of(components.replace("Credential=", "Cred="), three),
        Arguments.of(components.replace("Signature=00", "Signature="), three),
        Arguments.of(components.replace("/aws4_request", ""), credential),
        Arguments.of(components.replace("AKIA", "AK/IA"), credential),
        Arguments.of(
            components.replace("20130524", "2013"),
            MALFORMED
                + "incorrect date format \"2013\". This date in the credential must be in the"
                + " format \"yyyyMMdd\"."),
        Arguments.of(
            components.replace("20130524", "20131324"),
            MALFORMED
                + "incorrect date format \"20131324\". This date in the credential must be in the"
                + " format \"yyyyMMdd\"."),
        Arguments.of(
            components.replace("us-east-1", ""),
            MALFORMED + "a non-empty region must be provided in the credential."),
        Arguments.of(
            components.replace("us-east-1", "us-west-2"),
            MALFORMED + "the region 'us-west-2' is wrong; expecting 'us-east-1'\nRegion=us-east-1"),
        Arguments.of(
            components.replace("us-east-1", "aws-global"),
            MALFORMED
                + "the region 'aws-global' is wrong; expecting 'us-east-1'\nRegion=us-east-1"),
        Arguments.of(
            components.replace("/s3/", "/ec2/"),
            MALFORMED + "incorrect service \"ec2\". This endpoint belongs to \"s3\"."),
        Arguments.of(
            components.replace("aws4", "aws3"),
            MALFORMED
                + "incorrect terminal \"aws3_request\". This endpoint uses \"aws4_request\"."),
        Arguments.of(
            components.replace("20130524", "20130523"),
            MALFORMED + "Invalid credential date. Date is not the same as X-Amz-Date."));
  }

  @ParameterizedTest
  @MethodSource("malformedHeaders")
  void malformedAuthorizationIsNamed(String components, String answer) {
    RequestHead head = authorization(get(), "AWS4-HMAC-SHA256 " + components);
    assertThat(shown(s3.refusal(head))).isEqualTo(answer);
  }

  @Test
  void wrongRegionOfHeadIsToldInHeader() {
    signer.region = "eu-west-1";
    S3Exception refusal = s3.refusal(signer.inHeader("HEAD", "/bucket", "", "Host", HOST));
    assertThat(refusal.headers())
        .extracting(Object::toString)
        .contains("x-amz-bucket-region=us-east-1");
    assertThat(s3.refusal(get()).headers()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic dXNlcjpwYXNz", "Bearer token", "AWS5 Credential=x", " AWS4"})
  void otherSchemesAreRefused(String value) {
    assertThat(shown(s3.refusal(authorization(get(), value))))
        .isEqualTo(
            "400 InvalidArgument\nUnsupported Authorization Type\nArgumentName=Authorization"
                + "\nArgumentValue="
                + value);
  }

  @Test
  void headerWithoutBlankIsRefused() {
    assertThat(shown(s3.refusal(authorization(get(), "AWS4-HMAC-SHA256"))))
        .isEqualTo(
            "400 InvalidArgument\nAuthorization header is invalid -- one and only one ' ' (space)"
                + " required\nArgumentName=Authorization\nArgumentValue=AWS4-HMAC-SHA256");
  }

  @Test
  void sigV4aIsRefusedByName() {
    String value = "AWS4-ECDSA-P256-SHA256 Credential=x";
    assertThat(shown(s3.refusal(authorization(get(), value))))
        .isEqualTo(
            "501 NotImplemented\nS3 Emulator does not implement Signature Version 4A yet."
                + "\nFeature=Signature Version 4A");
    RequestHead streaming =
        changed(get(), "x-amz-content-sha256", "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD");
    assertThat(shown(s3.refusal(streaming))).contains("Feature=Signature Version 4A");
  }

  @Test
  void payloadHashIsRequired() {
    assertThat(shown(s3.refusal(changed(get(), "x-amz-content-sha256", null))))
        .isEqualTo(
            "400 InvalidRequest\nMissing required header for this request: x-amz-content-sha256");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "unsigned-payload",
        "streaming-unsigned-payload-trailer",
        "e3b0",
        "g3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
      })
  void payloadHashMustHaveOneOfItsForms(String value) {
    assertThat(shown(s3.refusal(changed(get(), "x-amz-content-sha256", value))))
        .isEqualTo(
            "400 InvalidArgument\nx-amz-content-sha256 must be UNSIGNED-PAYLOAD,"
                + " STREAMING-UNSIGNED-PAYLOAD-TRAILER, STREAMING-AWS4-HMAC-SHA256-PAYLOAD,"
                + " STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER,"
                + " STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD,"
                + " STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER or a valid sha256 value."
                + "\nArgumentName=x-amz-content-sha256\nArgumentValue="
                + value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UNSIGNED-PAYLOAD", "STREAMING-UNSIGNED-PAYLOAD-TRAILER"})
  void unsignedBodiesNeedNoVerification(String literal) {
    RequestHead head =
        signer.inHeader("PUT", "/bucket/key", "", "Host", HOST, "x-amz-content-sha256", literal);
    assertThat(s3.authenticate(head).chunks()).isEmpty();
  }

  @Test
  void payloadHashMayBeUpperCase() {
    String upper = Signer.EMPTY.toUpperCase(Locale.ROOT);
    s3.authenticate(
        signer.inHeader("PUT", "/bucket/key", "", "Host", HOST, "x-amz-content-sha256", upper));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "2013-05-24T00:00:00", "20130524T250000Z"})
  void unusableDateIsRefused(String date) {
    assertThat(shown(s3.refusal(changed(get(), "x-amz-date", date))))
        .isEqualTo(
            "403 AccessDenied\nAWS authentication requires a valid Date or x-amz-date header");
  }

  @Test
  void missingDateIsRefused() {
    assertThat(shown(s3.refusal(changed(get(), "x-amz-date", null))))
        .isEqualTo(
            "403 AccessDenied\nAWS authentication requires a valid Date or x-amz-date header");
  }

  @Test
  void dateServesWithoutAmzDate() {
    RequestHead head =
        Authenticating.with(
            get(),
            Headers.of(
                "Host",
                HOST,
                "Date",
                "Fri, 24 May 2013 00:00:00 GMT",
                "x-amz-content-sha256",
                Signer.EMPTY));
    TreeMap<String, String> signed = new TreeMap<>();
    head.headers().forEach((name, value) -> signed.put(name.toLowerCase(Locale.ROOT), value));
    String signature = signer.signature("GET", "/bucket/key", "", signed, Signer.EMPTY);
    s3.authenticate(
        plus(
            head,
            "Authorization",
            "AWS4-HMAC-SHA256 Credential="
                + signer.credential()
                + ",SignedHeaders=date;host;x-amz-content-sha256,Signature="
                + signature));
  }

  @Test
  void clockOfTheClientMayDifferByAQuarterOfAnHour() {
    s3.at(Authenticating.SIGNED.plus(Duration.ofMinutes(15)));
    s3.authenticate(get());
    s3.at(Authenticating.SIGNED.minus(Duration.ofMinutes(15)));
    s3.authenticate(get());
  }

  @ParameterizedTest
  @ValueSource(ints = {901, -901, 86400})
  void greaterSkewIsRefused(int seconds) {
    s3.at(Authenticating.SIGNED.plusSeconds(seconds));
    S3Exception refusal = s3.refusal(get());
    assertThat(shown(refusal))
        .isEqualTo(
            "403 RequestTimeTooSkewed\nThe difference between the request time and the current"
                + " time is too large.\nRequestTime=20130524T000000Z\nServerTime="
                + Authenticating.SIGNED.plusSeconds(seconds)
                + "\nMaxAllowedSkewMilliseconds=900000");
    assertThat(refusal.reason().orElseThrow()).contains("the emulator's clock shows");
  }

  @Test
  void unsignedHeadersOfS3AreRefused() {
    RequestHead head =
        plus(plus(plus(get(), "X-Amz-Acl", "private"), "Content-MD5", "x"), "x-amz-meta-a", "b");
    S3Exception refusal = s3.refusal(head);
    assertThat(shown(refusal))
        .isEqualTo(
            "403 AccessDenied\nThere were headers present in the request which were not signed"
                + "\nHeadersNotSigned=x-amz-acl, content-md5, x-amz-meta-a");
    assertThat(refusal.reason().orElseThrow())
        .contains("x-amz-acl", "host;x-amz-content-sha256;x-amz-date");
  }

  @Test
  void hostMustBeSigned() {
    RequestHead head = plus(signer.inHeader("GET", "/bucket/key", ""), "Host", HOST);
    assertThat(shown(s3.refusal(head))).endsWith("HeadersNotSigned=host");
  }

  @Test
  void otherHeadersNeedNotBeSigned() {
    s3.authenticate(plus(plus(get(), "Content-Type", "text/plain"), "User-Agent", "x"));
  }

  @Test
  void payloadHashHeaderNeedNotBeInTheList() {
    RequestHead head = get();
    // The hash is the last line of the canonical request anyway.
    TreeMap<String, String> signed = new TreeMap<>();
    signed.put("host", HOST);
    signed.put("x-amz-date", signer.time);
    String signature = signer.signature("GET", "/bucket/key", "", signed, Signer.EMPTY);
    s3.authenticate(
        authorization(
            head,
            "AWS4-HMAC-SHA256 Credential="
                + signer.credential()
                + ", SignedHeaders=host;x-amz-date, Signature="
                + signature));
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Amz-Algorithm=AWS4-HMAC-SHA256", "Signature=x"})
  void twoWaysOfSigningAreRefused(String query) {
    RequestHead head = Authenticating.query(get(), query);
    assertThat(shown(s3.refusal(head)))
        .isEqualTo(
            "400 InvalidArgument\nOnly one auth mechanism allowed; only the X-Amz-Algorithm query"
                + " parameter, Signature query string parameter or the Authorization header should"
                + " be specified\nArgumentName=Authorization\nArgumentValue="
                + head.headers().first("Authorization"));
  }

  @Test
  void twoWaysOfSigningInTheQueryAreRefusedWithoutValue() {
    RequestHead head =
        new RequestHead(
            "GET",
            "/b",
            "Signature=x&X-Amz-Algorithm=AWS4-HMAC-SHA256",
            Headers.of("Host", HOST),
            false,
            "127.0.0.1");
    assertThat(shown(s3.refusal(head))).endsWith("ArgumentName=Authorization");
  }

  /** Each case breaks one thing more; the earlier check must win (protocol-notes 6). */
  @Test
  void checksComeInTheOrderOfS3() {
    signer.accessKey = "AKUNKNOWN";
    RequestHead unknownKey = get();
    assertThat(s3.refusal(unknownKey).error().code()).isEqualTo("InvalidAccessKeyId");
    RequestHead unsigned = plus(unknownKey, "x-amz-acl", "private");
    assertThat(shown(s3.refusal(unsigned))).contains("HeadersNotSigned");
    RequestHead scopeDate = replaced(unsigned, "20130524/", "20130523/");
    assertThat(shown(s3.refusal(scopeDate))).contains("Invalid credential date");
    RequestHead terminal = replaced(scopeDate, "aws4_request", "aws3_request");
    assertThat(shown(s3.refusal(terminal))).contains("incorrect terminal");
    RequestHead service = replaced(terminal, "/s3/", "/ec2/");
    assertThat(shown(s3.refusal(service))).contains("incorrect service");
    RequestHead region = replaced(service, "us-east-1", "eu-west-1");
    assertThat(shown(s3.refusal(region))).contains("the region 'eu-west-1' is wrong");
    RequestHead format = replaced(region, "20130523/", "2013/");
    assertThat(shown(s3.refusal(format))).contains("incorrect date format");
    RequestHead parts = replaced(format, "2013/", "");
    assertThat(shown(s3.refusal(parts))).contains("the Credential is mal-formed");
    RequestHead components = replaced(parts, "SignedHeaders=", "Headers=");
    assertThat(shown(s3.refusal(components))).contains("three components");
    s3.at(Authenticating.SIGNED.plusSeconds(1000));
    assertThat(s3.refusal(components).error().code()).isEqualTo("RequestTimeTooSkewed");
    RequestHead date = changed(components, "x-amz-date", "never");
    assertThat(shown(s3.refusal(date))).contains("valid Date or x-amz-date");
    RequestHead form = changed(date, "x-amz-content-sha256", "x");
    assertThat(shown(s3.refusal(form))).contains("x-amz-content-sha256 must be");
    RequestHead hash = changed(form, "x-amz-content-sha256", null);
    assertThat(shown(s3.refusal(hash))).contains("Missing required header");
  }

  private static RequestHead replaced(RequestHead head, String old, String with) {
    return authorization(head, head.headers().first("Authorization").replace(old, with));
  }
}

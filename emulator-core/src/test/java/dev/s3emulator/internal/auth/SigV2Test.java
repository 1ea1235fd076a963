package dev.s3emulator.internal.auth;

import static dev.s3emulator.internal.auth.Authenticating.changed;
import static dev.s3emulator.internal.auth.Authenticating.plus;
import static dev.s3emulator.internal.auth.Authenticating.query;
import static dev.s3emulator.internal.auth.Authenticating.shown;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.protocol.RequestHead;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signature Version 2 (protocol-notes 4 and 6). */
class SigV2Test {

  private static final String HOST = "127.0.0.1:9000";
  private static final String DATE = "Fri, 24 May 2013 00:00:00 GMT";
  private static final String EXPIRES = "1369353660";

  private final Authenticating s3 = new Authenticating();

  private static String sign(String stringToSign) {
    return sign(Signer.SECRET, stringToSign);
  }

  private static String sign(String secret, String stringToSign) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(stringToSign.getBytes(UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static RequestHead header(
      String method, String path, String query, String stringToSign, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.add("Authorization");
    all.add("AWS AKIAIOSFODNN7EXAMPLE:" + sign(stringToSign));
    return new RequestHead(
        method, path, query, Headers.of(all.toArray(String[]::new)), false, "127.0.0.1");
  }

  private static RequestHead presigned(
      String method, String path, String more, String stringToSign, String... headers) {
    String signature = URLEncoder.encode(sign(stringToSign), UTF_8);
    return new RequestHead(
        method,
        path,
        more + "AWSAccessKeyId=AKIAIOSFODNN7EXAMPLE&Expires=" + EXPIRES + "&Signature=" + signature,
        Headers.of(headers),
        false,
        "127.0.0.1");
  }

  private static RequestHead get() {
    return header("GET", "/b/k", "", "GET\n\n\n" + DATE + "\n/b/k", "Host", HOST, "Date", DATE);
  }

  private static RequestHead url() {
    return presigned("GET", "/b/k", "", "GET\n\n\n" + EXPIRES + "\n/b/k", "Host", HOST);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, 2007-03-27T19:36:42Z, 'Tue, 27 Mar 2007 19:36:42 +0000', qgk2+6Sv9/oM7G3qLEjTH1a1l1g=",
    "DELETE, 2007-03-27T21:20:26Z, 'Tue, 27 Mar 2007 21:20:26 +0000', XbyTlbQdu9Xw5o8P4iMwPktxQd8="
  })
  void publishedSignatureIsAccepted(String method, String time, String date, String signature) {
    s3.at(Instant.parse(time));
    Authentication proved =
        s3.authenticate(
            new RequestHead(
                method,
                "/photos/puppy.jpg",
                "",
                Headers.of(
                    "Host",
                    "awsexamplebucket1.s3.us-west-1.amazonaws.com",
                    "Date",
                    date,
                    "Authorization",
                    "AWS AKIAIOSFODNN7EXAMPLE:" + signature),
                false,
                "127.0.0.1"));
    assertThat(proved.caller().accessKeyId()).contains(Signer.ACCESS_KEY);
    assertThat(proved.version().orElseThrow().policyName()).isEqualTo("AWS");
    assertThat(proved.signedAt()).contains(Instant.parse(time));
  }

  @Test
  void publishedPresignedUrlIsAccepted() {
    s3.at(Instant.ofEpochSecond(1175139620));
    Authentication proved =
        s3.authenticate(
            new RequestHead(
                "GET",
                "/awsexamplebucket1/photos/puppy.jpg",
                "AWSAccessKeyId=AKIAIOSFODNN7EXAMPLE&Expires=1175139620"
                    + "&Signature=1No4mq5ETf02z8aet9voy6gui6E%3D",
                Headers.of("Host", "s3.us-west-1.amazonaws.com"),
                false,
                "127.0.0.1"));
    assertThat(proved.type()).isEqualTo(AuthenticationType.QUERY_STRING);
    assertThat(proved.expiresAt()).contains(Instant.ofEpochSecond(1175139620));
  }

  @Test
  void everyPartOfTheStringToSignCounts() {
    RequestHead head =
        header(
            "PUT",
            "/b/a%20key",
            "acl&x-id=1&versionId=a%2Bb",
            "PUT\nmd5==\ntext/plain\n\nx-amz-date:20130524T000000Z\nx-amz-meta-a:1,2\n"
                + "/b/a%20key?acl&versionId=a+b",
            "Host",
            HOST,
            "Content-MD5",
            "md5==",
            "Content-Type",
            "text/plain",
            "Date",
            "Sat, 01 Jan 2000 00:00:00 GMT",
            "X-Amz-Meta-A",
            " 1 ",
            "x-amz-meta-a",
            "2",
            "x-amz-date",
            "20130524T000000Z");
    s3.authenticate(head);
    for (String name : List.of("Content-MD5", "Content-Type", "x-amz-meta-a")) {
      assertThat(s3.refusal(changed(head, name, "other")).error().code())
          .as(name)
          .isEqualTo("SignatureDoesNotMatch");
    }
    s3.authenticate(query(head, "acl&x-id=2&versionId=a%2Bb"));
    assertThat(s3.refusal(query(head, "acl&versionId=other")).error().code())
        .isEqualTo("SignatureDoesNotMatch");
  }

  @Test
  void serviceRootIsASlash() {
    s3.authenticate(header("GET", "/", "", "GET\n\n\n" + DATE + "\n/", "Host", HOST, "Date", DATE));
  }

  @Test
  void bucketOfTheHostIsPartOfTheResource() {
    s3.authenticate(
        header(
            "GET",
            "/b/k",
            "",
            "GET\n\n\n" + DATE + "\n/b/b/k",
            "Host",
            "b.localhost:9000",
            "Date",
            DATE));
    s3.authenticate(
        header("GET", "/", "", "GET\n\n\n" + DATE + "\n/b/", "Host", "b.localhost", "Date", DATE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/b?acl", "/b/?acl"})
  void slashBehindABucketOfThePathMayBeSigned(String resource) {
    s3.authenticate(
        header(
            "GET", "/b", "acl", "GET\n\n\n" + DATE + "\n" + resource, "Host", HOST, "Date", DATE));
  }

  @Test
  void schemeIsComparedWithoutCase() {
    RequestHead head = get();
    s3.authenticate(
        changed(
            head, "Authorization", head.headers().first("Authorization").replace("AWS ", "aws ")));
  }

  @Test
  void wrongSignatureShowsTheStringToSign() {
    RequestHead head = changed(get(), "Authorization", "AWS AKIAIOSFODNN7EXAMPLE:wrong");
    S3Exception refusal = s3.refusal(head);
    assertThat(shown(refusal))
        .startsWith(
            "403 SignatureDoesNotMatch\nThe request signature we calculated does not match the"
                + " signature you provided. Check your key and signing method."
                + "\nAWSAccessKeyId=AKIAIOSFODNN7EXAMPLE\nStringToSign=GET\n\n\n"
                + DATE
                + "\n/b/k\nSignatureProvided=wrong\nStringToSignBytes=47 45 54 0a 0a 0a 46 72")
        .doesNotContain("CanonicalRequest");
  }

  @Test
  void secondBlankIsRefused() {
    assertThat(shown(s3.refusal(changed(get(), "Authorization", "AWS AKIA: x"))))
        .isEqualTo(
            "400 InvalidArgument\nAuthorization header is invalid -- one and only one ' ' (space)"
                + " required\nArgumentName=Authorization\nArgumentValue=AWS AKIA: x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AWS AKIA", "AWS :signature", "AWS AKIA:"})
  void keyAndSignatureAreRequired(String value) {
    assertThat(shown(s3.refusal(changed(get(), "Authorization", value))))
        .isEqualTo(
            "400 InvalidArgument\nAWS authorization header is invalid.  Expected"
                + " AwsAccessKeyId:signature\nArgumentName=Authorization\nArgumentValue="
                + value);
  }

  @Test
  void dateIsRequired() {
    assertThat(shown(s3.refusal(changed(get(), "Date", null))))
        .isEqualTo(
            "403 AccessDenied\nAWS authentication requires a valid Date or x-amz-date header");
  }

  @Test
  void skewIsRefusedInTheHeaderOnly() {
    s3.at(Authenticating.SIGNED.plusSeconds(901));
    assertThat(shown(s3.refusal(get()))).contains("RequestTimeTooSkewed", "RequestTime=" + DATE);
    s3.at(Authenticating.SIGNED.minusSeconds(100_000));
    s3.authenticate(url());
  }

  @Test
  void unknownKeyIsRefused() {
    RequestHead head = changed(get(), "Authorization", "AWS AKUNKNOWN:x");
    assertThat(shown(s3.refusal(head))).endsWith("AWSAccessKeyId=AKUNKNOWN");
    new Authenticating(AuthenticationMode.LENIENT).authenticate(head);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AWSAccessKeyId", "Expires", "Signature"})
  void everyParameterIsRequired(String name) {
    RequestHead url = url();
    String without = url.rawQuery().replaceFirst("&?" + name + "=[^&]*", "");
    assertThat(shown(s3.refusal(query(url, without))))
        .isEqualTo(
            "403 AccessDenied\nQuery-string authentication requires the Signature, Expires and"
                + " AWSAccessKeyId parameters");
  }

  @Test
  void expiresMustBeANumber() {
    RequestHead url = url();
    assertThat(s3.refusal(query(url, url.rawQuery().replace(EXPIRES, "soon"))).error().status())
        .isEqualTo(403);
  }

  @Test
  void expiredUrlIsRefused() {
    s3.at(Authenticating.SIGNED.plusSeconds(60));
    s3.authenticate(url());
    s3.at(Authenticating.SIGNED.plusSeconds(61));
    assertThat(shown(s3.refusal(url())))
        .isEqualTo(
            "403 AccessDenied\nRequest has expired\nExpires=2013-05-24T00:01:00Z"
                + "\nServerTime=2013-05-24T00:01:01Z");
  }

  @Test
  void unsignedContentTypeIsFatal() {
    assertThat(s3.refusal(plus(url(), "Content-Type", "text/plain")).error().code())
        .isEqualTo("SignatureDoesNotMatch");
  }

  @Test
  void hoistedHeadersCountAsHeaders() {
    s3.authenticate(
        presigned(
            "PUT",
            "/b/k",
            "content-type=text%2Fplain&x-amz-acl=private&",
            "PUT\n\ntext/plain\n" + EXPIRES + "\nx-amz-acl:private\n/b/k",
            "Host",
            HOST));
  }

  @Test
  void responseOverridesAreSignedDecoded() {
    s3.authenticate(
        presigned(
            "GET",
            "/b/k",
            "response-content-type=text%2Fplain&",
            "GET\n\n\n" + EXPIRES + "\n/b/k?response-content-type=text/plain",
            "Host",
            HOST));
  }

  private String reason(RequestHead head) {
    S3Exception refusal = s3.refusal(head);
    assertThat(refusal.error().code()).isEqualTo("SignatureDoesNotMatch");
    return refusal.reason().orElseThrow();
  }

  @Test
  void mistakesAreNamed() {
    String end = "\n\n\n" + DATE + "\n";
    RequestHead get = get();
    assertThat(reason(changed(get, "Authorization", "AWS AKIAIOSFODNN7EXAMPLE:x")))
        .startsWith("No single change explains the signature.");
    assertThat(reason(with(get, sign(Signer.SECRET + "\n", "GET" + end + "/b/k"))))
        .startsWith("The client's secret access key ends with a line break");
    assertThat(reason(with(get, sign("HEAD" + end + "/b/k"))))
        .isEqualTo("The request came as GET, but was signed for HEAD.");
    assertThat(reason(with(get, sign("GET" + end + "/k"))))
        .startsWith("The client did not sign the bucket");
    assertThat(reason(query(get, "acl")))
        .isEqualTo("The client did not sign the sub-resources of the query.");
    assertThat(reason(plus(url(), "Content-Type", "text/plain")))
        .isEqualTo("The Content-Type \"text/plain\" was not signed, which Version 2 demands.");
    assertThat(reason(plus(get, "Content-MD5", "x")))
        .isEqualTo("The Content-MD5 was not signed, which Version 2 demands.");
    assertThat(reason(plus(get, "x-amz-acl", "private")))
        .isEqualTo("The client did not sign the headers of S3.");
    RequestHead blank =
        header("GET", "/b/a%20b", "", "GET" + end + "/b/a b", "Host", HOST, "Date", DATE);
    assertThat(reason(blank)).isEqualTo("The client signed the path without encoding it.");
  }

  private static RequestHead with(RequestHead head, String signature) {
    return changed(head, "Authorization", "AWS AKIAIOSFODNN7EXAMPLE:" + signature);
  }
}

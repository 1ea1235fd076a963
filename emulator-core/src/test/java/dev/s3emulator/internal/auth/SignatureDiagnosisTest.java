package dev.s3emulator.internal.auth;

import static dev.s3emulator.internal.auth.Authenticating.changed;
import static dev.s3emulator.internal.auth.Authenticating.plus;
import static dev.s3emulator.internal.auth.Authenticating.query;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.protocol.RequestHead;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each mistake that clients and proxies are known for is named in the journal. */
class SignatureDiagnosisTest {

  private static final String HOST = "127.0.0.1:9000";

  private final Authenticating s3 = new Authenticating();
  private final Signer signer = new Signer();

  private RequestHead get(String... more) {
    return signer.inHeader("GET", "/bucket/key", "", withHost(more));
  }

  private static String[] withHost(String... more) {
    return Stream.concat(Stream.of("Host", HOST), Stream.of(more)).toArray(String[]::new);
  }

  private String reason(RequestHead head) {
    S3Exception refusal = s3.refusal(head);
    assertThat(refusal.error().code()).isEqualTo("SignatureDoesNotMatch");
    return refusal.reason().orElseThrow();
  }

  private static RequestHead path(RequestHead head, String path) {
    return new RequestHead(
        head.method(), path, head.rawQuery(), head.headers(), false, "127.0.0.1");
  }

  private static RequestHead method(RequestHead head, String method) {
    return new RequestHead(
        method, head.rawPath(), head.rawQuery(), head.headers(), false, "127.0.0.1");
  }

  /** Signs what {@code signed} says, whatever is sent. */
  private RequestHead signing(
      RequestHead sent, SortedMap<String, String> signed, String path, String query, String hash) {
    String signature = signer.signature(sent.method(), path, query, signed, hash);
    String authorization = sent.headers().first("Authorization");
    return changed(
        sent,
        "Authorization",
        authorization.replaceFirst("Signature=.*", "Signature=" + signature));
  }

  private static SortedMap<String, String> signedHeaders(RequestHead head) {
    SortedMap<String, String> signed = new TreeMap<>();
    head.headers()
        .forEach(
            (name, value) -> {
              if (!name.equals("Authorization")) {
                signed.put(name.toLowerCase(Locale.ROOT), value);
              }
            });
    return signed;
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", " "})
  void whiteSpaceBehindTheSecret(String end) {
    signer.secret += end;
    assertThat(reason(get()))
        .startsWith(
            "The client's secret access key ends with a "
                + (end.equals(" ") ? "blank" : "line break"));
  }

  @Test
  void whiteSpaceAroundTheRegisteredSecret() {
    s3.add(Credential.permanent(Signer.ACCESS_KEY, Signer.SECRET + "\n", Authenticating.ALICE));
    assertThat(reason(get()))
        .isEqualTo(
            "The secret access key that the server was given begins or ends with white space.");
  }

  @Test
  void secretOfAnotherKey() {
    s3.add(Credential.permanent("AKALICE", "alices secret", Authenticating.ALICE));
    signer.secret = "alices secret";
    assertThat(reason(get()))
        .isEqualTo(
            "The request names the access key AKIAIOSFODNN7EXAMPLE, but is signed with the secret"
                + " of AKALICE.");
  }

  @Test
  void idInThePlaceOfTheSecret() {
    signer.secret = Signer.ACCESS_KEY;
    assertThat(reason(get())).isEqualTo("The client used the id of the access key as its secret.");
  }

  @Test
  void emptySecret() {
    signer.secret = "";
    assertThat(reason(get())).isEqualTo("The client's secret access key is empty.");
  }

  @Test
  void unknownSecret() {
    signer.secret = "another";
    assertThat(reason(get()))
        .startsWith(
            "No single change explains the signature. Most likely the client has another secret"
                + " access key for AKIAIOSFODNN7EXAMPLE than the server;");
  }

  @ParameterizedTest
  @CsvSource({"GET, HEAD", "HEAD, GET", "GET, PUT", "PUT, POST", "GET, DELETE"})
  void otherMethod(String signed, String sent) {
    RequestHead url = signer.inQuery(signed, "/bucket/key", "", 60, "Host", HOST);
    assertThat(reason(method(url, sent)))
        .isEqualTo("The request came as " + sent + ", but was signed for " + signed + ".");
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1:9000, 127.0.0.1",
    "127.0.0.1:9000, localhost:9000",
    "localhost:9000, localhost",
    "localhost:9000, 127.0.0.1:9000",
    "s3.example.com:80, s3.example.com",
    "s3.example.com, s3.example.com:443",
    "S3.Example.com, s3.example.com"
  })
  void otherHost(String arrived, String signed) {
    RequestHead head = signer.inHeader("GET", "/bucket/key", "", "Host", signed);
    assertThat(reason(changed(head, "Host", arrived)))
        .startsWith(
            "The Host header arrived as \""
                + arrived
                + "\", but was signed as \""
                + signed
                + "\":");
  }

  @Test
  void hostThatAProxyKeptInAnotherHeader() {
    RequestHead head = signer.inHeader("GET", "/bucket/key", "", "Host", "s3.intern");
    assertThat(reason(plus(changed(head, "Host", "10.1.2.3"), "X-Forwarded-Host", "s3.intern")))
        .contains("but was signed as \"s3.intern\"");
  }

  static Stream<Arguments> otherPaths() {
    return Stream.of(
        Arguments.of("/bucket/a%20b", "/bucket/a%2520b", "The client encoded the path twice"),
        Arguments.of("/bucket/a%20b", "/bucket/a+b", "The client encodes blanks in the path as +"),
        Arguments.of("/bucket/a%20b", "/bucket/a b", "without encoding it"),
        Arguments.of("/bucket/a$b", "/bucket/a$b", "The client signed the path as it sent it"),
        Arguments.of("/bucket/a/b", "/bucket%2Fa%2Fb", "The client encodes the slashes"),
        Arguments.of("/bucket/a%2Ab", "/bucket/a%2ab", "lower-case hex digits"),
        Arguments.of("/bucket/a//b", "/bucket/a/b", "Repeated slashes were made one"),
        Arguments.of("/bucket/a/../b", "/bucket/b", "The client normalized the path"),
        Arguments.of("/bucket/", "/bucket", "A slash at the end of the path came or went"),
        Arguments.of("/bucket", "/bucket/", "A slash at the end of the path came or went"),
        Arguments.of(
            "/proxy/bucket/key", "/bucket/key", "The first segment of the path was added"));
  }

  @ParameterizedTest(name = "{0} signed as {1}")
  @MethodSource("otherPaths")
  void otherPath(String sent, String signed, String reason) {
    RequestHead head = path(get(), sent);
    assertThat(reason(signing(head, signedHeaders(head), signed, "", Signer.EMPTY)))
        .contains(reason)
        .contains("Signed: \"" + signed + "\"");
  }

  @Test
  void bucketMovedIntoTheHost() {
    RequestHead head = signer.inHeader("GET", "/key", "", "Host", "bucket.localhost");
    assertThat(reason(signing(head, signedHeaders(head), "/bucket/key", "", Signer.EMPTY)))
        .startsWith("The client signed the bucket in the path, but sent it in the host");
  }

  static Stream<Arguments> otherQueries() {
    return Stream.of(
        Arguments.of("prefix=a%20b", "prefix=a+b", "The client encodes blanks in the query as +"),
        Arguments.of("prefix=a+b", "prefix=a%2Bb", "a plus sign that it did not encode"),
        Arguments.of("prefix=a%2Fb", "prefix=a/b", "The client leaves slashes in the query"),
        Arguments.of("prefix=a%20b", "prefix=a%2520b", "The client encoded the query twice"),
        Arguments.of("prefix=a*b", "prefix=a*b", "The client signed the query as it sent it"),
        Arguments.of("max-keys=1&prefix=a", "max-keys=1", "\"prefix\" of the query was not signed"),
        Arguments.of("max-keys=1", "", "The client signed no query at all"));
  }

  @ParameterizedTest(name = "{0} signed as {1}")
  @MethodSource("otherQueries")
  void otherQuery(String sent, String signed, String reason) {
    RequestHead head = query(get(), sent);
    assertThat(reason(signing(head, signedHeaders(head), "/bucket/key", signed, Signer.EMPTY)))
        .contains(reason);
  }

  @Test
  void parameterAddedToAPresignedUrl() {
    RequestHead url = signer.inQuery("GET", "/bucket/key", "", 60, "Host", HOST);
    assertThat(reason(query(url, url.rawQuery() + "&response-content-type=text%2Fplain")))
        .isEqualTo(
            "The parameter \"response-content-type\" of the query was not signed: it was added"
                + " after signing.");
  }

  @Test
  void tokenAddedToAPresignedUrl() {
    s3.add(
        new Credential(
            Signer.ACCESS_KEY,
            Signer.SECRET,
            Optional.of("token"),
            Optional.empty(),
            Authenticating.ALICE));
    RequestHead url = signer.inQuery("GET", "/bucket/key", "", 60, "Host", HOST);
    assertThat(reason(query(url, url.rawQuery() + "&X-Amz-Security-Token=token")))
        .startsWith("The parameter \"X-Amz-Security-Token\" of the query was not signed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UNSIGNED-PAYLOAD",
        "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
        "STREAMING-UNSIGNED-PAYLOAD-TRAILER"
      })
  void otherPayloadHash(String signed) {
    RequestHead head = get();
    assertThat(reason(signing(head, signedHeaders(head), "/bucket/key", "", signed)))
        .isEqualTo(
            "The last line of the canonical request is the payload hash \""
                + Signer.EMPTY
                + "\", but was signed as \""
                + signed
                + "\".");
  }

  static Stream<Arguments> otherHeaders() {
    return Stream.of(
        Arguments.of("content-type", "text/plain; charset=UTF-8", "text/plain"),
        Arguments.of("content-type", "text/plain", "text/plain; charset=UTF-8"),
        Arguments.of("content-type", "text/plain", ""),
        Arguments.of("accept-encoding", "gzip", "identity"),
        Arguments.of("connection", "close", "keep-alive"),
        Arguments.of("x-amz-meta-a", "two  blanks", "two  blanks"));
  }

  @ParameterizedTest(name = "{0}: {1} signed as {2}")
  @MethodSource("otherHeaders")
  void otherHeaderValue(String name, String arrived, String signed) {
    RequestHead head = get(name, arrived);
    SortedMap<String, String> values = signedHeaders(head);
    values.put(name, signed);
    assertThat(reason(signing(head, values, "/bucket/key", "", Signer.EMPTY)))
        .startsWith(
            "The line \""
                + name
                + ":"
                + arrived.replace("  ", " ")
                + "\" of the canonical request was signed as \""
                + name
                + ":"
                + signed
                + "\":");
  }

  @Test
  void headerThatAProxyTookAway() {
    RequestHead head = changed(get("expect", "100-continue"), "expect", null);
    assertThat(reason(head))
        .isEqualTo(
            "The header expect was signed as \"100-continue\", but did not arrive: something"
                + " between the client and the server took it away.");
  }

  @Test
  void headerOfUnknownValueThatAProxyTookAway() {
    RequestHead head = changed(get("x-trace", "17"), "x-trace", null);
    assertThat(reason(head))
        .isEqualTo(
            "The client signed the header x-trace, but it did not arrive: something between the"
                + " client and the server took it away.");
  }

  @Test
  void headerInTheListThatWasNotSigned() {
    RequestHead head = get("x-amz-security-token-hint", "abc");
    SortedMap<String, String> signed = signedHeaders(head);
    signed.remove("x-amz-security-token-hint");
    assertThat(reason(signing(head, signed, "/bucket/key", "", Signer.EMPTY)))
        .isEqualTo(
            "The header x-amz-security-token-hint stands in the list of signed headers, but the"
                + " client did not sign it.");
  }

  @Test
  void unsortedHeaders() {
    RequestHead head = get();
    SortedMap<String, String> backwards = new TreeMap<>(Comparator.reverseOrder());
    backwards.putAll(signedHeaders(head));
    RequestHead signed = signing(head, backwards, "/bucket/key", "", Signer.EMPTY);
    String authorization =
        signed
            .headers()
            .first("Authorization")
            .replace(
                "host;x-amz-content-sha256;x-amz-date", "x-amz-date;x-amz-content-sha256;host");
    assertThat(reason(changed(signed, "Authorization", authorization)))
        .startsWith("The client did not sort the signed headers");
  }

  @ParameterizedTest
  @CsvSource({
    "region, us-east-1, eu-central-1",
    "region, us-east-1, aws-global",
    "service, s3, execute-api",
    "date, 20130524, 20130523",
    "date, 20130524, 20130525"
  })
  void otherScopeOfTheKey(String part, String named, String used) {
    RequestHead head = get();
    SortedMap<String, String> signed = signedHeaders(head);
    Signer other = new Signer();
    other.named = "20130524/us-east-1/s3/aws4_request";
    switch (part) {
      case "region" -> other.region = used;
      case "service" -> other.service = used;
      default -> other.date = used;
    }
    String signature = other.signature("GET", "/bucket/key", "", signed, Signer.EMPTY);
    String authorization =
        head.headers()
            .first("Authorization")
            .replaceFirst("Signature=.*", "Signature=" + signature);
    assertThat(reason(changed(head, "Authorization", authorization)))
        .startsWith("The client derived its signing key for ")
        .endsWith("but its credential has the " + part + " \"" + named + "\".");
  }

  @Test
  void timeOfTheDateHeader() {
    RequestHead head = get("Date", "Fri, 24 May 2013 00:01:00 GMT");
    Signer other = new Signer();
    other.time = "20130524T000100Z";
    String signature = other.signature("GET", "/bucket/key", "", signedHeaders(head), Signer.EMPTY);
    String authorization =
        head.headers()
            .first("Authorization")
            .replaceFirst("Signature=.*", "Signature=" + signature);
    assertThat(reason(changed(head, "Authorization", authorization)))
        .isEqualTo(
            "The second line of the string to sign is the x-amz-date 20130524T000000Z, but the"
                + " client signed the time of the header Date, 20130524T000100Z.");
  }

  @Test
  void requestWithoutPathIsDiagnosedToo() {
    RequestHead head = path(get(), "");
    assertThat(reason(head)).isNotEmpty();
  }
}

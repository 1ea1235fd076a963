package dev.s3emulator.internal.auth.sigv4;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.protocol.RequestHead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The canonical request, part by part (protocol-notes 1). */
class CanonicalRequestTest {

  @ParameterizedTest
  @CsvSource({
    "/, /",
    "/a/b, /a/b",
    "/a//b/./../c/, /a//b/./../c/",
    "/a%20b, /a%20b",
    "/a%2fb, /a/b",
    "/a%2Fb, /a/b",
    "/a+b, /a%2Bb",
    "/test$file.text, /test%24file.text",
    "/%7Euser/%41, /~user/A",
    "/a%2520b, /a%2520b",
    "/%e2%82%ac, /%E2%82%AC",
    "/!*'(), /%21%2A%27%28%29",
    "/a:b@c;d=e, /a%3Ab%40c%3Bd%3De",
    "/a%, /a%25",
    "/a%g1, /a%25g1"
  })
  void pathIsDecodedOnceAndEncodedOnce(String sent, String canonical) {
    assertThat(UriEncoding.path(sent)).isEqualTo(canonical);
  }

  @Test
  void rawBytesOfAPathAreEncoded() {
    String sent = new String("/ü€".getBytes(UTF_8), ISO_8859_1);
    assertThat(UriEncoding.path(sent)).isEqualTo("/%C3%BC%E2%82%AC");
  }

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "acl, acl=",
    "acl=, acl=",
    "b=2&a=1, a=1&b=2",
    "a=2&a=1, a=1&a=2",
    "a-b=1&a=2&aB=3, a=2&a-b=1&aB=3",
    "prefix=a/b, prefix=a%2Fb",
    "prefix=a%2fb, prefix=a%2Fb",
    "prefix=a+b, prefix=a%20b",
    "prefix=a%2Bb, prefix=a%2Bb",
    "a=b=c, a=b%3Dc",
    "a=1&&b=2&, a=1&b=2",
    "X-Amz-Signature=x&a=1, a=1",
    "x-amz-signature=x, x-amz-signature=x"
  })
  void queryIsEncodedAndSorted(String sent, String canonical) {
    assertThat(CanonicalQuery.of(sent).text()).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "\"\", \"\"",
        "a, a",
        "\" a \", a",
        "a b, a b",
        "\"  a   b  \", a b",
        "\"a\tb\", a b",
        "\"  \", \"\"",
        "'a  b', 'a b'"
      })
  void valuesAreTrimmedAndFolded(String sent, String canonical) {
    assertThat(CanonicalHeaders.fold(sent)).isEqualTo(canonical);
  }

  @Test
  void headersAreThoseOfTheListSortedAndJoined() {
    RequestHead head =
        new RequestHead(
            "PUT",
            "/b/k",
            "uploadId=x",
            Headers.of(
                "X-Amz-Meta-A", " 1 ", "Host", "h:1", "x-amz-meta-a", "2  3", "Unsigned", "x"),
            false,
            "127.0.0.1");
    CanonicalRequest canonical =
        CanonicalRequest.of(head, SignedHeaders.parse("X-Amz-Meta-A;absent;host"), "hash");
    assertThat(canonical.text())
        .isEqualTo(
            """
            PUT
            /b/k
            uploadId=x
            absent:
            host:h:1
            x-amz-meta-a:1,2 3

            absent;host;x-amz-meta-a
            hash""");
  }

  @ParameterizedTest
  @CsvSource({
    "20130524T000000Z, 2013-05-24T00:00:00Z",
    "20240229T235959Z, 2024-02-29T23:59:59Z",
    "20230229T000000Z,",
    "20130524T000000,",
    "2013-05-24T00:00:00Z,",
    "20130524t000000z,",
    "２0130524T000000Z,"
  })
  void dateHasOneForm(String text, String time) {
    AmzDate date = AmzDate.parse(text);
    assertThat(date == null ? null : date.time().toString()).isEqualTo(time);
    if (date != null) {
      assertThat(AmzDate.of(date.time())).isEqualTo(date);
    }
  }

  @Test
  void derivedKeysAreRememberedButNotWithoutEnd() {
    SigningKeys keys = new SigningKeys();
    CredentialScope scope = scope("20130524");
    SigningKey first = keys.of("secret", scope);
    assertThat(keys.of("secret", scope)).isSameAs(first);
    assertThat(keys.of("other", scope).sign("x")).isNotEqualTo(first.sign("x"));
    for (int i = 0; i < 300; i++) {
      SigningKey unused = keys.of("secret" + i, scope);
      assertThat(unused).isNotNull();
    }
    assertThat(keys.of("secret", scope)).isNotSameAs(first);
    assertThat(keys.of("secret", scope).sign("x")).isEqualTo(first.sign("x"));
  }

  private static CredentialScope scope(String date) {
    return new CredentialScope("AKIA", date, "us-east-1", "s3", "aws4_request");
  }
}

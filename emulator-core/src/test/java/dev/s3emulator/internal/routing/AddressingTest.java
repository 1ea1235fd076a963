package dev.s3emulator.internal.routing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.protocol.Endpoint;
import dev.s3emulator.internal.protocol.Endpoint.Kind;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.RequestTarget;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bucket and key of host and path (protocol-notes 7). */
class AddressingTest {

  private final Addressing addressing = new Addressing(List.of("S3.test", "test", "s3.node1"));

  @ParameterizedTest
  @CsvSource({
    "b.s3.us-east-1.amazonaws.com, b",
    "b.s3.amazonaws.com, b",
    "b.s3-us-west-2.amazonaws.com, b",
    "b.s3.cn-north-1.amazonaws.com.cn, b",
    "b.s3.us-gov-west-1.amazonaws.com, b",
    "b.s3.dualstack.eu-west-1.amazonaws.com, b",
    "b.s3-fips.us-east-1.amazonaws.com, b",
    "b.s3-fips.dualstack.us-east-1.amazonaws.com, b",
    "b.s3-accelerate.amazonaws.com, b",
    "b.s3-accelerate.dualstack.amazonaws.com, b",
    "my.dotted.bucket.s3.us-east-1.amazonaws.com, my.dotted.bucket",
    "s3.s3.amazonaws.com, s3",
    "b.localhost, b",
    "b.localhost:9000, b",
    "b.s3.localhost:9000, b",
    "a.b.c.localhost, a.b.c",
    "b.s3.test, b",
    "B.S3.TEST, b",
    "b.test, b",
    "my.s3.test, my",
    "b.s3.node1:80, b",
    "192.168.1.1.s3.test, 192.168.1.1"
  })
  void hostInFrontOfADomainIsTheBucket(String host, String bucket) {
    assertThat(onlyNames(resolve(host, "/"))).isEqualTo(new RequestTarget(bucket, null));
    assertThat(onlyNames(resolve(host, "/p/q"))).isEqualTo(target(bucket, "p/q"));
    assertThat(resolve(host, "/").isWebsite()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3.us-east-1.amazonaws.com",
        "s3.amazonaws.com",
        "s3-eu-west-1.amazonaws.com",
        "s3.dualstack.eu-west-1.amazonaws.com",
        "s3-fips.us-gov-east-1.amazonaws.com",
        "localhost",
        "LOCALHOST:9000",
        "s3.localhost",
        "s3.test:9000",
        "test",
        "127.0.0.1",
        "127.0.0.1:9000",
        "10.1.2.3",
        "[::1]",
        "[::1]:9000",
        "[2001:db8::1]:80",
        "minio",
        "minio:9000",
        "host.docker.internal",
        "b.example.org",
        "notlocalhost",
        ".localhost",
        ""
      })
  void everyOtherHostIsPathStyle(String host) {
    assertThat(onlyNames(resolve(host, "/"))).isEqualTo(RequestTarget.SERVICE);
    assertThat(onlyNames(resolve(host, "/b"))).isEqualTo(new RequestTarget("b", null));
    assertThat(onlyNames(resolve(host, "/b/"))).isEqualTo(new RequestTarget("b", null));
    assertThat(onlyNames(resolve(host, "/b/p/q"))).isEqualTo(target("b", "p/q"));
  }

  @ParameterizedTest
  @CsvSource({
    "b.s3.us-east-1.amazonaws.com, REST, us-east-1",
    "s3.eu-west-1.amazonaws.com, REST, eu-west-1",
    "s3-eu-west-1.amazonaws.com:443, REST, eu-west-1",
    "b.s3-fips.us-gov-west-1.amazonaws.com, REST, us-gov-west-1",
    "b.s3.dualstack.ap-southeast-2.amazonaws.com, REST, ap-southeast-2",
    "b.s3-fips.dualstack.us-east-1.amazonaws.com, REST, us-east-1",
    "b.s3.cn-north-1.amazonaws.com.cn, REST, cn-north-1",
    "b.s3.amazonaws.com, REST,",
    "s3.amazonaws.com, REST,",
    "b.localhost, REST,",
    "127.0.0.1, REST,",
    "b.s3-accelerate.amazonaws.com, ACCELERATE,",
    "b.s3-accelerate.dualstack.amazonaws.com, ACCELERATE,",
    "b.s3-website-us-east-1.amazonaws.com, WEBSITE, us-east-1",
    "b.s3-website.eu-central-1.amazonaws.com, WEBSITE, eu-central-1",
    "b.s3-website.cn-north-1.amazonaws.com.cn, WEBSITE, cn-north-1",
    "b.s3-website.localhost, WEBSITE,"
  })
  void hostSaysKindAndRegion(String host, Kind kind, @Nullable String region) {
    assertThat(resolve(host, "/").endpoint())
        .isEqualTo(new Endpoint(kind, Optional.ofNullable(region)));
    assertThat(resolve(host, "/b/k").endpoint())
        .isEqualTo(new Endpoint(kind, Optional.ofNullable(region)));
  }

  @ParameterizedTest
  @CsvSource({
    "b.s3-website-us-east-1.amazonaws.com, b",
    "www.example.com.s3-website-us-east-1.amazonaws.com, www.example.com",
    "b.s3-website.eu-central-1.amazonaws.com:80, b",
    "b.s3-website.localhost, b",
    "b.s3-website.localhost:9000, b",
    "B.S3-Website.LocalHost:9000, b",
    "www.example.com.s3-website.localhost, www.example.com",
    "b.s3-website.s3.test, b",
    "b.s3-website.s3.node1:80, b"
  })
  void hostInFrontOfAWebsiteDomainIsAWebsite(String host, String bucket) {
    assertThat(onlyNames(resolve(host, "/"))).isEqualTo(new RequestTarget(bucket, null));
    assertThat(onlyNames(resolve(host, "/p/q"))).isEqualTo(target(bucket, "p/q"));
    assertThat(resolve(host, "/").level()).isEqualTo(RequestTarget.Level.WEBSITE);
    assertThat(resolve(host, "/p/q").level()).isEqualTo(RequestTarget.Level.WEBSITE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3-accelerate.amazonaws.com", "s3-accelerate.dualstack.amazonaws.com"})
  void accelerationHasNoPathStyle(String host) {
    S3Exception refusal = catchThrowableOfType(S3Exception.class, () -> resolve(host, "/b/k"));

    assertThat(refusal.error()).isEqualTo(S3Error.INVALID_REQUEST);
    assertThat(refusal)
        .hasMessage(
            "Amazon S3 Transfer Acceleration endpoint only supports virtual style requests");
  }

  @Test
  void bucketMayBeNamedLikeAWebsite() {
    assertThat(resolve("s3-website.localhost", "/"))
        .isEqualTo(new RequestTarget("s3-website", null));
  }

  @Test
  void missingHostIsPathStyle() {
    RequestHead head = new RequestHead("GET", "/b/k", "", Headers.EMPTY, false, "127.0.0.1");

    assertThat(addressing.resolve(head)).isEqualTo(target("b", "k"));
  }

  @ParameterizedTest
  @CsvSource({
    "s3-website-us-east-1.amazonaws.com, website endpoints without a bucket",
    "s3-website.eu-central-1.amazonaws.com, website endpoints without a bucket",
    "name-111122223333.s3-accesspoint.us-east-1.amazonaws.com, access points",
    "name-111122223333.s3-accesspoint-fips.us-east-1.amazonaws.com, access points",
    "name-111122223333.s3-object-lambda.us-east-1.amazonaws.com, Object Lambda access points",
    "name-111122223333.op-1.s3-outposts.us-east-1.amazonaws.com, S3 on Outposts",
    "alias.accesspoint.s3-global.amazonaws.com, Multi-Region Access Points",
    "b--use1-az4--x-s3.s3express-use1-az4.us-east-1.amazonaws.com, directory buckets",
    "s3express-control.us-east-1.amazonaws.com, directory buckets"
  })
  void otherEndpointsAreNotEmulated(String host, String feature) {
    S3Exception refusal = catchThrowableOfType(S3Exception.class, () -> resolve(host, "/k"));

    assertThat(refusal.error()).isEqualTo(S3Error.NOT_IMPLEMENTED);
    assertThat(refusal.elements()).containsExactly(entry("Feature", feature));
  }

  @ParameterizedTest
  @CsvSource({
    "a//b, a//b",
    "/a, /a",
    "//, //",
    "/, /",
    "a/, a/",
    "a//, a//",
    "., .",
    "./a, ./a",
    "a/./b, a/./b",
    "a/../b, a/../b",
    "a/b/../.., a/b/../..",
    "..a, ..a",
    "a.., a..",
    "..., ...",
    "%2F, /",
    "a%2Fb, a/b",
    "a%2fb, a/b",
    "a+b, a+b",
    "a%2Bb, a+b",
    "a%20b, 'a b'",
    "%20a%20, ' a '",
    "a%252Fb, a%2Fb",
    "%41, A",
    "a%3Fb, a?b",
    "a%26b=c;d, a&b=c;d",
    "%E2%82%AC, €",
    "%F0%9F%98%80, \uD83D\uDE00",
    "€/\uD83D\uDE00, €/\uD83D\uDE00",
    "soap, soap",
    "a:b@c, a:b@c"
  })
  void keyIsThePathDecodedOnceAndNotNormalized(String path, String key) {
    assertThat(resolve("127.0.0.1", "/b/" + path)).isEqualTo(target("b", key));
    assertThat(resolve("b.s3.test", "/" + path)).isEqualTo(target("b", key));
  }

  @Test
  void controlCharactersAreKeysToo() {
    assertThat(resolve("127.0.0.1", "/b/%00%0A%0D%7F")).isEqualTo(target("b", "\0\n\r\u007F"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%",
        "a%2",
        "a%zz",
        "a%2z",
        "%FF",
        "%C3",
        "%ED%A0%80",
        "%C0%AF",
        "..",
        "../b",
        "a/../..",
        "a/../../b",
        "a/../%2E%2E",
        "./..",
        "a//../..",
        "/.."
      })
  void pathThatCannotBeReadIsInvalid(String path) {
    S3Exception refusal =
        catchThrowableOfType(S3Exception.class, () -> resolve("127.0.0.1", "/b/" + path));

    assertThat(refusal.error()).isEqualTo(S3Error.INVALID_URI);
    assertThat(refusal).hasMessage("Couldn't parse the specified URI.");
    assertThat(refusal.elements()).containsExactly(entry("URI", "/b/" + path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"//", "//k", "//b/k"})
  void pathStyleNeedsABucket(String path) {
    S3Exception refusal = catchThrowableOfType(S3Exception.class, () -> resolve("127.0.0.1", path));

    assertThat(refusal.error()).isEqualTo(S3Error.INVALID_BUCKET_NAME);
    assertThat(refusal.elements()).containsExactly(entry("BucketName", ""));
  }

  @Test
  void bucketOfThePathIsDecoded() {
    assertThat(resolve("127.0.0.1", "/my%2Dbucket/k")).isEqualTo(target("my-bucket", "k"));
    assertThat(catchThrowableOfType(S3Exception.class, () -> resolve("127.0.0.1", "/%FF/k")))
        .extracting(S3Exception::error)
        .isEqualTo(S3Error.INVALID_URI);
  }

  private RequestTarget resolve(String host, String path) {
    // A transport hands over raw bytes as ISO-8859-1 characters.
    String raw = new String(path.getBytes(UTF_8), ISO_8859_1);
    return addressing.resolve(
        new RequestHead("GET", raw, "", Headers.of("Host", host), false, "127.0.0.1"));
  }

  private static RequestTarget onlyNames(RequestTarget target) {
    return new RequestTarget(target.bucketName(), target.key());
  }

  private static RequestTarget target(String bucket, String key) {
    return new RequestTarget(bucket, ObjectKey.of(key));
  }
}

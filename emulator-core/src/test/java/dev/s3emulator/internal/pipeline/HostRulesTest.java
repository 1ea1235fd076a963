package dev.s3emulator.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.BucketConfiguration;
import dev.s3emulator.internal.domain.Change;
import dev.s3emulator.internal.domain.configuration.AccelerateConfiguration;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hosts of S3 and the buckets that they serve (protocol-notes 7). */
class HostRulesTest {

  private final InProcessS3 s3 = new InProcessS3();

  @BeforeEach
  void createBuckets() {
    s3.send("PUT", "/alpha");
    s3.send("PUT", "/alpha/k", Headers.EMPTY, "text");
    s3.send("PUT", "/do.tted");
    s3.send(
        "PUT",
        "/beta",
        Headers.EMPTY,
        "<CreateBucketConfiguration><LocationConstraint>eu-west-1</LocationConstraint></CreateBucketConfiguration>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alpha.localhost",
        "alpha.localhost:9000",
        "alpha.s3.localhost",
        "alpha.s3.test",
        "alpha.s3.amazonaws.com",
        "alpha.s3.us-east-1.amazonaws.com",
        "alpha.s3-us-east-1.amazonaws.com",
        "alpha.s3.dualstack.us-east-1.amazonaws.com",
        "alpha.s3-fips.us-east-1.amazonaws.com",
        "alpha.s3-fips.dualstack.us-east-1.amazonaws.com"
      })
  void virtualHostedRequestsReachTheBucket(String host) {
    assertThat(get(host, "/k").text()).isEqualTo("text");
    assertThat(get(host, "/?location").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:9000",
        "127.0.0.1",
        "[::1]:9000",
        "s3.amazonaws.com",
        "s3.us-east-1.amazonaws.com",
        "s3-us-east-1.amazonaws.com",
        "s3.dualstack.us-east-1.amazonaws.com",
        "s3-fips.us-east-1.amazonaws.com",
        "minio:9000"
      })
  void pathStyleRequestsReachTheBucket(String host) {
    assertThat(get(host, "/alpha/k").text()).isEqualTo("text");
    assertThat(get(host, "/").status()).isEqualTo(200);
  }

  @Test
  void bucketNamesMayHoldDots() {
    s3.send("PUT", "/do.tted/k", Headers.EMPTY, "dots");

    assertThat(get("do.tted.s3.us-east-1.amazonaws.com", "/k").text()).isEqualTo("dots");
    assertThat(get("do.tted.localhost", "/k").text()).isEqualTo("dots");
    assertThat(get("localhost", "/do.tted/k").text()).isEqualTo("dots");
  }

  @ParameterizedTest
  @CsvSource({
    "beta.s3.us-east-1.amazonaws.com, /k",
    "beta.s3.us-east-1.amazonaws.com, /",
    "s3.us-west-2.amazonaws.com, /beta/k",
    "s3-us-west-2.amazonaws.com, /beta",
    "beta.s3.dualstack.us-west-2.amazonaws.com, /k"
  })
  void theHostOfAnotherRegionRedirects(String host, String path) {
    Answer answer = get(host, path);

    assertThat(answer.status()).isEqualTo(301);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>PermanentRedirect</Code><Message>The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.</Message><Bucket>beta</Bucket><Endpoint>beta.s3.eu-west-1.amazonaws.com</Endpoint></Error>");
    assertThat(answer.header("x-amz-bucket-region")).isEqualTo("eu-west-1");
  }

  @Test
  void headBucketLearnsTheRegionFromTheRedirect() {
    Answer answer = s3.send("HEAD", "/", Headers.of("Host", "beta.s3.us-east-1.amazonaws.com"));

    assertThat(answer.status()).isEqualTo(301);
    assertThat(answer.header("x-amz-bucket-region")).isEqualTo("eu-west-1");
    assertThat(answer.text()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"beta.s3.eu-west-1.amazonaws.com", "beta.s3.amazonaws.com", "beta.localhost"})
  void itsOwnRegionAndHostsWithoutOneServeABucket(String host) {
    assertThat(get(host, "/").status()).isEqualTo(200);
  }

  @Test
  void aMissingBucketIsMissingAtEveryHost() {
    assertThat(get("gamma.s3.eu-west-1.amazonaws.com", "/").xml())
        .contains("<Code>NoSuchBucket</Code>", "<BucketName>gamma</BucketName>");
    assertThat(get("gamma.s3-accelerate.amazonaws.com", "/").xml())
        .contains("<Code>NoSuchBucket</Code>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alpha.s3-accelerate.amazonaws.com",
        "alpha.s3-accelerate.dualstack.amazonaws.com"
      })
  void accelerationMustBeConfigured(String host) {
    assertThat(get(host, "/k").xml())
        .isEqualTo(
            "<Error><Code>InvalidRequest</Code><Message>Amazon S3 Transfer Acceleration is not configured on this bucket.</Message></Error>");

    configure("alpha", new AccelerateConfiguration(false));
    assertThat(get(host, "/k").xml())
        .isEqualTo(
            "<Error><Code>InvalidRequest</Code><Message>Amazon S3 Transfer Acceleration is disabled on this bucket.</Message></Error>");

    configure("alpha", new AccelerateConfiguration(true));
    assertThat(get(host, "/k").text()).isEqualTo("text");
  }

  @Test
  void accelerationNeedsANameWithoutDotsInTheHost() {
    assertThat(get("do.tted.s3-accelerate.amazonaws.com", "/k").xml())
        .contains(
            "<Message>Amazon S3 Transfer Acceleration is not supported for buckets with periods (.) in their names</Message>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/alpha", "/alpha/k"})
  void accelerationIsVirtualHostedOnly(String path) {
    Answer answer = get("s3-accelerate.amazonaws.com", path);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .contains(
            "<Message>Amazon S3 Transfer Acceleration endpoint only supports virtual style requests</Message>");
  }

  @Test
  void aWebsiteOfAnotherRegionSaysWhere() {
    Answer answer = get("beta.s3-website-us-east-1.amazonaws.com", "/");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text())
        .contains(
            "<li>Code: IncorrectEndpoint</li>",
            "<li>Endpoint: beta.s3-website.eu-west-1.amazonaws.com</li>");
  }

  private void configure(String bucket, BucketConfiguration configuration) {
    s3.engine()
        .changeBucket(
            bucket, b -> new Change<>(b.with(b.settings().with(configuration)), configuration));
  }

  private Answer get(String host, String path) {
    return s3.send("GET", path, Headers.of("Host", host));
  }
}

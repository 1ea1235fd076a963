package dev.s3emulator.internal.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.s3emulator.internal.domain.ObjectKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SigningServiceTest {

  private static final String HEADER =
      "AWS4-HMAC-SHA256 Credential=AKID/20130524/us-east-1/SERVICE/aws4_request,"
          + " SignedHeaders=host, Signature=0";

  @ParameterizedTest
  @CsvSource({
    "s3, S3",
    "s3express, S3_EXPRESS",
    "s3-object-lambda, S3_OBJECT_LAMBDA",
    "ec2, S3",
    "xs3express, S3",
    "S3EXPRESS, S3",
    "'', S3",
    "s3express/aws4_request/s3, S3_EXPRESS"
  })
  void credentialNamesTheService(String name, SigningService service) {
    assertThat(of(HEADER.replace("SERVICE", name), "")).isEqualTo(service);
    assertThat(
            of(
                null,
                "X-Amz-Credential=AKID%2F20130524%2Fus-east-1%2F"
                    + name.replace("/", "%2F")
                    + "%2Faws4_request"))
        .isEqualTo(service);
  }

  @ParameterizedTest
  @CsvSource({
    "AWS AKID:c2lnbmF0dXJl",
    "/aws4_request",
    "AWS4-HMAC-SHA256 Credential=AKID/20130524/us-east-1/s3express/aws5_request",
    "''"
  })
  void whatIsNoCredentialIsMeantForS3(String authorization) {
    assertThat(of(authorization, "")).isEqualTo(SigningService.S3);
    assertThat(of(null, "")).isEqualTo(SigningService.S3);
  }

  @ParameterizedTest
  @EnumSource(SigningService.class)
  void servicesAreFoundByTheirNames(SigningService service) {
    assertThat(SigningService.named(service.signingName())).isEqualTo(service);
  }

  @Test
  void otherNamesAreNoServices() {
    assertThatThrownBy(() -> SigningService.named("ec2"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No service signs requests for ec2");
  }

  @Test
  void directoryBucketsAreKnownByTheirNames() {
    ObjectKey key = ObjectKey.of("k");
    RequestTarget directory = new RequestTarget("b--use1-az4--x-s3", key);

    assertThat(SigningService.S3_EXPRESS.owns(directory)).isTrue();
    assertThat(SigningService.S3.owns(directory)).isFalse();
    assertThat(SigningService.S3_EXPRESS.owns(new RequestTarget("b", key))).isFalse();
    assertThat(SigningService.S3_EXPRESS.owns(RequestTarget.SERVICE)).isFalse();
  }

  private static SigningService of(String authorization, String query) {
    Headers headers =
        authorization == null ? Headers.EMPTY : Headers.of("Authorization", authorization);
    return SigningService.of(
        new RequestHead("GET", "/", query, headers, false, "127.0.0.1"),
        QueryParameters.parse(query));
  }
}

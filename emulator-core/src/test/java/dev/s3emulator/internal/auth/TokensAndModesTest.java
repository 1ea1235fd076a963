package dev.s3emulator.internal.auth;

import static dev.s3emulator.internal.auth.Authenticating.plus;
import static dev.s3emulator.internal.auth.Authenticating.shown;
import static dev.s3emulator.internal.auth.AuthenticationMode.LENIENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.protocol.Caller;
import dev.s3emulator.internal.protocol.RequestHead;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Temporary keys, and what the lenient mode lets pass. */
class TokensAndModesTest {

  private static final String HOST = "127.0.0.1:9000";
  private static final Credential TEMPORARY =
      new Credential(
          "ASIATEMPORARY",
          "temporary secret",
          Optional.of("the+token/=="),
          Optional.of(Authenticating.SIGNED.plusSeconds(60)),
          Authenticating.ALICE);

  private final Authenticating s3 = new Authenticating();
  private final Authenticating lenient = new Authenticating(LENIENT);
  private final Signer signer = new Signer();

  private RequestHead temporary(String... headers) {
    s3.add(TEMPORARY);
    lenient.add(TEMPORARY);
    signer.accessKey = TEMPORARY.accessKeyId();
    signer.secret = TEMPORARY.secretAccessKey();
    String[] all = new String[headers.length + 2];
    all[0] = "Host";
    all[1] = HOST;
    System.arraycopy(headers, 0, all, 2, headers.length);
    return signer.inHeader("GET", "/bucket/key", "", all);
  }

  @Test
  void temporaryKeyServesWithItsToken() {
    RequestHead head = temporary("x-amz-security-token", "the+token/==");
    assertThat(s3.authenticate(head).caller()).isEqualTo(Authenticating.ALICE);
  }

  @Test
  void temporaryKeyServesInThePresignedUrl() {
    temporary();
    RequestHead head =
        signer.inQuery(
            "GET", "/bucket/key", "X-Amz-Security-Token=the%2Btoken%2F%3D%3D", 30, "Host", HOST);
    assertThat(s3.authenticate(head).caller()).isEqualTo(Authenticating.ALICE);
  }

  @Test
  void temporaryKeyWithoutTokenDoesNotExist() {
    S3Exception refusal = s3.refusal(temporary());
    assertThat(shown(refusal))
        .isEqualTo(
            "403 InvalidAccessKeyId\nThe AWS Access Key Id you provided does not exist in our"
                + " records.\nAWSAccessKeyId=ASIATEMPORARY");
    assertThat(refusal.reason())
        .contains(
            "The access key ASIATEMPORARY is temporary, and the request has no"
                + " x-amz-security-token.");
  }

  @Test
  void wrongTokenIsInvalid() {
    assertThat(shown(s3.refusal(temporary("x-amz-security-token", "other"))))
        .isEqualTo(
            "400 InvalidToken\nThe provided token is malformed or otherwise invalid."
                + "\nToken-0=other");
  }

  @Test
  void tokenOfAPermanentKeyIsInvalid() {
    RequestHead head =
        signer.inHeader("GET", "/b/k", "", "Host", HOST, "x-amz-security-token", "any");
    assertThat(s3.refusal(head).error().code()).isEqualTo("InvalidToken");
  }

  @Test
  void expiredTokenIsRefusedInBothModes() {
    RequestHead head = temporary("x-amz-security-token", "the+token/==");
    s3.at(Authenticating.SIGNED.plusSeconds(60));
    assertThat(shown(s3.refusal(head)))
        .isEqualTo("400 ExpiredToken\nThe provided token has expired.");
    lenient.at(Authenticating.SIGNED.plusSeconds(60));
    assertThat(lenient.refusal(head).error().code()).isEqualTo("ExpiredToken");
  }

  @Test
  void unsignedTokenIsRefused() {
    assertThat(shown(s3.refusal(plus(temporary(), "x-amz-security-token", "the+token/=="))))
        .endsWith("HeadersNotSigned=x-amz-security-token");
  }

  @Test
  void lenientTakesAnyKeyForTheDefaultAccount() {
    signer.accessKey = "whatever";
    signer.secret = "whatever";
    Authentication proved =
        lenient.authenticate(
            signer.inHeader(
                "PUT",
                "/bucket/key",
                "",
                "Host",
                HOST,
                "x-amz-security-token",
                "any",
                "x-amz-content-sha256",
                "STREAMING-AWS4-HMAC-SHA256-PAYLOAD"));
    assertThat(proved.caller()).isEqualTo(Caller.root(Owner.DEFAULT).withAccessKey("whatever"));
    assertThat(proved.chunks()).isEmpty();
  }

  @Test
  void lenientVerifiesKnownKeys() {
    RequestHead head = signer.inHeader("GET", "/bucket/key", "", "Host", HOST);
    lenient.authenticate(head);
    assertThat(shown(lenient.refusal(plus(head, "x-amz-acl", "private"))))
        .contains("HeadersNotSigned");
    signer.secret = "wrong";
    assertThat(
            lenient.refusal(signer.inHeader("GET", "/bucket/key", "", "Host", HOST)).error().code())
        .isEqualTo("SignatureDoesNotMatch");
  }

  @Test
  void lenientIgnoresSkewAndRegion() {
    lenient.at(Authenticating.SIGNED.plus(Duration.ofDays(400)));
    signer.region = "eu-west-1";
    lenient.authenticate(signer.inHeader("GET", "/bucket/key", "", "Host", HOST));
    lenient.at(Authenticating.SIGNED.minus(Duration.ofDays(400)));
    lenient.authenticate(signer.inQuery("GET", "/bucket/key", "", 60, "Host", HOST));
  }

  @Test
  void lenientRefusesExpiredUrlsOfAllKeys() {
    lenient.at(Authenticating.SIGNED.plusSeconds(61));
    assertThat(shown(lenient.refusal(signer.inQuery("GET", "/bucket/key", "", 60, "Host", HOST))))
        .contains("Request has expired");
    signer.accessKey = "whatever";
    assertThat(shown(lenient.refusal(signer.inQuery("GET", "/bucket/key", "", 60, "Host", HOST))))
        .contains("Request has expired");
  }

  @Test
  void lenientRefusesMalformedSignaturesOfAllKeys() {
    signer.accessKey = "whatever";
    signer.service = "ec2";
    assertThat(shown(lenient.refusal(signer.inHeader("GET", "/bucket/key", "", "Host", HOST))))
        .contains("incorrect service");
  }
}

package dev.s3emulator.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.auth.AuthenticationMode;
import dev.s3emulator.internal.auth.Signer;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What SDKs sign for directory buckets and Object Lambda, which have other hosts at AWS. */
class OtherServicesTest {

  private static final String HOST = "127.0.0.1:9000";

  private final InProcessS3 s3 = new InProcessS3(AuthenticationMode.STRICT);

  @ParameterizedTest
  @CsvSource({
    "GET, /, s3express, ListDirectoryBuckets",
    "GET, /?max-directory-buckets=7, s3express, ListDirectoryBuckets",
    "GET, /b--use1-az4--x-s3?session, s3express, CreateSession",
    "GET, /photos?session, s3express, CreateSession",
    "PUT, /b--use1-az4--x-s3, s3express, directory buckets",
    "GET, /b--use1-az4--x-s3?list-type=2, s3express, directory buckets",
    "DELETE, /b--use1-az4--x-s3/key, s3express, directory buckets",
    "POST, /WriteGetObjectResponse, s3-object-lambda, WriteGetObjectResponse"
  })
  void theirOperationsAreNotEmulatedAndSaySo(
      String method, String url, String service, String feature) {
    Answer answer = send(service, method, url);

    assertThat(answer.status()).isEqualTo(501);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>NotImplemented</Code><Message>S3 Emulator does not implement "
                + feature
                + " yet.</Message><Feature>"
                + feature
                + "</Feature></Error>");
  }

  @Test
  void journalHasTheirNames() {
    send("s3express", "GET", "/");

    assertThat(s3.journal().requests().get(0).operation()).hasValue("ListDirectoryBuckets");
  }

  @Test
  void presignedUrlSaysItToo() {
    Signer signer = signer("s3express");
    signer.time = "20260203T164509Z";
    signer.date = "20260203";

    Answer answer = s3.send(signer.inQuery("GET", "/", "", 60, "Host", HOST), new byte[0]);

    assertThat(answer.status()).isEqualTo(501);
    assertThat(answer.text()).contains("<Feature>ListDirectoryBuckets</Feature>");
  }

  /** A wrong credential is reported before what is not emulated, as before 405 and 404. */
  @Test
  void theirSignaturesAreVerified() {
    Signer liar = signer("s3express");
    liar.secret = "wrong";
    Signer stranger = signer("s3express");
    stranger.accessKey = "AKIAUNKNOWN";

    assertThat(s3.sendSigned(liar, "GET", "/", new byte[0]).text())
        .contains("<Code>SignatureDoesNotMatch</Code>");
    assertThat(s3.sendSigned(stranger, "GET", "/", new byte[0]).text())
        .contains("<Code>InvalidAccessKeyId</Code>");
  }

  /** They know no buckets for general purposes: that is a wrong signature, as it is on S3. */
  @ParameterizedTest
  @EnumSource(AuthenticationMode.class)
  void operationsOfS3AreNotSignedForThem(AuthenticationMode mode) {
    InProcessS3 server = new InProcessS3(mode);

    Answer answer = server.sendSigned(signer("s3express"), "GET", "/photos/key", new byte[0]);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>AuthorizationHeaderMalformed</Code><Message>The authorization header is"
                + " malformed; incorrect service &quot;s3express&quot;. This endpoint belongs to"
                + " &quot;s3&quot;.</Message></Error>");
  }

  private Answer send(String service, String method, String url) {
    return s3.sendSigned(signer(service), method, url, new byte[0]);
  }

  private static Signer signer(String service) {
    Signer signer = new Signer();
    signer.service = service;
    return signer;
  }
}

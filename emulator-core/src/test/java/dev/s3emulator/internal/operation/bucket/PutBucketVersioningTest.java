package dev.s3emulator.internal.operation.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.BucketSettings.MfaDelete;
import dev.s3emulator.internal.domain.VersioningState;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PutBucketVersioning (recorded-answers 9 and 9b, delete-semantics 5 and 6). */
class PutBucketVersioningTest {

  private static final String ENABLED = "<Status>Enabled</Status>";
  private static final String SUSPENDED = "<Status>Suspended</Status>";

  private final InProcessS3 s3 = new InProcessS3();

  @BeforeEach
  void createBucket() {
    s3.send("PUT", "/alpha");
  }

  @Test
  void statusIsStored() {
    Answer answer = put(ENABLED);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEmpty();
    assertThat(versioning()).isEqualTo(VersioningState.ENABLED);
    put(SUSPENDED);
    assertThat(versioning()).isEqualTo(VersioningState.SUSPENDED);
    put(ENABLED);
    assertThat(versioning()).isEqualTo(VersioningState.ENABLED);
  }

  @Test
  void firstCallMaySuspend() {
    assertThat(put(SUSPENDED).status()).isEqualTo(200);
    assertThat(versioning()).isEqualTo(VersioningState.SUSPENDED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Status>enabled</Status>",
        "<Status>Disabled</Status>",
        "<Status> Enabled</Status>",
        "<Status/>",
        "<Status>Enabled</Status><Status>Enabled</Status>",
        "<Status>Enabled</Status><MFADelete>Disabled</MFADelete>",
        "<Status>Enabled</Status><MfaDelete>disabled</MfaDelete>",
        "<MfaDelete>Off</MfaDelete>",
        "<Unknown/>",
        "Enabled"
      })
  void schemaIsStrict(String content) {
    Answer answer = put(content);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>MalformedXML</Code><Message>The XML you provided was not well-formed or"
                + " did not validate against our published schema</Message></Error>");
    assertThat(versioning()).isEqualTo(VersioningState.UNVERSIONED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "<MfaDelete>Disabled</MfaDelete>"})
  void statusMustBeThere(String content) {
    Answer answer = put(content);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>IllegalVersioningConfigurationException</Code><Message>The Versioning"
                + " element must be specified</Message></Error>");
    assertThat(s3.send("GET", "/alpha?versioning").xml()).doesNotContain("Status", "MfaDelete");
  }

  @Test
  void emptyBodyIsMissing() {
    assertThat(s3.send("PUT", "/alpha?versioning").xml())
        .isEqualTo(
            "<Error><Code>MissingRequestBodyError</Code><Message>Request Body is"
                + " empty</Message></Error>");
  }

  @Test
  void mfaDeleteDisabledIsStoredAndKept() {
    put("<Status>Enabled</Status><MfaDelete>Disabled</MfaDelete>");
    put(SUSPENDED);

    assertThat(s3.engine().state().requireBucket("alpha").settings().mfaDelete())
        .isEqualTo(MfaDelete.DISABLED);
    assertThat(versioning()).isEqualTo(VersioningState.SUSPENDED);
  }

  @Test
  void mfaHeaderMustHaveItsForm() {
    assertThat(put(ENABLED, "x-amz-mfa", "970589").xml())
        .isEqualTo(
            "<Error><Code>InvalidArgument</Code><Message>Mfa header is invalid -- the header should"
                + " be formatted as {serialNumber}(space){tokenCode}</Message><ArgumentName>"
                + "x-amz-mfa</ArgumentName><ArgumentValue>970589</ArgumentValue></Error>");
    assertThat(versioning()).isEqualTo(VersioningState.UNVERSIONED);
    assertThat(put(ENABLED, "x-amz-mfa", "20899872 301749").status()).isEqualTo(200);
  }

  @Test
  void lockBucketKeepsVersioning() {
    s3.send("PUT", "/locked", Headers.of("x-amz-bucket-object-lock-enabled", "true"));

    Answer suspended = s3.send("PUT", "/locked?versioning", Headers.EMPTY, document(SUSPENDED));

    assertThat(suspended.status()).isEqualTo(409);
    assertThat(suspended.xml())
        .isEqualTo(
            "<Error><Code>InvalidBucketState</Code><Message>An Object Lock configuration is present"
                + " on this bucket, so the versioning state cannot be changed.</Message></Error>");
    assertThat(s3.send("PUT", "/locked?versioning", Headers.EMPTY, document(ENABLED)).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "Content-MD5, 1B2M2Y8AsgTpgAmY7PhCfg==, BadDigest",
    "Content-MD5, abc, InvalidDigest",
    "x-amz-checksum-crc32, AAAAAA==, BadDigest",
    "x-amz-checksum-crc32, x, InvalidRequest",
    "x-amz-sdk-checksum-algorithm, CRC32, InvalidRequest"
  })
  void digestsAreVerifiedWhenSent(String header, String value, String code) {
    Answer answer = put(ENABLED, header, value);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml()).startsWith("<Error><Code>" + code + "</Code>");
    assertThat(versioning()).isEqualTo(VersioningState.UNVERSIONED);
  }

  @Test
  void bodyHasAtMost1024Bytes() {
    String document = document(ENABLED);
    String longest = document + " ".repeat(1024 - document.length());

    assertThat(s3.send("PUT", "/alpha?versioning", Headers.EMPTY, longest).status()).isEqualTo(200);
    assertThat(s3.send("PUT", "/alpha?versioning", Headers.EMPTY, longest + " ").xml())
        .isEqualTo(
            "<Error><Code>MaxMessageLengthExceeded</Code><Message>Your request was too"
                + " big.</Message><MaxMessageLengthBytes>1024</MaxMessageLengthBytes></Error>");
  }

  @Test
  void keyInThePathMeansNothing() {
    assertThat(s3.send("PUT", "/alpha/key?versioning", Headers.EMPTY, document(ENABLED)).status())
        .isEqualTo(200);
    assertThat(versioning()).isEqualTo(VersioningState.ENABLED);
  }

  @Test
  void missingBucketIs404() {
    assertThat(s3.send("PUT", "/beta?versioning", Headers.EMPTY, document(ENABLED)).xml())
        .isEqualTo(
            "<Error><Code>NoSuchBucket</Code><Message>The specified bucket does not"
                + " exist</Message><BucketName>beta</BucketName></Error>");
  }

  @Test
  void expectedOwnerMustBeTheOwner() {
    assertThat(put(ENABLED, "x-amz-expected-bucket-owner", "999999999999").status()).isEqualTo(403);
    assertThat(put(ENABLED, "x-amz-expected-bucket-owner", "123456789012").status()).isEqualTo(200);
  }

  private Answer put(String content, String... headers) {
    return s3.send("PUT", "/alpha?versioning", Headers.of(headers), document(content));
  }

  private VersioningState versioning() {
    return s3.engine().state().requireBucket("alpha").versioning();
  }

  private static String document(String content) {
    return "<VersioningConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
        + content
        + "</VersioningConfiguration>";
  }
}

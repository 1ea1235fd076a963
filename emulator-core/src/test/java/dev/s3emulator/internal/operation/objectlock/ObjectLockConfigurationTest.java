package dev.s3emulator.internal.operation.objectlock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.S3State;
import dev.s3emulator.internal.domain.VersioningState;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import dev.s3emulator.internal.testing.Stacks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Get and PutObjectLockConfiguration (recorded-answers 7.15 to 7.18). */
class ObjectLockConfigurationTest {

  private static final String NS = " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"";
  private static final String ENABLED = "<ObjectLockEnabled>Enabled</ObjectLockEnabled>";

  private final InProcessS3 s3 = new InProcessS3();

  @Test
  void bucketMadeForObjectLockShowsIt() {
    s3.send("PUT", "/bucket", Headers.of("x-amz-bucket-object-lock-enabled", "true"));

    Answer answer = s3.send("GET", "/bucket?object-lock");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.xml()).isEqualTo(document(ENABLED));
  }

  @ParameterizedTest
  @EnumSource
  void otherBucketsHaveNone(VersioningState state) {
    Stacks.place(s3, Stacks.bucket(state));

    Answer answer = s3.send("GET", "/bucket?object-lock");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>ObjectLockConfigurationNotFoundError</Code><Message>Object Lock"
                + " configuration does not exist for this bucket</Message>"
                + "<BucketName>bucket</BucketName></Error>");
  }

  @ParameterizedTest
  @CsvSource({
    "GOVERNANCE,Days,1",
    "GOVERNANCE,Days,36500",
    "COMPLIANCE,Years,1",
    "COMPLIANCE,Years,100"
  })
  void defaultRetentionIsKeptAndShown(String mode, String unit, int count) {
    Stacks.place(s3, Stacks.bucket(VersioningState.ENABLED, true));
    String document = document(ENABLED + rule(mode, "<" + unit + ">" + count + "</" + unit + ">"));

    Answer put = put(document);

    assertThat(put.status()).isEqualTo(200);
    assertThat(put.bytes()).isEmpty();
    assertThat(s3.send("GET", "/bucket?object-lock").xml()).isEqualTo(document);
  }

  @Test
  void bucketWithVersionsGetsObjectLockLater() {
    Stacks.place(s3, Stacks.bucket(VersioningState.ENABLED, "v1:object, null:object"));

    Answer put =
        s3.sendDocument(
            "PUT",
            "/bucket?object-lock",
            Headers.of("x-amz-bucket-object-lock-token", "of the support"),
            document(ENABLED));

    assertThat(put.status()).isEqualTo(200);
    assertThat(s3.send("GET", "/bucket?object-lock").xml()).isEqualTo(document(ENABLED));
    Answer suspend =
        s3.sendDocument(
            "PUT",
            "/bucket?versioning",
            "<VersioningConfiguration><Status>Suspended</Status></VersioningConfiguration>");
    assertThat(suspend.status()).isEqualTo(409);
    assertThat(suspend.xml())
        .isEqualTo(
            "<Error><Code>InvalidBucketState</Code><Message>An Object Lock configuration is present"
                + " on this bucket, so the versioning state cannot be changed.</Message></Error>");
    assertThat(
            s3.sendDocument(
                    "PUT",
                    "/bucket?versioning",
                    "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>")
                .status())
        .isEqualTo(200);
  }

  @Test
  void configurationWithoutRuleRemovesTheDefaultRetentionOnly() {
    Stacks.place(s3, Stacks.bucket(VersioningState.ENABLED, true));
    put(document(ENABLED + rule("COMPLIANCE", "<Years>1</Years>")));

    put(document(ENABLED));

    assertThat(s3.send("GET", "/bucket?object-lock").xml()).isEqualTo(document(ENABLED));
  }

  @ParameterizedTest
  @EnumSource(names = {"UNVERSIONED", "SUSPENDED"})
  void versioningMustBeEnabled(VersioningState state) {
    Stacks.place(s3, Stacks.bucket(state));
    S3State before = s3.engine().state();

    Answer answer = put(document(ENABLED));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>InvalidBucketState</Code><Message>Versioning must be 'Enabled' on the"
                + " bucket to apply a Object Lock configuration</Message></Error>");
    assertThat(s3.engine().state()).isSameAs(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<ObjectLockConfiguration/>",
        "<Other><ObjectLockEnabled>Enabled</ObjectLockEnabled></Other>",
        "<ObjectLockConfiguration><ObjectLockEnabled>enabled</ObjectLockEnabled>"
            + "</ObjectLockConfiguration>",
        "<ObjectLockConfiguration><Rule><DefaultRetention><Mode>GOVERNANCE</Mode><Days>1</Days>"
            + "</DefaultRetention></Rule></ObjectLockConfiguration>",
        "E<Rule/>",
        "E<Rule><DefaultRetention/></Rule>",
        "E<Rule><DefaultRetention><Days>1</Days></DefaultRetention></Rule>",
        "E<Rule><DefaultRetention><Mode>GOVERNANCE</Mode></DefaultRetention></Rule>",
        "E<Rule><DefaultRetention><Mode>GOVERNANCE</Mode><Days>1</Days><Years>1</Years>"
            + "</DefaultRetention></Rule>",
        "E<Rule><DefaultRetention><Mode>governance</Mode><Days>1</Days></DefaultRetention></Rule>",
        "E<Rule><DefaultRetention><Mode>GOVERNANCE</Mode><Days>x</Days></DefaultRetention></Rule>",
        "E<Rule><DefaultRetention><Mode>GOVERNANCE</Mode><Days>9999999999</Days>"
            + "</DefaultRetention></Rule>",
        "E<Rule><DefaultRetention><Mode>GOVERNANCE</Mode><Days>1</Days></DefaultRetention></Rule>"
            + "<Rule><DefaultRetention><Mode>GOVERNANCE</Mode><Days>1</Days></DefaultRetention>"
            + "</Rule>",
        "E<Extra/>",
        "no XML"
      })
  void malformedDocumentsAreRefused(String document) {
    Stacks.place(s3, Stacks.bucket(VersioningState.ENABLED, true));
    S3State before = s3.engine().state();

    Answer answer =
        put(document.startsWith("E") ? document(ENABLED + document.substring(1)) : document);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>MalformedXML</Code><Message>The XML you provided was not well-formed or"
                + " did not validate against our published schema</Message></Error>");
    assertThat(s3.engine().state()).isSameAs(before);
  }

  @ParameterizedTest
  @CsvSource({
    "Days,0,Default retention period must be a positive integer value.",
    "Days,-1,Default retention period must be a positive integer value.",
    "Years,0,Default retention period must be a positive integer value.",
    "Days,36501,Default retention period too large.",
    "Years,101,Default retention period too large."
  })
  void periodHasLimits(String unit, String count, String message) {
    Stacks.place(s3, Stacks.bucket(VersioningState.ENABLED, true));

    Answer answer =
        put(document(ENABLED + rule("GOVERNANCE", "<" + unit + ">" + count + "</" + unit + ">")));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>InvalidArgument</Code><Message>"
                + message
                + "</Message><ArgumentName>"
                + unit
                + "</ArgumentName><ArgumentValue>"
                + count
                + "</ArgumentValue></Error>");
  }

  @Test
  void bodyAndItsChecksumMustBeThere() {
    Stacks.place(s3, Stacks.bucket(VersioningState.ENABLED, true));

    Answer empty = put("");
    Answer unchecked = s3.send("PUT", "/bucket?object-lock", Headers.EMPTY, document(ENABLED));

    assertThat(empty.status()).isEqualTo(400);
    assertThat(empty.xml())
        .isEqualTo(
            "<Error><Code>MissingRequestBodyError</Code><Message>Request Body is empty</Message>"
                + "</Error>");
    assertThat(unchecked.status()).isEqualTo(400);
    assertThat(unchecked.xml())
        .isEqualTo(
            "<Error><Code>InvalidRequest</Code><Message>Missing required header for this request:"
                + " Content-MD5 OR x-amz-checksum-*</Message></Error>");
  }

  @ParameterizedTest
  @CsvSource({"GET", "PUT"})
  void bucketMustExist(String method) {
    Answer answer = s3.sendDocument(method, "/absent?object-lock", document(ENABLED));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text()).contains("<Code>NoSuchBucket</Code>");
  }

  @Test
  void actionsAreThoseOnBuckets() {
    assertThat(GetObjectLockConfiguration.ROUTE.action())
        .isEqualTo("s3:GetBucketObjectLockConfiguration");
    assertThat(PutObjectLockConfiguration.ROUTE.action())
        .isEqualTo("s3:PutBucketObjectLockConfiguration");
  }

  private Answer put(String document) {
    return s3.sendDocument("PUT", "/bucket?object-lock", document);
  }

  private static String document(String content) {
    return "<ObjectLockConfiguration" + NS + ">" + content + "</ObjectLockConfiguration>";
  }

  private static String rule(String mode, String period) {
    return "<Rule><DefaultRetention><Mode>"
        + mode
        + "</Mode>"
        + period
        + "</DefaultRetention></Rule>";
  }
}

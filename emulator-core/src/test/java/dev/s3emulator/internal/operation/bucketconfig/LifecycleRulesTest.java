package dev.s3emulator.internal.operation.bucketconfig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What S3 demands of lifecycle rules (protocol-notes 21). */
class LifecycleRulesTest {

  private static final String EXPIRATION = "<Expiration><Days>1</Days></Expiration>";
  private static final String TAG = "<Tag><Key>k</Key><Value>v</Value></Tag>";

  private final InProcessS3 s3 = new InProcessS3();

  @BeforeEach
  void createBucket() {
    s3.send("PUT", "/alpha");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Prefix>a/</Prefix><Status>Enabled</Status>" + EXPIRATION,
        "<Filter/><Status>Disabled</Status>" + EXPIRATION,
        "<Filter><Prefix/></Filter><Status>Enabled</Status>" + EXPIRATION,
        "<Filter>" + TAG + "</Filter><Status>Enabled</Status>" + EXPIRATION,
        "<Filter><ObjectSizeLessThan>9</ObjectSizeLessThan></Filter><Status>Enabled</Status>"
            + "<Expiration><Date>2030-01-01T00:00:00Z</Date></Expiration>",
        "<Filter/><Status>Enabled</Status>"
            + "<Expiration><ExpiredObjectDeleteMarker>true</ExpiredObjectDeleteMarker></Expiration>",
        "<Filter/><Status>Enabled</Status><NoncurrentVersionTransition>"
            + "<NoncurrentDays>0</NoncurrentDays><StorageClass>GLACIER</StorageClass>"
            + "</NoncurrentVersionTransition>",
        "<Filter/><Status>Enabled</Status><AbortIncompleteMultipartUpload>"
            + "<DaysAfterInitiation>7</DaysAfterInitiation></AbortIncompleteMultipartUpload>",
        "<Filter/><Status>Enabled</Status><Transition><Days>0</Days>"
            + "<StorageClass>GLACIER</StorageClass></Transition>"
      })
  void everyFormOfARuleIsTaken(String rule) {
    Answer answer = put(rule);

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.header("x-amz-transition-default-minimum-object-size"))
        .isEqualTo("all_storage_classes_128K");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Prefix>a/</Prefix><Filter/><Status>Enabled</Status>" + EXPIRATION,
        "<Status>Enabled</Status>" + EXPIRATION,
        "<Filter/><Status>On</Status>" + EXPIRATION,
        "<Filter/>" + EXPIRATION,
        "<Filter><Prefix>a</Prefix>" + TAG + "</Filter><Status>Enabled</Status>" + EXPIRATION,
        "<Filter><And><Prefix>a</Prefix></And></Filter><Status>Enabled</Status>" + EXPIRATION,
        "<Filter/><Status>Enabled</Status><Expiration/>",
        "<Filter/><Status>Enabled</Status><Expiration><Days>1</Days>"
            + "<ExpiredObjectDeleteMarker>true</ExpiredObjectDeleteMarker></Expiration>",
        "<Filter/><Status>Enabled</Status><Expiration><Days>soon</Days></Expiration>",
        "<Filter/><Status>Enabled</Status><Expiration><Days>3000000000</Days></Expiration>",
        "<Filter/><Status>Enabled</Status><Expiration><Date>tomorrow</Date></Expiration>",
        "<Filter/><Status>Enabled</Status><Transition><StorageClass>GLACIER</StorageClass>"
            + "</Transition>",
        "<Filter/><Status>Enabled</Status><Transition><Days>1</Days>"
            + "<StorageClass>STANDARD</StorageClass></Transition>"
      })
  void whatIsNoRuleIsMalformed(String rule) {
    Answer answer = put(rule);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml()).contains("<Code>MalformedXML</Code>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<Filter/><Status>Enabled</Status>|InvalidRequest"
            + "|At least one action needs to be specified in a rule.",
        "<Filter><And><Tag><Key>k</Key><Value>1</Value></Tag><Tag><Key>k</Key><Value>2</Value></Tag>"
            + "</And></Filter><Status>Enabled</Status><Expiration><Days>1</Days></Expiration>"
            + "|InvalidRequest|Duplicate Tag Keys are not allowed.",
        "<Filter/><Status>Enabled</Status><Expiration><Date>2030-01-01T01:00:00Z</Date></Expiration>"
            + "|InvalidArgument|'Date' must be at midnight GMT",
        "<Filter/><Status>Enabled</Status><Expiration><Days>0</Days></Expiration>"
            + "|InvalidArgument|'Days' for Expiration action must be a positive integer",
        "<Filter><Tag><Key>k</Key><Value>1</Value></Tag></Filter><Status>Enabled</Status>"
            + "<AbortIncompleteMultipartUpload><DaysAfterInitiation>1</DaysAfterInitiation>"
            + "</AbortIncompleteMultipartUpload>"
            + "|InvalidRequest|AbortIncompleteMultipartUpload cannot be specified with Tags.",
        "<Filter/><Status>Enabled</Status><Transition><Days>29</Days>"
            + "<StorageClass>STANDARD_IA</StorageClass></Transition>|InvalidArgument"
            + "|'Days' in Transition action must be greater than or equal to 30 for storageClass"
            + " 'STANDARD_IA'"
      },
      quoteCharacter = '`')
  void whatARuleMayNotSayIsRefusedInWords(String rule, String code, String message) {
    Answer answer = put(rule);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .contains("<Code>" + code + "</Code><Message>" + message + "</Message>");
  }

  @Test
  void aRuleWithoutAnIdGetsOne() {
    put("<Filter/><Status>Enabled</Status>" + EXPIRATION);

    String shown = s3.send("GET", "/alpha?lifecycle").xml();

    assertThat(shown).matches(".*<Rule><ID>[^<]+</ID><Filter/><Status>Enabled</Status>.*");
    assertThat(s3.send("GET", "/alpha?lifecycle").xml()).isEqualTo(shown);
  }

  @Test
  void anIdStandsOnce() {
    String rule = "<Rule><ID>a</ID><Filter/><Status>Enabled</Status>" + EXPIRATION + "</Rule>";

    Answer answer =
        s3.sendDocument(
            "PUT",
            "/alpha?lifecycle",
            "<LifecycleConfiguration>" + rule + rule + "</LifecycleConfiguration>");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml()).contains("<Code>InvalidArgument</Code>", "ID must be unique");
  }

  @Test
  void theMinimumSizeIsKept() {
    String header = "x-amz-transition-default-minimum-object-size";
    String document =
        "<LifecycleConfiguration><Rule><Filter/><Status>Enabled</Status>"
            + EXPIRATION
            + "</Rule></LifecycleConfiguration>";

    Answer kept = send(document, Headers.of(header, "varies_by_storage_class"));
    Answer refused = send(document, Headers.of(header, "none"));

    assertThat(kept.header(header)).isEqualTo("varies_by_storage_class");
    assertThat(s3.send("GET", "/alpha?lifecycle").header(header))
        .isEqualTo("varies_by_storage_class");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.xml())
        .contains("<Message>Invalid TransitionDefaultMinimumObjectSize found: none</Message>");
  }

  private Answer put(String rule) {
    return s3.sendDocument(
        "PUT",
        "/alpha?lifecycle",
        "<LifecycleConfiguration><Rule>" + rule + "</Rule></LifecycleConfiguration>");
  }

  private Answer send(String document, Headers headers) {
    return s3.sendDocument("PUT", "/alpha?lifecycle", headers, document);
  }
}

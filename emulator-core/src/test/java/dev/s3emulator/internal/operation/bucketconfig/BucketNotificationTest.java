package dev.s3emulator.internal.operation.bucketconfig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GetBucketNotificationConfiguration and PutBucketNotificationConfiguration (xml-shapes A.10). */
class BucketNotificationTest {

  private final InProcessS3 s3 = new InProcessS3();

  @BeforeEach
  void createBucket() {
    s3.send("PUT", "/alpha");
  }

  @Test
  void namesOfFilterRulesComeBackWithACapital() {
    put(queue("q1", filter("prefix", "a") + filter("SUFFIX", "b"), "s3:ObjectCreated:*"));

    assertThat(s3.send("GET", "/alpha?notification").xml())
        .contains("<Name>Prefix</Name><Value>a</Value>", "<Name>Suffix</Name><Value>b</Value>");
  }

  @Test
  void aConfigurationWithoutIdGetsOne() {
    put(queue("", "", "s3:ObjectCreated:*"));

    assertThat(s3.send("GET", "/alpha?notification").xml())
        .containsPattern("<QueueConfiguration><Id>[^<]+</Id>");
  }

  @Test
  void anEmptyDocumentTellsNobody() {
    put(queue("q1", "", "s3:ObjectCreated:*"));

    assertThat(put("").status()).isEqualTo(200);

    assertThat(s3.send("GET", "/alpha?notification").xml()).doesNotContain("Queue");
  }

  @ParameterizedTest
  @CsvSource({
    "a, s3:ObjectCreated:Put, a/b, s3:ObjectCreated:*, true",
    "'', s3:ObjectRemoved:*, a, s3:ObjectRemoved:Delete, true",
    "a, s3:ObjectCreated:Put, b, s3:ObjectCreated:Put, false",
    "a, s3:ObjectCreated:Put, a, s3:ObjectCreated:Copy, false"
  })
  void anEventGoesToOneDestinationOnly(
      String prefix, String event, String otherPrefix, String otherEvent, boolean refused) {
    Answer answer =
        put(
            queue("q1", filter("Prefix", prefix), event)
                + queue("q2", filter("Prefix", otherPrefix), otherEvent));

    assertThat(answer.status()).isEqualTo(refused ? 400 : 200);
    if (refused) {
      assertThat(answer.xml()).contains("<Message>Configurations overlap.");
    }
  }

  @Test
  void idsAreUnique() {
    Answer answer =
        put(queue("q", "", "s3:ObjectCreated:*") + queue("q", "", "s3:ObjectRemoved:*"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml()).contains("Same ID used for multiple configurations");
  }

  @ParameterizedTest
  @CsvSource({
    "s3:ObjectCreated:*, s3:ObjectMade:*, A specified event is not supported for notifications.",
    "Prefix, Infix, filter rule name must be either prefix or suffix",
    "arn:aws:sqs:us-east-1:111122223333:q, not-an-arn, The ARN could not be parsed"
  })
  void wrongValuesAreRefusedInWords(String right, String wrong, String message) {
    String configuration = queue("q1", filter("Prefix", "a"), "s3:ObjectCreated:*");

    Answer answer = put(configuration.replace(right, wrong));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .contains("<Code>InvalidArgument</Code><Message>" + message + "</Message>");
  }

  private static String queue(String id, String rules, String event) {
    String filter = rules.isEmpty() ? "" : "<Filter><S3Key>" + rules + "</S3Key></Filter>";
    String name = id.isEmpty() ? "" : "<Id>" + id + "</Id>";
    return "<QueueConfiguration>"
        + name
        + filter
        + "<Queue>arn:aws:sqs:us-east-1:111122223333:q</Queue><Event>"
        + event
        + "</Event></QueueConfiguration>";
  }

  private static String filter(String name, String value) {
    return "<FilterRule><Name>" + name + "</Name><Value>" + value + "</Value></FilterRule>";
  }

  private Answer put(String configurations) {
    return s3.sendDocument(
        "PUT",
        "/alpha?notification",
        "<NotificationConfiguration>" + configurations + "</NotificationConfiguration>");
  }
}

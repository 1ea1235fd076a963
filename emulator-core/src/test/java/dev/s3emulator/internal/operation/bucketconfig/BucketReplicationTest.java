package dev.s3emulator.internal.operation.bucketconfig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GetBucketReplication, PutBucketReplication, DeleteBucketReplication. */
class BucketReplicationTest {

  private static final String RULE =
      "<Rule><ID>rule1</ID><Priority>1</Priority><Filter><Prefix>a/</Prefix></Filter>"
          + "<Status>Enabled</Status><Destination><Bucket>arn:aws:s3:::beta</Bucket></Destination>"
          + "<DeleteMarkerReplication><Status>Disabled</Status></DeleteMarkerReplication></Rule>";

  private final InProcessS3 s3 = new InProcessS3();

  @BeforeEach
  void createBuckets() {
    s3.send("PUT", "/alpha");
    s3.send("PUT", "/beta");
    enableVersioning("alpha");
    enableVersioning("beta");
  }

  @Test
  void rulesAreKept() {
    assertThat(put(RULE).status()).isEqualTo(200);

    assertThat(s3.send("GET", "/alpha?replication").xml())
        .isEqualTo(
            "<ReplicationConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
                + "<Role>arn:aws:iam::111122223333:role/r</Role>"
                + RULE
                + "</ReplicationConfiguration>");
  }

  @Test
  void theBucketMustBeVersioned() {
    s3.send("PUT", "/plain");

    Answer answer =
        s3.sendDocument(
            "PUT",
            "/plain?replication",
            "<ReplicationConfiguration><Role>r</Role>" + RULE + "</ReplicationConfiguration>");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>InvalidRequest</Code><Message>Versioning must be 'Enabled' on the bucket"
                + " to apply a replication configuration</Message></Error>");
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:s3:::plain, Destination bucket must have versioning enabled.",
    "arn:aws:s3:::missing, Destination bucket must exist.",
    "beta, Invalid bucket ARN"
  })
  void theDestinationIsChecked(String destination, String message) {
    s3.send("PUT", "/plain");

    Answer answer = put(RULE.replace("arn:aws:s3:::beta", destination));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml()).contains("<Message>" + message + "</Message>");
  }

  @Test
  void aRuleWithAFilterNeedsAPriority() {
    Answer answer = put(RULE.replace("<Priority>1</Priority>", ""));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .contains("<Message>Priority must be specified for this version of Cross Region");
  }

  @Test
  void prioritiesAreUnique() {
    Answer answer = put(RULE + RULE.replace("rule1", "rule2"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml()).contains("<ArgumentName>Priority</ArgumentName>");
  }

  @Test
  void aRuleWithoutIdGetsOne() {
    put(RULE.replace("<ID>rule1</ID>", ""));

    assertThat(s3.send("GET", "/alpha?replication").xml()).containsPattern("<ID>[^<]+</ID>");
  }

  private Answer put(String rules) {
    return s3.sendDocument(
        "PUT",
        "/alpha?replication",
        "<ReplicationConfiguration><Role>arn:aws:iam::111122223333:role/r</Role>"
            + rules
            + "</ReplicationConfiguration>");
  }

  private void enableVersioning(String bucket) {
    s3.sendDocument(
        "PUT",
        "/" + bucket + "?versioning",
        "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>");
  }
}

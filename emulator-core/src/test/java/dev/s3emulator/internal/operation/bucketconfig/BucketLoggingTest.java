package dev.s3emulator.internal.operation.bucketconfig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.auth.Credential;
import dev.s3emulator.internal.auth.Signer;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.protocol.Caller;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** GetBucketLogging and PutBucketLogging. */
class BucketLoggingTest {

  private static final String ROOT =
      "<BucketLoggingStatus xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">";
  private static final String TARGET =
      "<TargetBucket>logs</TargetBucket><TargetPrefix>a/</TargetPrefix>";

  private final InProcessS3 s3 = new InProcessS3();

  @BeforeEach
  void createBuckets() {
    s3.send("PUT", "/photos");
    s3.send("PUT", "/logs");
  }

  @Test
  void aNewBucketLogsNothing() {
    assertThat(s3.send("GET", "/photos?logging").xml()).isEqualTo(ROOT + "</BucketLoggingStatus>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        TARGET,
        TARGET + "<TargetObjectKeyFormat><SimplePrefix/></TargetObjectKeyFormat>",
        TARGET
            + "<TargetObjectKeyFormat><PartitionedPrefix><PartitionDateSource>EventTime"
            + "</PartitionDateSource></PartitionedPrefix></TargetObjectKeyFormat>",
        TARGET
            + "<TargetObjectKeyFormat><PartitionedPrefix><PartitionDateSource>DeliveryTime"
            + "</PartitionDateSource></PartitionedPrefix></TargetObjectKeyFormat>",
        "<TargetBucket>photos</TargetBucket><TargetPrefix></TargetPrefix>"
      })
  void theTargetIsKept(String target) {
    Answer answer = put("<LoggingEnabled>" + target + "</LoggingEnabled>");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(s3.send("GET", "/photos?logging").xml())
        .isEqualTo(ROOT + "<LoggingEnabled>" + target + "</LoggingEnabled></BucketLoggingStatus>");
  }

  @Test
  void anEmptyDocumentTurnsItOff() {
    put("<LoggingEnabled>" + TARGET + "</LoggingEnabled>");

    assertThat(put("").status()).isEqualTo(200);
    assertThat(s3.send("GET", "/photos?logging").xml()).isEqualTo(ROOT + "</BucketLoggingStatus>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<LoggingEnabled><TargetBucket>logs</TargetBucket></LoggingEnabled>",
        "<LoggingEnabled><TargetPrefix>a/</TargetPrefix></LoggingEnabled>",
        "<LoggingEnabled>" + TARGET + "<Other/></LoggingEnabled>",
        "<LoggingEnabled>" + TARGET + "<TargetObjectKeyFormat/></LoggingEnabled>",
        "<LoggingEnabled>"
            + TARGET
            + "<TargetObjectKeyFormat><SimplePrefix/><PartitionedPrefix/></TargetObjectKeyFormat>"
            + "</LoggingEnabled>",
        "<LoggingEnabled>"
            + TARGET
            + "<TargetObjectKeyFormat><PartitionedPrefix><PartitionDateSource>Never"
            + "</PartitionDateSource></PartitionedPrefix></TargetObjectKeyFormat></LoggingEnabled>",
        "<LoggingEnabled>"
            + TARGET
            + "<TargetGrants><Grant><Grantee/><Permission>READ</Permission></Grant></TargetGrants>"
            + "</LoggingEnabled>"
      })
  void theSchemaIsChecked(String content) {
    assertThat(put(content).text()).contains("<Code>MalformedXML</Code>");
  }

  @Test
  void theTargetMustExist() {
    Answer answer = put(enabled("missing", ""));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>InvalidTargetBucketForLogging</Code><Message>The target bucket for"
                + " logging does not exist</Message><TargetBucket>missing</TargetBucket></Error>");
  }

  @Test
  void theTargetMustLieInTheSameRegion() {
    s3.sendDocument(
        "PUT",
        "/irish",
        "<CreateBucketConfiguration><LocationConstraint>eu-west-1</LocationConstraint>"
            + "</CreateBucketConfiguration>");

    Answer answer = put(enabled("irish", ""));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>CrossLocationLoggingProhibitted</Code><Message>Cross S3 location logging"
                + " not allowed. </Message><SourceBucketLocation>us-east-1</SourceBucketLocation>"
                + "<TargetBucketLocation>eu-west-1</TargetBucketLocation></Error>");
  }

  @Test
  void theTargetMustBeOfTheSameOwner() {
    s3.registry()
        .add(
            Credential.permanent(
                "AKIASTRANGER",
                "secret",
                Caller.root(new Owner("111122223333", "b".repeat(64), "stranger"))));
    Signer stranger = new Signer();
    stranger.accessKey = "AKIASTRANGER";
    stranger.secret = "secret";
    assertThat(s3.sendSigned(stranger, "PUT", "/foreign", new byte[0]).status()).isEqualTo(200);

    Answer answer = put(enabled("foreign", ""));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>InvalidTargetBucketForLogging</Code><Message>The owner for the bucket to"
                + " be logged and the target bucket must be the same.</Message>"
                + "<TargetBucket>foreign</TargetBucket></Error>");
  }

  @Test
  void grantsNeedATargetWithAcls() {
    Answer answer = put(enabled("logs", grant("ID", "c".repeat(64))));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>AccessControlListNotSupported</Code><Message>Target grants not allowed"
                + " for bucket owner enforced buckets</Message></Error>");
  }

  @Test
  void grantsAreShown() {
    turnAclsOn();

    Answer answer = put(enabled("logs", grant("ID", "c".repeat(64))));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(s3.send("GET", "/photos?logging").xml())
        .contains(
            "<TargetGrants><Grant><Grantee"
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                + " xsi:type=\"CanonicalUser\"><ID>"
                + "c".repeat(64)
                + "</ID></Grantee><Permission>READ</Permission></Grant></TargetGrants>");
  }

  @ParameterizedTest
  @CsvSource({
    "URI, http://example.com/nobody, InvalidArgument, Invalid group uri",
    "ID, nobody, InvalidArgument, Invalid id",
    "EmailAddress, nobody@example.com, UnresolvableGrantByEmailAddress, The email address you"
        + " provided does not match any account on record."
  })
  void granteesAreChecked(String element, String name, String code, String message) {
    turnAclsOn();

    Answer answer = put(enabled("logs", grant(element, name)));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text())
        .contains("<Code>" + code + "</Code><Message>" + message + "</Message>");
  }

  @Test
  void aKeyHasNoLogging() {
    Answer answer = s3.send("GET", "/photos/cat.txt?logging");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>NoLoggingStatusForKey</Code><Message>There is no such thing as the"
                + " ?logging sub-resource for a key</Message></Error>");
  }

  private void turnAclsOn() {
    s3.sendDocument(
        "PUT",
        "/logs?ownershipControls",
        "<OwnershipControls><Rule><ObjectOwnership>ObjectWriter</ObjectOwnership></Rule>"
            + "</OwnershipControls>");
  }

  private static String enabled(String bucket, String grants) {
    return "<LoggingEnabled><TargetBucket>"
        + bucket
        + "</TargetBucket>"
        + grants
        + "<TargetPrefix/></LoggingEnabled>";
  }

  private static String grant(String element, String name) {
    return "<TargetGrants><Grant><Grantee><"
        + element
        + ">"
        + name
        + "</"
        + element
        + "></Grantee><Permission>READ</Permission></Grant></TargetGrants>";
  }

  private Answer put(String content) {
    return s3.sendDocument(
        "PUT", "/photos?logging", "<BucketLoggingStatus>" + content + "</BucketLoggingStatus>");
  }
}

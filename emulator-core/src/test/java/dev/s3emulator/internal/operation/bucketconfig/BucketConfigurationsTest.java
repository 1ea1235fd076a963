package dev.s3emulator.internal.operation.bucketconfig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What all configurations of a bucket have in common: put, get, delete, and what is answered when
 * there is none (recorded-answers 16, xml-shapes A.10).
 */
class BucketConfigurationsTest {

  private static final String NAMESPACE = " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"";

  private final InProcessS3 s3 = new InProcessS3();

  @BeforeEach
  void createBucket() {
    s3.send("PUT", "/alpha");
  }

  static Stream<Arguments> documents() {
    return Stream.of(
        row("abac", "AbacStatus", "<Status>Enabled</Status>"),
        row("accelerate", "AccelerateConfiguration", "<Status>Suspended</Status>"),
        row(
            "ownershipControls",
            "OwnershipControls",
            "<Rule><ObjectOwnership>ObjectWriter</ObjectOwnership></Rule>"),
        row(
            "publicAccessBlock",
            "PublicAccessBlockConfiguration",
            "<BlockPublicAcls>true</BlockPublicAcls><IgnorePublicAcls>false</IgnorePublicAcls>"
                + "<BlockPublicPolicy>true</BlockPublicPolicy>"
                + "<RestrictPublicBuckets>false</RestrictPublicBuckets>"),
        row(
            "lifecycle",
            "LifecycleConfiguration",
            "<Rule><ID>r1</ID><Filter><And><Prefix>logs/</Prefix>"
                + "<Tag><Key>k</Key><Value>v</Value></Tag>"
                + "<ObjectSizeGreaterThan>500</ObjectSizeGreaterThan></And></Filter>"
                + "<Status>Enabled</Status>"
                + "<Transition><Days>30</Days><StorageClass>STANDARD_IA</StorageClass></Transition>"
                + "<Expiration><Days>365</Days></Expiration>"
                + "<NoncurrentVersionExpiration>"
                + "<NewerNoncurrentVersions>3</NewerNoncurrentVersions>"
                + "<NoncurrentDays>10</NoncurrentDays></NoncurrentVersionExpiration></Rule>"),
        row(
            "notification",
            "NotificationConfiguration",
            "<QueueConfiguration><Id>q1</Id><Filter><S3Key><FilterRule><Name>Prefix</Name>"
                + "<Value>img/</Value></FilterRule></S3Key></Filter>"
                + "<Queue>arn:aws:sqs:us-east-1:111122223333:q</Queue>"
                + "<Event>s3:ObjectCreated:*</Event></QueueConfiguration>"
                + "<TopicConfiguration><Id>t1</Id>"
                + "<Topic>arn:aws:sns:us-east-1:111122223333:t</Topic>"
                + "<Event>s3:ObjectRemoved:Delete</Event></TopicConfiguration>"
                + "<EventBridgeConfiguration/>"));
  }

  private static Arguments row(String subResource, String root, String content) {
    return Arguments.of(subResource, root, content);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void whatWasPutIsShown(String subResource, String root, String content) {
    Answer put = put(subResource, root, content);

    assertThat(put.status()).isEqualTo(200);
    assertThat(put.text()).isEmpty();
    Answer shown = s3.send("GET", "/alpha?" + subResource);
    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.xml()).isEqualTo("<" + root + NAMESPACE + ">" + content + "</" + root + ">");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void whatIsNotOfTheSchemaIsMalformed(String subResource, String root, String content) {
    for (String wrong :
        new String[] {
          content + "<Unknown/>", "text" + content, "<" + root + ">", content.replace(">", "><x/>")
        }) {
      Answer answer = put(subResource, root, wrong);

      assertThat(answer.status()).as(wrong).isEqualTo(400);
      assertThat(answer.xml()).as(wrong).contains("<Code>MalformedXML</Code>");
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void anEmptyBodyIsNamed(String subResource, String root, String content) {
    Answer answer = s3.sendDocument("PUT", "/alpha?" + subResource, "");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.xml()).contains("<Code>MissingRequestBodyError</Code>");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void aMissingBucketIsNamed(String subResource, String root, String content) {
    Answer answer =
        s3.sendDocument(
            "PUT", "/beta?" + subResource, "<" + root + ">" + content + "</" + root + ">");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>NoSuchBucket</Code><Message>The specified bucket does not exist</Message>"
                + "<BucketName>beta</BucketName></Error>");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "ownershipControls, OwnershipControlsNotFoundError, The bucket ownership controls were not found",
    "publicAccessBlock, NoSuchPublicAccessBlockConfiguration, The public access block configuration was not found",
    "lifecycle, NoSuchLifecycleConfiguration, The lifecycle configuration does not exist",
    "replication, ReplicationConfigurationNotFoundError, The replication configuration was not found",
    "tagging, NoSuchTagSet, The TagSet does not exist"
  })
  void whatWasDeletedIsNotFoundAndMayBeDeletedAgain(
      String subResource, String code, String message) {
    assertThat(s3.send("DELETE", "/alpha?" + subResource).status()).isEqualTo(204);
    assertThat(s3.send("DELETE", "/alpha?" + subResource).status()).isEqualTo(204);

    Answer answer = s3.send("GET", "/alpha?" + subResource);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.xml())
        .isEqualTo(
            "<Error><Code>"
                + code
                + "</Code><Message>"
                + message
                + "</Message><BucketName>alpha</BucketName></Error>");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "accelerate, <AccelerateConfiguration{ns}></AccelerateConfiguration>",
    "notification, <NotificationConfiguration{ns}></NotificationConfiguration>",
    "abac, <AbacStatus{ns}><Status>Disabled</Status></AbacStatus>"
  })
  void someKindsNeverAreMissing(String subResource, String document) {
    Answer answer = s3.send("GET", "/alpha?" + subResource);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.xml()).isEqualTo(document.replace("{ns}", NAMESPACE));
  }

  /** (protocol-notes 25): since April 2023. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "ownershipControls, <OwnershipControls{ns}><Rule><ObjectOwnership>BucketOwnerEnforced</ObjectOwnership></Rule></OwnershipControls>",
    "publicAccessBlock, <PublicAccessBlockConfiguration{ns}><BlockPublicAcls>true</BlockPublicAcls><IgnorePublicAcls>true</IgnorePublicAcls><BlockPublicPolicy>true</BlockPublicPolicy><RestrictPublicBuckets>true</RestrictPublicBuckets></PublicAccessBlockConfiguration>"
  })
  void newBucketsAreClosedToOthers(String subResource, String document) {
    Answer answer = s3.send("GET", "/alpha?" + subResource);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.xml()).isEqualTo(document.replace("{ns}", NAMESPACE));
  }

  private Answer put(String subResource, String root, String content) {
    return s3.sendDocument(
        "PUT", "/alpha?" + subResource, "<" + root + ">" + content + "</" + root + ">");
  }
}

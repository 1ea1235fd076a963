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

/** GetBucketEncryption, PutBucketEncryption and DeleteBucketEncryption, and what they change. */
class BucketEncryptionTest {

  private static final String SSE = "x-amz-server-side-encryption";
  private static final String KEY_ID = SSE + "-aws-kms-key-id";
  private static final String BUCKET_KEY = SSE + "-bucket-key-enabled";
  private static final String DEFAULT = configuration(defaults("AES256") + bucketKey("false"));
  private static final String KMS =
      "<ApplyServerSideEncryptionByDefault><SSEAlgorithm>aws:kms</SSEAlgorithm>"
          + "<KMSMasterKeyID>k1</KMSMasterKeyID></ApplyServerSideEncryptionByDefault>";
  private static final String BLOCKED =
      "<BlockedEncryptionTypes><EncryptionType>SSE-C</EncryptionType></BlockedEncryptionTypes>";

  private final InProcessS3 s3 = new InProcessS3();

  @BeforeEach
  void createBucket() {
    s3.send("PUT", "/alpha");
  }

  private static String defaults(String algorithm) {
    return "<ApplyServerSideEncryptionByDefault><SSEAlgorithm>"
        + algorithm
        + "</SSEAlgorithm></ApplyServerSideEncryptionByDefault>";
  }

  private static String bucketKey(String enabled) {
    return "<BucketKeyEnabled>" + enabled + "</BucketKeyEnabled>";
  }

  private static String configuration(String rule) {
    return "<ServerSideEncryptionConfiguration xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
        + "<Rule>"
        + rule
        + "</Rule></ServerSideEncryptionConfiguration>";
  }

  private Answer put(String rule) {
    return s3.send("PUT", "/alpha?encryption", Headers.EMPTY, configuration(rule));
  }

  private void configure(String rule) {
    Answer stored = put(rule);
    assertThat(stored.status()).as(stored.text()).isEqualTo(200);
    assertThat(stored.text()).isEmpty();
  }

  private String shown() {
    return s3.send("GET", "/alpha?encryption").xml();
  }

  private Answer upload(String... headers) {
    return s3.send("PUT", "/alpha/key", Headers.of(headers), "cat");
  }

  @Test
  void everyBucketUsesS3sOwnKeysUnlessItWasSet() {
    assertThat(shown()).isEqualTo(DEFAULT);
  }

  @Test
  void configurationIsStoredAndReset() {
    configure(KMS + bucketKey("true"));
    assertThat(shown()).isEqualTo(configuration(KMS + bucketKey("true")));

    Answer deleted = s3.send("DELETE", "/alpha?encryption");

    assertThat(deleted.status()).isEqualTo(204);
    assertThat(shown()).isEqualTo(DEFAULT);
    assertThat(s3.send("DELETE", "/alpha?encryption").status()).isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AES256", "aws:kms", "aws:kms:dsse"})
  void algorithmIsThatOfUploadsThatNameNone(String algorithm) {
    configure(defaults(algorithm));

    assertThat(shown()).isEqualTo(configuration(defaults(algorithm) + bucketKey("false")));
    assertThat(upload().header(SSE)).isEqualTo(algorithm);
    assertThat(s3.send("HEAD", "/alpha/key").header(SSE)).isEqualTo(algorithm);
    assertThat(upload(SSE, "AES256").header(SSE)).isEqualTo("AES256");
  }

  @Test
  void keyOfTheBucketIsUsedWhereTheUploadNamesNoAlgorithm() {
    configure(KMS + bucketKey("true"));
    String arn = "arn:aws:kms:us-east-1:123456789012:key/k1";

    Answer plain = upload();
    Answer named = upload(SSE, "aws:kms", KEY_ID, "k2");
    Answer unnamed = upload(SSE, "aws:kms");

    assertThat(plain.header(KEY_ID)).isEqualTo(arn);
    assertThat(plain.header(BUCKET_KEY)).isEqualTo("true");
    assertThat(named.header(KEY_ID)).endsWith(":key/k2");
    assertThat(named.header(BUCKET_KEY)).isEqualTo("true");
    // It asks for the key of AWS, whatever key the bucket has.
    assertThat(unnamed.header(KEY_ID)).doesNotEndWith(":key/k1");
    assertThat(upload(BUCKET_KEY, "false").header(BUCKET_KEY)).isNull();
  }

  @Test
  void copiesPartsAndFormsFollowTheBucketToo() {
    upload();
    configure(KMS);

    Answer copied = s3.send("PUT", "/alpha/copy", Headers.of("x-amz-copy-source", "alpha/key"));
    Answer created = s3.send("POST", "/alpha/parts?uploads");

    assertThat(copied.header(SSE)).isEqualTo("aws:kms");
    assertThat(created.header(KEY_ID)).endsWith(":key/k1");
  }

  @Test
  void configuredBucketTakesCopiesOntoThemselves() {
    upload();
    Headers itself = Headers.of("x-amz-copy-source", "alpha/key");
    assertThat(s3.send("PUT", "/alpha/key", itself).status()).isEqualTo(400);

    configure(defaults("AES256"));

    assertThat(s3.send("PUT", "/alpha/key", itself).status()).isEqualTo(200);
  }

  @Test
  void keyIsNotLookedAtBeforeItIsNeeded() {
    configure(KMS.replace("k1", "aws/s3"));

    Answer refused = upload();

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.xml())
        .contains("<Code>KMS.NotFoundException</Code><Message>Invalid keyId 'aws/s3'</Message>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<ServerSideEncryptionConfiguration/>",
        "<ServerSideEncryptionConfiguration><Rule/><Rule/></ServerSideEncryptionConfiguration>",
        "<ServerSideEncryptionConfiguration><Rule><SSEAlgorithm>AES256</SSEAlgorithm></Rule>"
            + "</ServerSideEncryptionConfiguration>",
        "<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault/></Rule>"
            + "</ServerSideEncryptionConfiguration>",
        "<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault>"
            + "<SSEAlgorithm>AES128</SSEAlgorithm></ApplyServerSideEncryptionByDefault></Rule>"
            + "</ServerSideEncryptionConfiguration>",
        "<ServerSideEncryptionConfiguration><Rule><BlockedEncryptionTypes><EncryptionType>SSE-S3"
            + "</EncryptionType></BlockedEncryptionTypes></Rule>"
            + "</ServerSideEncryptionConfiguration>",
        "<Other/>",
        "no XML"
      })
  void otherDocumentsAreMalformed(String document) {
    Answer refused = s3.send("PUT", "/alpha?encryption", Headers.EMPTY, document);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.xml()).contains("<Code>MalformedXML</Code>");
    assertThat(shown()).isEqualTo(DEFAULT);
  }

  @Test
  void s3sOwnKeysHaveNoName() {
    Answer refused = put(KMS.replace("aws:kms", "AES256"));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.xml())
        .isEqualTo(
            "<Error><Code>InvalidArgument</Code><Message>a KMSMasterKeyID is not applicable if the"
                + " default sse algorithm is not aws:kms or aws:kms:dsse</Message>"
                + "<ArgumentName>ApplyServerSideEncryptionByDefault</ArgumentName></Error>");
  }

  @Test
  void encryptionByFsxIsNotEmulated() {
    Answer refused = put(defaults("aws:fsx"));

    assertThat(refused.status()).isEqualTo(501);
    assertThat(refused.xml()).contains("<Code>NotImplemented</Code>", "Amazon FSx");
  }

  @ParameterizedTest
  @CsvSource({"GET", "PUT", "DELETE"})
  void missingBucketIsNamed(String method) {
    Answer refused =
        s3.send(method, "/nowhere?encryption", Headers.EMPTY, method.equals("PUT") ? "<a/>" : "");

    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.xml())
        .contains("<Code>NoSuchBucket</Code>", "<BucketName>nowhere</BucketName>");
  }

  @Test
  void customersKeysCanBeBlocked() {
    Headers key =
        Headers.of(
            SSE + "-customer-algorithm",
            "AES256",
            SSE + "-customer-key",
            "YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=",
            SSE + "-customer-key-MD5",
            "Xsqb0+sHwAbNQ65I395/0w==");
    assertThat(s3.send("PUT", "/alpha/old", key, "cat").status()).isEqualTo(200);
    configure(BLOCKED);

    Answer refused = s3.send("PUT", "/alpha/new", key, "cat");

    assertThat(shown()).isEqualTo(configuration(defaults("AES256") + bucketKey("false") + BLOCKED));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text())
        .contains("<Code>AccessDenied</Code>")
        .contains(
            " is not authorized to perform: s3:PutObject on resource:"
                + " &quot;arn:aws:s3:::alpha/new&quot; because this bucket has blocked upload"
                + " requests that specify Server Side Encryption with Customer provided keys"
                + " (SSE-C). Please specify a different server-side encryption type");
    assertThat(s3.send("POST", "/alpha/new?uploads", key).status()).isEqualTo(403);
    assertThat(s3.send("GET", "/alpha/old", key).status()).isEqualTo(200);
    // A document that does not mention it leaves it blocked.
    configure(KMS);
    assertThat(s3.send("PUT", "/alpha/new", key, "cat").status()).isEqualTo(403);
    configure(KMS + BLOCKED.replace("SSE-C", "NONE"));
    assertThat(s3.send("PUT", "/alpha/new", key, "cat").status()).isEqualTo(200);
  }
}

package dev.s3emulator.internal.operation.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.ObjectVersion;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PutObject (protocol-notes 8, 9, 12, 15, 16, 19, 20, 22; recorded-answers 3, 6.12, 11, 13). */
class PutObjectTest {

  private static final String HELLO_TAG = "\"5d41402abc4b2a76b9719d911017c592\"";

  private final InProcessS3 s3 = new InProcessS3();

  @BeforeEach
  void makeBucket() {
    s3.send("PUT", "/bucket");
  }

  @Test
  void storedObjectIsReadBack() {
    Answer put = s3.send("PUT", "/bucket/key", Headers.EMPTY, "hello world");

    assertThat(put.status()).isEqualTo(200);
    assertThat(put.header("ETag")).isEqualTo("\"5eb63bbbe01eeed093cb22bb8f5acdc3\"");
    assertThat(put.header("x-amz-server-side-encryption")).isEqualTo("AES256");
    assertThat(put.header("x-amz-checksum-crc64nvme")).isEqualTo("jSnVw/bqjr4=");
    assertThat(put.header("x-amz-checksum-type")).isEqualTo("FULL_OBJECT");
    assertThat(put.header("x-amz-version-id")).isNull();
    assertThat(put.bytes()).isEmpty();
    assertThat(s3.send("GET", "/bucket/key").text()).isEqualTo("hello world");
  }

  @Test
  void emptyObjectIsStored() {
    Answer put = put();

    assertThat(put.header("ETag")).isEqualTo("\"d41d8cd98f00b204e9800998ecf8427e\"");
    assertThat(put.header("x-amz-checksum-crc64nvme")).isEqualTo("AAAAAAAAAAA=");
  }

  @Test
  void checksumOfTheClientIsKeptAndShown() {
    Answer put =
        s3.send(
            "PUT", "/bucket/key", Headers.of("x-amz-checksum-crc32", "DUoRhQ=="), "hello world");

    assertThat(put.header("x-amz-checksum-crc32")).isEqualTo("DUoRhQ==");
    assertThat(put.header("x-amz-checksum-type")).isEqualTo("FULL_OBJECT");
    assertThat(put.header("x-amz-checksum-crc64nvme")).isNull();
  }

  @Test
  void wrongChecksumStoresNothing() {
    Answer put =
        s3.send("PUT", "/bucket/key", Headers.of("x-amz-checksum-crc32", "AAAAAA=="), "hello");

    assertThat(put.status()).isEqualTo(400);
    assertThat(put.xml())
        .isEqualTo(
            "<Error><Code>BadDigest</Code><Message>The CRC32 you specified did not match the"
                + " calculated checksum.</Message></Error>");
    assertThat(s3.send("GET", "/bucket/key").status()).isEqualTo(404);
  }

  @Test
  void missingBucketIsRefused() {
    Answer put = s3.send("PUT", "/nowhere/key", Headers.EMPTY, "x");

    assertThat(put.status()).isEqualTo(404);
    assertThat(put.xml())
        .isEqualTo(
            "<Error><Code>NoSuchBucket</Code><Message>The specified bucket does not"
                + " exist</Message><BucketName>nowhere</BucketName></Error>");
  }

  @Test
  void keyHasAtMost1024Bytes() {
    assertThat(s3.send("PUT", "/bucket/" + "ä".repeat(512)).status()).isEqualTo(200);

    Answer tooLong = s3.send("PUT", "/bucket/" + "k".repeat(1025));

    assertThat(tooLong.status()).isEqualTo(400);
    assertThat(tooLong.xml())
        .isEqualTo(
            "<Error><Code>KeyTooLongError</Code><Message>Your key is too long</Message>"
                + "<Size>1025</Size><MaxSizeAllowed>1024</MaxSizeAllowed></Error>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a//b", "a/", "%2E/a", "a%20b+c", "%F0%9F%98%80", "a%2Fb", "a%3Fb%23c", "a%252Fb"})
  void keyIsTakenLiterally(String encoded) {
    s3.send("PUT", "/bucket/" + encoded, Headers.EMPTY, encoded);

    assertThat(s3.send("GET", "/bucket/" + encoded).text()).isEqualTo(encoded);
  }

  @Test
  void enabledBucketKeepsEveryVersionAndNamesIt() {
    versioning("Enabled");
    String first = put("x-amz-meta-n", "1").header("x-amz-version-id");
    String second = put("x-amz-meta-n", "2").header("x-amz-version-id");

    assertThat(first).hasSize(32).isNotEqualTo(second);
    assertThat(s3.send("GET", "/bucket/key").header("x-amz-meta-n")).isEqualTo("2");
    assertThat(s3.send("GET", "/bucket/key?versionId=" + first).header("x-amz-meta-n"))
        .isEqualTo("1");
  }

  @Test
  void suspendedBucketReplacesTheNullVersionAndKeepsSilent() {
    versioning("Enabled");
    String kept = put().header("x-amz-version-id");
    versioning("Suspended");
    s3.send("DELETE", "/bucket/key");

    assertThat(put("x-amz-meta-n", "1").header("x-amz-version-id")).isNull();
    assertThat(put("x-amz-meta-n", "2").header("x-amz-version-id")).isNull();

    Bucket bucket = s3.engine().state().requireBucket("bucket");
    assertThat(bucket.stack(ObjectKey.of("key")).orElseThrow().size()).isEqualTo(2);
    Answer current = s3.send("GET", "/bucket/key");
    assertThat(current.header("x-amz-version-id")).isEqualTo("null");
    assertThat(current.header("x-amz-meta-n")).isEqualTo("2");
    assertThat(s3.send("GET", "/bucket/key?versionId=" + kept).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "", "abc"})
  void versionIdIsNotAccepted(String versionId) {
    Answer put = s3.send("PUT", "/bucket/key?versionId=" + versionId);

    assertThat(put.status()).isEqualTo(400);
    assertThat(put.xml()).contains("<Code>InvalidArgument</Code>");
  }

  @Test
  void ifNoneMatchRefusesAnExistingObjectButNotADeletedOne() {
    versioning("Enabled");
    assertThat(put("If-None-Match", "*").status()).isEqualTo(200);

    Answer refused = put("If-None-Match", "*");

    assertThat(refused.status()).isEqualTo(412);
    assertThat(refused.xml())
        .isEqualTo(
            "<Error><Code>PreconditionFailed</Code><Message>At least one of the pre-conditions you"
                + " specified did not hold</Message><Condition>If-None-Match</Condition></Error>");
    s3.send("DELETE", "/bucket/key");
    assertThat(put("If-None-Match", "*").status()).isEqualTo(200);
  }

  @Test
  void ifMatchNeedsTheCurrentObject() {
    Answer absent = put("If-Match", HELLO_TAG);
    s3.send("PUT", "/bucket/key", Headers.EMPTY, "hello");
    Answer other = put("If-Match", "\"d41d8cd98f00b204e9800998ecf8427e\"");

    assertThat(absent.status()).isEqualTo(404);
    assertThat(absent.xml()).contains("<Code>NoSuchKey</Code>", "<Key>key</Key>");
    assertThat(other.status()).isEqualTo(412);
    assertThat(other.xml()).contains("<Condition>If-Match</Condition>");
    assertThat(put("If-Match", HELLO_TAG).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "If-None-Match, '\"abc\"', We don't accept the provided value of If-None-Match header for this"
        + " API",
    "If-Match, *, We don't accept the provided value of If-Match header for this API"
  })
  void otherConditionsAreNotImplementedByS3(String header, String value, String message) {
    Answer refused = put(header, value);

    assertThat(refused.status()).isEqualTo(501);
    assertThat(refused.xml())
        .isEqualTo(
            "<Error><Code>NotImplemented</Code><Message>A header you provided implies"
                + " functionality that is not implemented</Message><Header>%s</Header>"
                    .formatted(header)
                + "<additionalMessage>%s</additionalMessage></Error>".formatted(message));
  }

  @Test
  void bothConditionsAreNotImplementedByS3() {
    Answer refused = put("If-Match", HELLO_TAG, "If-None-Match", "*");

    assertThat(refused.status()).isEqualTo(501);
    assertThat(refused.xml())
        .contains(
            "<Header>If-Match,If-None-Match</Header><additionalMessage>Multiple conditional request"
                + " headers present in the request</additionalMessage>");
  }

  @ParameterizedTest
  @CsvSource({
    "x-amz-storage-class, OUTPOSTS, 400, InvalidStorageClass,"
        + " <StorageClassRequested>OUTPOSTS</StorageClassRequested>",
    "x-amz-storage-class, standard, 400, InvalidStorageClass,"
        + " <StorageClassRequested>standard</StorageClassRequested>",
    "x-amz-website-redirect-location, ftp://x, 400, InvalidRedirectLocation, ''",
    "x-amz-tagging, aws:a=b, 400, InvalidTag, <TagKey>aws:a</TagKey>",
    "x-amz-acl, nonsense, 400, InvalidArgument, <Message></Message>",
    "x-amz-acl, nonsense, 400, InvalidArgument,"
        + " <ArgumentName>x-amz-acl</ArgumentName><ArgumentValue>nonsense</ArgumentValue>",
    "x-amz-acl, public-read, 400, AccessControlListNotSupported,"
        + " <Message>The bucket does not allow ACLs</Message>",
    "x-amz-acl, private, 400, AccessControlListNotSupported, ''",
    "x-amz-grant-read, id=abc, 400, AccessControlListNotSupported, ''",
    "x-amz-server-side-encryption, AES128, 400, InvalidEncryptionAlgorithmError,"
        + " <ArgumentName>x-amz-server-side-encryption</ArgumentName>"
        + "<ArgumentValue>AES128</ArgumentValue>",
    "x-amz-server-side-encryption-aws-kms-key-id, k, 400, InvalidArgument, KMS",
    "x-amz-server-side-encryption-customer-algorithm, AES256, 400, InvalidArgument, secret key",
    "x-amz-write-offset-bytes, 0, 501, NotImplemented, appending to objects of directory buckets",
    "x-amz-expected-bucket-owner, 999999999999, 403, AccessDenied, ''"
  })
  void headersThatCannotBeHonoredAreRefusedBeforeTheBody(
      String header, String value, int status, String code, String fragment) {
    RequestHead head =
        new RequestHead(
            "PUT",
            "/bucket/key",
            "",
            Headers.of("Host", "127.0.0.1", "Content-Length", "1", header, value),
            false,
            "127.0.0.1");
    Answer answer = put(header, value);

    assertThat(s3.pipeline().begin(head).isRefused()).isTrue();
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.xml()).contains("<Code>" + code + "</Code>", fragment);
    assertThat(s3.send("GET", "/bucket/key").status()).isEqualTo(404);
  }

  @Test
  void cannedAclAndGrantsExcludeEachOther() {
    Answer refused = put("x-amz-acl", "private", "x-amz-grant-read", "id=abc");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.xml())
        .contains("Specifying both Canned ACLs and Header Grants is not allowed");
  }

  @Test
  void aclThatGivesTheOwnerControlIsAccepted() {
    String owner = s3.engine().state().requireBucket("bucket").settings().owner().canonicalId();

    assertThat(put("x-amz-acl", "bucket-owner-full-control").status()).isEqualTo(200);
    assertThat(put("x-amz-grant-full-control", "id=\"" + owner + "\"").status()).isEqualTo(200);
  }

  @Test
  void explicitDefaultEncryptionIsAccepted() {
    assertThat(put("x-amz-server-side-encryption", "AES256").status()).isEqualTo(200);
  }

  @Test
  void metadataBeyond2KilobytesIsRefused() {
    assertThat(put("x-amz-meta-a", "v".repeat(2047)).status()).isEqualTo(200);

    Answer refused = put("x-amz-meta-a", "v".repeat(2048));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.xml())
        .isEqualTo(
            "<Error><Code>MetadataTooLarge</Code><Message>Your metadata headers exceed the maximum"
                + " allowed metadata size</Message><Size>2049</Size>"
                + "<MaxSizeAllowed>2048</MaxSizeAllowed></Error>");
  }

  @Test
  void equalMetadataAreSharedByObjects() {
    s3.send("PUT", "/bucket/a", Headers.of("Content-Type", "text/plain", "x-amz-meta-n", "1"));
    s3.send("PUT", "/bucket/b", Headers.of("Content-Type", "text/plain", "x-amz-meta-n", "1"));

    assertThat(stored("a").metadata()).isSameAs(stored("b").metadata());
    assertThat(stored("a").tags()).isSameAs(stored("b").tags());
  }

  private ObjectVersion stored(String key) {
    return (ObjectVersion)
        s3.engine().state().requireBucket("bucket").current(ObjectKey.of(key)).orElseThrow();
  }

  private Answer put(String... headers) {
    return s3.send("PUT", "/bucket/key", Headers.of(headers));
  }

  private void versioning(String status) {
    s3.send(
        "PUT",
        "/bucket?versioning",
        Headers.EMPTY,
        "<VersioningConfiguration><Status>%s</Status></VersioningConfiguration>".formatted(status));
  }
}

package dev.s3emulator.internal.operation.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.ObjectVersion;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * CopyObject (protocol-notes 12, 19, 23; recorded-answers 3.6, 3.7, 6.11, 11, 13; xml-shapes A.7).
 */
class CopyObjectTest {

  private static final String HELLO_WORLD_TAG = "\"5eb63bbbe01eeed093cb22bb8f5acdc3\"";

  private final InProcessS3 s3 = new InProcessS3();

  @BeforeEach
  void putSource() {
    s3.send("PUT", "/source");
    s3.send("PUT", "/target");
    s3.send(
        "PUT",
        "/source/a b",
        Headers.of(
            "Content-Type", "text/plain",
            "x-amz-meta-color", "blue",
            "x-amz-tagging", "k=v",
            "x-amz-storage-class", "STANDARD_IA",
            "x-amz-website-redirect-location", "/x"),
        "hello world");
    s3.advanceSeconds(60);
  }

  @Test
  void copySharesContentAndTellsAboutIt() {
    Answer copy = copy("/source/a%20b");

    assertThat(copy.status()).isEqualTo(200);
    assertThat(copy.header("Content-Type")).isEqualTo("application/xml");
    assertThat(copy.header("x-amz-server-side-encryption")).isEqualTo("AES256");
    assertThat(copy.header("x-amz-version-id")).isNull();
    assertThat(copy.header("x-amz-copy-source-version-id")).isNull();
    assertThat(copy.xml())
        .isEqualTo(
            "<CopyObjectResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
                + "<LastModified>2026-02-03T16:46:09.000Z</LastModified>"
                + "<ETag>&quot;5eb63bbbe01eeed093cb22bb8f5acdc3&quot;</ETag>"
                + "<ChecksumType>FULL_OBJECT</ChecksumType>"
                + "<ChecksumCRC64NVME>jSnVw/bqjr4=</ChecksumCRC64NVME></CopyObjectResult>");
    assertThat(s3.send("GET", "/target/key").text()).isEqualTo("hello world");
    assertThat(current("target", "key").content()).isSameAs(current("source", "a b").content());
  }

  @Test
  void versionsAreNamedWhereTheBucketsHaveThem() {
    versioning("source", "Enabled");
    String old = s3.send("PUT", "/source/v", Headers.EMPTY, "old").header("x-amz-version-id");
    s3.send("PUT", "/source/v", Headers.EMPTY, "new");
    versioning("target", "Enabled");

    Answer copy = copy("source/v?versionId=" + old);

    assertThat(copy.header("x-amz-copy-source-version-id")).isEqualTo(old);
    assertThat(copy.header("x-amz-version-id")).hasSize(32).isNotEqualTo(old);
    assertThat(s3.send("GET", "/target/key").text()).isEqualTo("old");
  }

  @Test
  void copyIntoASuspendedBucketShowsNullButANullSourceDoesNot() {
    versioning("source", "Enabled");
    versioning("target", "Suspended");

    Answer copy = copy("source/a%20b?versionId=null");

    assertThat(copy.header("x-amz-version-id")).isEqualTo("null");
    assertThat(copy.header("x-amz-copy-source-version-id")).isNull();
  }

  @Test
  void metadataAndTagsComeFromTheSourceButNotStorageClassAndRedirect() {
    copy("source/a%20b", "x-amz-meta-color", "red", "Content-Type", "text/csv");

    Answer got = s3.send("GET", "/target/key");

    assertThat(got.header("Content-Type")).isEqualTo("text/plain");
    assertThat(got.header("x-amz-meta-color")).isEqualTo("blue");
    assertThat(got.header("x-amz-tagging-count")).isEqualTo("1");
    assertThat(got.header("x-amz-storage-class")).isNull();
    assertThat(got.header("x-amz-website-redirect-location")).isNull();
  }

  @Test
  void directivesReplaceMetadataAndTags() {
    copy(
        "source/a%20b",
        "x-amz-metadata-directive",
        "REPLACE",
        "x-amz-meta-shape",
        "round",
        "x-amz-tagging-directive",
        "REPLACE",
        "x-amz-tagging",
        "a=1&b=2",
        "x-amz-storage-class",
        "ONEZONE_IA",
        "x-amz-website-redirect-location",
        "/y");

    Answer got = s3.send("GET", "/target/key");

    assertThat(got.header("Content-Type")).isEqualTo("binary/octet-stream");
    assertThat(got.header("x-amz-meta-color")).isNull();
    assertThat(got.header("x-amz-meta-shape")).isEqualTo("round");
    assertThat(got.header("x-amz-tagging-count")).isEqualTo("2");
    assertThat(got.header("x-amz-storage-class")).isEqualTo("ONEZONE_IA");
    assertThat(got.header("x-amz-website-redirect-location")).isEqualTo("/y");
  }

  @ParameterizedTest
  @CsvSource({
    "x-amz-metadata-directive, Unknown metadata directive.",
    "x-amz-tagging-directive, Unknown tagging directive."
  })
  void unknownDirectiveIsRefused(String header, String message) {
    Answer refused = copy("source/a%20b", header, "MERGE");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.xml())
        .isEqualTo(
            "<Error><Code>InvalidArgument</Code><Message>%s</Message>".formatted(message)
                + "<ArgumentName>%s</ArgumentName>".formatted(header)
                + "<ArgumentValue>MERGE</ArgumentValue></Error>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x-amz-tagging-directive: REPLACE",
        "x-amz-checksum-algorithm: SHA256",
        "x-amz-meta-a: b",
        "x-amz-metadata-directive: COPY"
      })
  void copyOntoItselfMustChangeSomething(String header) {
    Answer refused = copyOntoItself(header.split(": "));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.xml())
        .isEqualTo(
            "<Error><Code>InvalidRequest</Code><Message>This copy request is illegal because it is"
                + " trying to copy an object to itself without changing the object's metadata,"
                + " storage class, website redirect location or encryption"
                + " attributes.</Message></Error>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x-amz-metadata-directive: REPLACE",
        "x-amz-storage-class: STANDARD_IA",
        "x-amz-website-redirect-location: /x",
        "x-amz-server-side-encryption: AES256"
      })
  void copyOntoItselfMayNameWhatChanges(String header) {
    assertThat(copyOntoItself(header.split(": ")).status()).isEqualTo(200);
  }

  @Test
  void olderVersionIsCopiedOntoItself() {
    versioning("source", "Enabled");
    s3.send("PUT", "/source/a%20b", Headers.EMPTY, "newer");

    Answer copy =
        s3.send(
            "PUT", "/source/a%20b", Headers.of("x-amz-copy-source", "source/a%20b?versionId=null"));

    assertThat(copy.status()).isEqualTo(200);
    assertThat(s3.send("GET", "/source/a%20b").text()).isEqualTo("hello world");
  }

  @Test
  void conditionOnTheDestinationIsThatOfAWrite() {
    assertThat(copy("source/a%20b", "If-Match", HELLO_WORLD_TAG).status()).isEqualTo(404);
    assertThat(copy("source/a%20b", "If-None-Match", "*").status()).isEqualTo(200);
    assertThat(copy("source/a%20b", "If-None-Match", "*").status()).isEqualTo(412);
    assertThat(copy("source/a%20b", "If-Match", HELLO_WORLD_TAG).status()).isEqualTo(200);
    assertThat(copy("source/a%20b", "If-Match", "*").status()).isEqualTo(501);
  }

  @ParameterizedTest
  @CsvSource({
    "x-amz-acl, public-read, 400",
    "x-amz-server-side-encryption, aws:kms:none, 400",
    "x-amz-copy-source-server-side-encryption-customer-algorithm, AES256, 400",
    "x-amz-object-lock-legal-hold, ON, 400",
    "x-amz-storage-class, SNOW, 400",
    "x-amz-checksum-algorithm, CRC16, 400"
  })
  void headersThatCannotBeHonoredAreRefused(String header, String value, int status) {
    assertThat(copy("source/a%20b", header, value).status()).isEqualTo(status);
    assertThat(s3.send("GET", "/target/key").status()).isEqualTo(404);
  }

  @Test
  void missingDestinationBucketIsRefused() {
    Answer refused =
        s3.send("PUT", "/nowhere/key", Headers.of("x-amz-copy-source", "source/a%20b"));

    assertThat(refused.xml())
        .contains("<Code>NoSuchBucket</Code>", "<BucketName>nowhere</BucketName>");
  }

  private Answer copy(String source, String... headers) {
    return s3.send(
        "PUT",
        "/target/key",
        Headers.builder().add("x-amz-copy-source", source).addAll(Headers.of(headers)).build());
  }

  private Answer copyOntoItself(String... headers) {
    return s3.send(
        "PUT",
        "/source/a%20b",
        Headers.builder()
            .add("x-amz-copy-source", "source/a%20b")
            .addAll(Headers.of(headers))
            .build());
  }

  private ObjectVersion current(String bucket, String key) {
    return (ObjectVersion)
        s3.engine().state().requireBucket(bucket).current(ObjectKey.of(key)).orElseThrow();
  }

  private void versioning(String bucket, String status) {
    s3.send(
        "PUT",
        "/" + bucket + "?versioning",
        Headers.EMPTY,
        "<VersioningConfiguration><Status>%s</Status></VersioningConfiguration>".formatted(status));
  }
}

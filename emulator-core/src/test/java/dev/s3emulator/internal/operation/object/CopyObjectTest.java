package dev.s3emulator.internal.operation.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.ETag;
import dev.s3emulator.internal.domain.ObjectContent;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.ObjectMetadata;
import dev.s3emulator.internal.domain.ObjectVersion;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.TagSet;
import dev.s3emulator.internal.domain.WriteCommand;
import dev.s3emulator.internal.domain.WritePrecondition;
import dev.s3emulator.internal.domain.Writing;
import dev.s3emulator.internal.domain.checksum.Checksum;
import dev.s3emulator.internal.domain.checksum.ChecksumAlgorithm;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import dev.s3emulator.store.BlobRef;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
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

  @ParameterizedTest
  @CsvSource({
    "source/a%20b, a b",
    "/source/a%20b, a b",
    "source%2Fa%20b, a b",
    "%2Fsource%2Fa%20b, a b",
    "source/a+b, a+b",
    "source/a%2Bb, a+b",
    "source/a%2525b, a%25b",
    "source//a, /a",
    "source/a%3Fb, a?b",
    "source/%F0%9F%98%80, 😀"
  })
  void sourceIsDecodedOnce(String header, String key) {
    store(key, current("source", "a b").content());

    assertThat(copy(header).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "source",
        "/source",
        "source/",
        "/source/",
        "//key",
        "source/%",
        "source/%FF",
        "source/a%20b?other=1",
        "source/a%20b?"
      })
  void malformedSourceIsRefused(String header) {
    Answer refused = copy(header);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.xml())
        .isEqualTo(
            "<Error><Code>InvalidArgument</Code><Message>Invalid copy source object key</Message>"
                + "<ArgumentName>x-amz-copy-source</ArgumentName>"
                + "<ArgumentValue>x-amz-copy-source</ArgumentValue></Error>");
  }

  @Test
  void accessPointsAreNotEmulated() {
    Answer refused = copy("arn:aws:s3:us-east-1:123456789012:accesspoint/ap/object/key");

    assertThat(refused.status()).isEqualTo(501);
    assertThat(refused.xml()).contains("access points");
  }

  @ParameterizedTest
  @CsvSource({
    "nowhere/key, 404, NoSuchBucket, <BucketName>nowhere</BucketName>",
    "source/key, 404, NoSuchKey, <Key>key</Key>",
    "source/a%20b?versionId=, 400, InvalidArgument, Version id cannot be the empty string",
    "source/a%20b?versionId=abc, 400, InvalidArgument,"
        + " <ArgumentName>versionId</ArgumentName><ArgumentValue>abc</ArgumentValue>",
    "source/key?versionId=null, 404, NoSuchVersion, <Key>key</Key><VersionId>null</VersionId>"
  })
  void missingSourceIsRefused(String header, int status, String code, String fragment) {
    Answer refused = copy(header);

    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.xml()).contains("<Code>" + code + "</Code>", fragment);
  }

  @Test
  void deleteMarkerIsNoSource() {
    versioning("source", "Enabled");
    String marker = s3.send("DELETE", "/source/a%20b").header("x-amz-version-id");

    Answer current = copy("source/a%20b");
    Answer itself = copy("source/a%20b?versionId=" + marker);

    assertThat(current.status()).isEqualTo(404);
    assertThat(current.xml()).contains("<Code>NoSuchKey</Code>", "<Key>a b</Key>");
    assertThat(itself.status()).isEqualTo(400);
    assertThat(itself.xml())
        .isEqualTo(
            "<Error><Code>InvalidRequest</Code><Message>The source of a copy request may not"
                + " specifically refer to a delete marker by version id.</Message></Error>");
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

  @ParameterizedTest
  @CsvSource({
    "If-Match, '\"other\"'",
    "If-None-Match, 5eb63bbbe01eeed093cb22bb8f5acdc3",
    "If-Modified-Since, 'Tue, 03 Feb 2026 16:45:09 GMT'",
    "If-Unmodified-Since, 'Tue, 03 Feb 2026 16:45:08 GMT'"
  })
  void failedConditionOnTheSourceIs412(String condition, String value) {
    Answer refused =
        copy("source/a%20b", "x-amz-copy-source-" + condition.toLowerCase(Locale.ROOT), value);

    assertThat(refused.status()).isEqualTo(412);
    assertThat(refused.xml())
        .contains("<Condition>x-amz-copy-source-" + condition + "</Condition>");
    assertThat(s3.send("GET", "/target/key").status()).isEqualTo(404);
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
  @CsvSource({"123456789012, 200", "999999999999, 403", "abcd, 400"})
  void ownerOfTheSourceMustBeTheExpectedOne(String owner, int status) {
    assertThat(copy("source/a%20b", "x-amz-source-expected-bucket-owner", owner).status())
        .isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "x-amz-acl, public-read, 400",
    "x-amz-server-side-encryption, aws:kms, 501",
    "x-amz-copy-source-server-side-encryption-customer-algorithm, AES256, 501",
    "x-amz-object-lock-legal-hold, ON, 400",
    "x-amz-storage-class, SNOW, 400",
    "x-amz-checksum-algorithm, CRC16, 400"
  })
  void headersThatCannotBeHonoredAreRefused(String header, String value, int status) {
    assertThat(copy("source/a%20b", header, value).status()).isEqualTo(status);
    assertThat(s3.send("GET", "/target/key").status()).isEqualTo(404);
  }

  @Test
  void archivedSourceIsRefused() {
    s3.send("PUT", "/source/cold", Headers.of("x-amz-storage-class", "GLACIER"), "x");

    Answer refused = copy("source/cold");

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.xml())
        .contains("<Code>InvalidObjectState</Code>", "<StorageClass>GLACIER</StorageClass>");
  }

  @Test
  void sourceHasAtMost5Gibibytes() {
    ObjectContent small = current("source", "a b").content();
    store("big", new ObjectContent(new Huge(5L << 30), small.eTag(), small.checksum()));
    store("bigger", new ObjectContent(new Huge((5L << 30) + 1), small.eTag(), small.checksum()));

    Answer refused = copy("source/bigger");

    assertThat(copy("source/big").status()).isEqualTo(200);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.xml())
        .isEqualTo(
            "<Error><Code>InvalidRequest</Code><Message>The specified copy source is larger than"
                + " the maximum allowable size for a copy source: 5368709120</Message></Error>");
  }

  @ParameterizedTest
  @CsvSource({"CRC32, DUoRhQ==", "crc32c, yZRlqg==", "CRC64NVME, jSnVw/bqjr4="})
  void checksumAlgorithmOfTheCopyIsChosen(String algorithm, String checksum) {
    Answer copy = copy("source/a%20b", "x-amz-checksum-algorithm", algorithm);

    assertThat(copy.xml())
        .contains(
            "<ETag>&quot;5eb63bbbe01eeed093cb22bb8f5acdc3&quot;</ETag>",
            ">" + checksum + "</Checksum" + algorithm.toUpperCase(Locale.ROOT) + ">");
    assertThat(current("target", "key").content().blob())
        .isSameAs(current("source", "a b").content().blob());
  }

  @Test
  void unknownChecksumAlgorithmIsRefused() {
    assertThat(copy("source/a%20b", "x-amz-checksum-algorithm", "CRC16").xml())
        .isEqualTo(
            "<Error><Code>InvalidRequest</Code><Message>Checksum algorithm provided is unsupported."
                + " Please try again with any of the valid types: [CRC32, CRC32C, CRC64NVME, SHA1,"
                + " SHA256]</Message></Error>");
  }

  @Test
  void copyOfAMultipartObjectHasDigestsOfOnePiece() {
    ObjectContent plain = current("source", "a b").content();
    Checksum part = Checksum.of(ChecksumAlgorithm.CRC32, new byte[4]);
    store(
        "parts",
        new ObjectContent(
            plain.blob(),
            ETag.ofParts(new byte[16], 2),
            Checksum.compositeOf(List.of(part, part))));

    Answer copy = copy("source/parts");

    assertThat(copy.xml())
        .contains(
            "<ETag>&quot;5eb63bbbe01eeed093cb22bb8f5acdc3&quot;</ETag>"
                + "<ChecksumType>FULL_OBJECT</ChecksumType>"
                + "<ChecksumCRC32>DUoRhQ==</ChecksumCRC32>");
  }

  @Test
  void copyOfAnEmptyObjectGetsAnotherAlgorithm() {
    s3.send("PUT", "/source/empty");

    assertThat(copy("source/empty", "x-amz-checksum-algorithm", "CRC32").xml())
        .contains("<ChecksumCRC32>AAAAAA==</ChecksumCRC32>");
  }

  @Test
  void sourceThatChangesWhileItIsDigestedIsCopiedAsItBecame() {
    ObjectContent plain = current("source", "a b").content();
    Runnable overwrite = () -> s3.send("PUT", "/source/busy", Headers.EMPTY, "hello");
    store(
        "busy",
        new ObjectContent(new Busy(plain.blob(), overwrite), plain.eTag(), plain.checksum()));

    Answer copy = copy("source/busy", "x-amz-checksum-algorithm", "CRC32");

    assertThat(copy.xml()).contains("5d41402abc4b2a76b9719d911017c592", "<ChecksumCRC32>NhCmhg==");
    assertThat(s3.send("GET", "/target/key").text()).isEqualTo("hello");
  }

  @Test
  void sourceThatVanishesWhileItIsDigestedIsNotCopied() {
    ObjectContent plain = current("source", "a b").content();
    Runnable delete = () -> s3.send("DELETE", "/source/busy");
    store(
        "busy", new ObjectContent(new Busy(plain.blob(), delete), plain.eTag(), plain.checksum()));

    Answer refused = copy("source/busy", "x-amz-checksum-algorithm", "CRC32");

    assertThat(refused.xml()).contains("<Code>NoSuchKey</Code>", "<Key>busy</Key>");
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

  private void store(String key, ObjectContent content) {
    WriteCommand command =
        new WriteCommand(
            ObjectKey.of(key), content, ObjectMetadata.NONE, TagSet.EMPTY, WritePrecondition.NONE);
    s3.engine()
        .changeBucket(
            "source", Owner.DEFAULT, (bucket, context) -> Writing.put(bucket, command, context));
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

  /** A blob of a size that no test wants to keep. */
  private record Huge(long size) implements BlobRef {
    @Override
    public int read(long position, ByteBuffer target) {
      throw new AssertionError("Nobody may read this");
    }
  }

  /** A blob under whose reader the state changes. */
  private record Busy(BlobRef blob, Runnable disturbance) implements BlobRef {
    @Override
    public long size() {
      return blob.size();
    }

    @Override
    public int read(long position, ByteBuffer target) throws IOException {
      disturbance.run();
      return blob.read(position, target);
    }
  }
}

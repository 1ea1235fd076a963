package dev.s3emulator.internal.operation.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.ObjectContent;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.ObjectMetadata;
import dev.s3emulator.internal.domain.ObjectVersion;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.TagSet;
import dev.s3emulator.internal.domain.WriteCommand;
import dev.s3emulator.internal.domain.WritePrecondition;
import dev.s3emulator.internal.domain.Writing;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import dev.s3emulator.store.BlobRef;
import java.nio.ByteBuffer;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What CopyObject copies: the form of its source, and sources that cannot be copied (protocol-notes
 * 12, 23).
 */
class CopySourceTest {

  private final InProcessS3 s3 = new InProcessS3();

  @BeforeEach
  void putSource() {
    s3.send("PUT", "/source");
    s3.send("PUT", "/target");
    s3.send("PUT", "/source/a b", Headers.EMPTY, "hello world");
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

  @ParameterizedTest
  @CsvSource({"123456789012, 200", "999999999999, 403", "abcd, 400"})
  void ownerOfTheSourceMustBeTheExpectedOne(String owner, int status) {
    assertThat(copy("source/a%20b", "x-amz-source-expected-bucket-owner", owner).status())
        .isEqualTo(status);
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
    store("big", ObjectContent.of(new Huge(5L << 30), small.eTag(), small.checksum()));
    store("bigger", ObjectContent.of(new Huge((5L << 30) + 1), small.eTag(), small.checksum()));

    Answer refused = copy("source/bigger");

    assertThat(copy("source/big").status()).isEqualTo(200);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.xml())
        .isEqualTo(
            "<Error><Code>InvalidRequest</Code><Message>The specified copy source is larger than"
                + " the maximum allowable size for a copy source: 5368709120</Message></Error>");
  }

  private Answer copy(String source, String... headers) {
    return s3.send(
        "PUT",
        "/target/key",
        Headers.builder().add("x-amz-copy-source", source).addAll(Headers.of(headers)).build());
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
}

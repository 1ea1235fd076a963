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

/** The digests of copies, shared or computed anew (recorded-answers 12, 13). */
class CopyDigestsTest {

  private final InProcessS3 s3 = new InProcessS3();

  @BeforeEach
  void putSource() {
    s3.send("PUT", "/source");
    s3.send("PUT", "/target");
    s3.send("PUT", "/source/a b", Headers.EMPTY, "hello world");
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
                + " Please try again with any of the valid types: [CRC32, CRC32C, CRC64NVME, MD5,"
                + " SHA1, SHA256, SHA512, XXHASH128, XXHASH3, XXHASH64]</Message></Error>");
  }

  @Test
  void copyOfAMultipartObjectHasDigestsOfOnePiece() {
    ObjectContent plain = current("source", "a b").content();
    Checksum part = Checksum.of(ChecksumAlgorithm.CRC32, new byte[4]);
    store(
        "parts",
        ObjectContent.of(
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
        ObjectContent.of(new Busy(plain.blob(), overwrite), plain.eTag(), plain.checksum()));

    Answer copy = copy("source/busy", "x-amz-checksum-algorithm", "CRC32");

    assertThat(copy.xml()).contains("5d41402abc4b2a76b9719d911017c592", "<ChecksumCRC32>NhCmhg==");
    assertThat(s3.send("GET", "/target/key").text()).isEqualTo("hello");
  }

  @Test
  void sourceThatVanishesWhileItIsDigestedIsNotCopied() {
    ObjectContent plain = current("source", "a b").content();
    Runnable delete = () -> s3.send("DELETE", "/source/busy");
    store("busy", ObjectContent.of(new Busy(plain.blob(), delete), plain.eTag(), plain.checksum()));

    Answer refused = copy("source/busy", "x-amz-checksum-algorithm", "CRC32");

    assertThat(refused.xml()).contains("<Code>NoSuchKey</Code>", "<Key>busy</Key>");
    assertThat(s3.send("GET", "/target/key").status()).isEqualTo(404);
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

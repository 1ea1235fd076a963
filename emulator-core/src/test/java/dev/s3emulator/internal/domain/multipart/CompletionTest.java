package dev.s3emulator.internal.domain.multipart;

import static dev.s3emulator.internal.testing.Stacks.KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.Change;
import dev.s3emulator.internal.domain.CompletedUpload;
import dev.s3emulator.internal.domain.ETag;
import dev.s3emulator.internal.domain.ObjectContent;
import dev.s3emulator.internal.domain.ObjectMetadata;
import dev.s3emulator.internal.domain.ObjectVersion;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.Part;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.TagSet;
import dev.s3emulator.internal.domain.Upload;
import dev.s3emulator.internal.domain.Upload.UploadedObject;
import dev.s3emulator.internal.domain.UploadChecksum;
import dev.s3emulator.internal.domain.UploadId;
import dev.s3emulator.internal.domain.VersionId;
import dev.s3emulator.internal.domain.VersioningState;
import dev.s3emulator.internal.domain.WriteContext;
import dev.s3emulator.internal.domain.WritePrecondition;
import dev.s3emulator.internal.domain.attribute.VersionAttributes;
import dev.s3emulator.internal.domain.checksum.Checksum;
import dev.s3emulator.internal.domain.checksum.ChecksumAlgorithm;
import dev.s3emulator.internal.testing.Stacks;
import dev.s3emulator.store.BlobRef;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of an upload, without a server: on parts of any size that hold no bytes. */
class CompletionTest {

  private static final Instant CREATED = Instant.parse("2026-02-03T16:45:09Z");
  private static final WriteContext CONTEXT =
      new WriteContext(
          CREATED.plusSeconds(60), sequence -> VersionId.issue(sequence, 7), Owner.DEFAULT);
  private static final Optional<String> NONE = Optional.empty();

  private Bucket bucket = Stacks.bucket(VersioningState.ENABLED);

  /** The vectors of the specification, whose parts are smaller than any part may be. */
  @ParameterizedTest
  @CsvSource({
    "CRC32, COMPOSITE, pKfQ1g==, EtjH+g==, ffvsPg==-2",
    "CRC32C, COMPOSITE, QQMJOA==, VuWcZA==, GBC29w==-2",
    "SHA1, COMPOSITE, /0PtpYyeUV1tAQsr7lmbnu1QvR0=, MHuwakeNfat0Y7jWLGZj73oxQbQ=,"
        + " MYT07J/F1w5ehF4TIu6RBO6xGyk=-2",
    "SHA256, COMPOSITE, jtSG8+GxYLnGnK0KNpPglGRs7s/dDB/KiuNC2b0opeA=,"
        + " dCkeoUCC41NTQy9sjZjTrSW5D3YkAapaMh0Hj9gebOA=,"
        + " zn43qKm74fyLwflJLw/2yQA4MpVwfExouWuCkrKShnk=-2",
    "CRC32, FULL_OBJECT, pKfQ1g==, EtjH+g==, +NejJA==",
    "CRC32C, FULL_OBJECT, QQMJOA==, VuWcZA==, gHrr0A==",
    "CRC64NVME, FULL_OBJECT, 6+oMhc+dM3Y=, UWCXFjxWX1A=, mqkg0PIYgBE="
  })
  void checksumsOfPartsBecomeThatOfTheObject(
      ChecksumAlgorithm algorithm, String type, String first, String second, String whole) {
    Upload upload =
        initiate(UploadChecksum.of(Optional.of(algorithm.wireName()), Optional.of(type)));
    // A combined CRC depends on the size of the last part alone, so the first may be large.
    put(upload, 1, Part.MIN_SIZE, "cfdacfe6bcfdfedac51d805ae9950245", checksum(algorithm, first));
    put(upload, 2, 8, "093064bee9fa39309997041a6e03f29f", checksum(algorithm, second));

    ObjectContent content =
        Completion.prepare(
                bucket,
                command(
                    upload,
                    new ListedPart(1, "cfdacfe6bcfdfedac51d805ae9950245", Map.of(algorithm, first)),
                    new ListedPart(
                        2, "093064bee9fa39309997041a6e03f29f", Map.of(algorithm, second))))
            .content();

    assertThat(content.eTag()).hasToString("a100d21c317b57641eab2f3e814a0e89-2");
    assertThat(content.checksum().headerValue()).isEqualTo(whole);
    assertThat(content.parts().orElseThrow().parts()).hasSize(2);
    assertThat(content.blob().size()).isEqualTo(Part.MIN_SIZE + 8);
  }

  @Test
  void tenThousandPartsAreJoined() {
    Upload upload = initiate(UploadChecksum.UNDECLARED);
    List<ListedPart> listed = new ArrayList<>();
    for (int number = 1; number <= Part.MAX_NUMBER; number++) {
      String eTag = "%032x".formatted(number);
      put(
          upload,
          number,
          Part.MIN_SIZE,
          eTag,
          checksum(ChecksumAlgorithm.CRC64NVME, "AAAAAAAAAAA="));
      listed.add(new ListedPart(number, eTag, Map.of()));
    }

    ObjectVersion version = complete(command(upload, listed.toArray(ListedPart[]::new)));

    assertThat(version.size()).isEqualTo(Part.MAX_NUMBER * Part.MIN_SIZE);
    assertThat(version.eTag().parts()).isEqualTo(Part.MAX_NUMBER);
    assertThat(version.content().parts().orElseThrow().partAt(Part.MIN_SIZE * 9_998, Part.MIN_SIZE))
        .get()
        .extracting(Part::number)
        .isEqualTo(9_999);
  }

  @Test
  void objectIsAsOldAsItsUploadAndOwnedByItsInitiator() {
    Upload upload = initiate(UploadChecksum.UNDECLARED);
    putSmall(upload, 1);

    ObjectVersion version = complete(command(upload, small(1)));

    assertThat(version.lastModified()).isEqualTo(CREATED);
    assertThat(version.owner()).isEqualTo(Owner.DEFAULT);
    assertThat(version.sequence()).isGreaterThan(upload.id().sequence());
    assertThat(bucket.uploads().open()).isEmpty();
  }

  @Test
  void completionFailsWhenTheUploadHasChangedSinceItWasPrepared() {
    Upload upload = initiate(UploadChecksum.UNDECLARED);
    putSmall(upload, 1);
    CompleteCommand command = command(upload, small(1));
    Completion.Prepared prepared = Completion.prepare(bucket, command);
    putSmall(upload, 1);

    Change<Optional<CompletedUpload>> change =
        Completion.complete(bucket, prepared, command, CONTEXT);

    assertThat(change.outcome()).isEmpty();
    assertThat(change.bucket()).isSameAs(bucket);
  }

  @Test
  void completionFailsWhenTheUploadWasAbortedSinceItWasPrepared() {
    Upload upload = initiate(UploadChecksum.UNDECLARED);
    putSmall(upload, 1);
    CompleteCommand command = command(upload, small(1));
    Completion.Prepared prepared = Completion.prepare(bucket, command);
    bucket = Uploading.abort(bucket, KEY, upload.id().toString()).bucket();

    assertThat(Completion.complete(bucket, prepared, command, CONTEXT).outcome()).isEmpty();
    assertThatThrownBy(() -> Completion.prepare(bucket, command)).isInstanceOf(S3Exception.class);
    assertThat(Completion.repeated(bucket, command)).isEmpty();
  }

  @Test
  void repeatedRequestNamesTheSameNumbersAndTags() {
    Upload upload = initiate(UploadChecksum.UNDECLARED);
    putSmall(upload, 1);
    putSmall(upload, 2);
    complete(command(upload, small(2)));

    assertThat(Completion.repeated(bucket, command(upload, small(2)))).isPresent();
    assertThat(Completion.repeated(bucket, command(upload, small(1)))).isEmpty();
    assertThat(Completion.repeated(bucket, command(upload))).isEmpty();
  }

  @Test
  void refusalsSayWhyForTheJournal() {
    Upload upload = initiate(UploadChecksum.UNDECLARED);
    putSmall(upload, 1);

    assertThat(reason(command(upload, small(2)))).isEqualTo("No part of this number was uploaded.");
    assertThat(reason(command(upload, new ListedPart(1, "x", Map.of()))))
        .isEqualTo("The part has the entity tag 00000000000000000000000000000001.");
    assertThat(reason(command(upload, small(2), small(1))))
        .isEqualTo("Part 1 is listed behind part 2.");
    CompleteCommand command = command(upload, small(1));
    complete(command);
    assertThat(reason(command)).isEqualTo("The upload was completed.");
  }

  private String reason(CompleteCommand command) {
    try {
      Completion.prepare(bucket, command);
      throw new AssertionError("Not refused");
    } catch (S3Exception refusal) {
      return refusal.reason().orElseThrow();
    }
  }

  @Test
  void lastThousandCompletionsAreRemembered() {
    List<Upload> uploads = new ArrayList<>();
    for (int i = 0; i < 1001; i++) {
      Upload upload = initiate(UploadChecksum.UNDECLARED);
      uploads.add(upload);
      putSmall(upload, 1);
    }
    // The upload that was created last is completed first, and so forgotten first.
    for (int i = uploads.size() - 1; i >= 0; i--) {
      complete(command(uploads.get(i), small(1)));
    }

    assertThat(bucket.uploads().completed()).hasSize(1000);
    assertThat(bucket.uploads().completions()).hasSize(1000);
    assertThat(Completion.repeated(bucket, command(uploads.get(1000), small(1)))).isEmpty();
    assertThat(Completion.repeated(bucket, command(uploads.get(999), small(1)))).isPresent();
    assertThat(Completion.repeated(bucket, command(uploads.get(0), small(1)))).isPresent();
  }

  private Upload initiate(UploadChecksum checksum) {
    Change<Upload> change =
        Uploading.initiate(
            bucket,
            new InitiateCommand(
                KEY,
                new UploadedObject(ObjectMetadata.NONE, TagSet.EMPTY, VersionAttributes.DEFAULT),
                checksum),
            new WriteContext(CREATED, CONTEXT.versionIds(), Owner.DEFAULT),
            (key, sequence) -> UploadId.issue(key, sequence, 42));
    bucket = change.bucket();
    return change.outcome();
  }

  private void putSmall(Upload upload, int number) {
    put(
        upload,
        number,
        1,
        "%032x".formatted(number),
        checksum(ChecksumAlgorithm.CRC64NVME, "AAAAAAAAAAA="));
  }

  private static ListedPart small(int number) {
    return new ListedPart(number, "%032x".formatted(number), Map.of());
  }

  private void put(Upload upload, int number, long size, String eTag, Checksum checksum) {
    Part part =
        new Part(
            number,
            CREATED,
            ObjectContent.of(
                new Hollow(size), ETag.ofMd5(HexFormat.of().parseHex(eTag)), checksum));
    bucket = Uploading.putPart(bucket, KEY, upload.id().toString(), part).bucket();
  }

  private ObjectVersion complete(CompleteCommand command) {
    Completion.Prepared prepared = Completion.prepare(bucket, command);
    Change<Optional<CompletedUpload>> change =
        Completion.complete(bucket, prepared, command, CONTEXT);
    bucket = change.bucket();
    assertThat(change.outcome()).isPresent();
    return (ObjectVersion) bucket.current(KEY).orElseThrow();
  }

  private static CompleteCommand command(Upload upload, ListedPart... parts) {
    return new CompleteCommand(
        KEY,
        upload.id().toString(),
        List.of(parts),
        WritePrecondition.of(NONE, NONE),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Checksum checksum(ChecksumAlgorithm algorithm, String base64) {
    return Checksum.parseHeader(algorithm, base64).orElseThrow();
  }

  /** A blob of a size, without its bytes. */
  private record Hollow(long size) implements BlobRef {
    @Override
    public int read(long position, ByteBuffer target) {
      throw new AssertionError("Completing reads no bytes");
    }
  }
}

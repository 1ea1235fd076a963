package dev.s3emulator.internal.operation.bucket;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.s3emulator.internal.domain.Change;
import dev.s3emulator.internal.domain.DeleteMarker;
import dev.s3emulator.internal.domain.ETag;
import dev.s3emulator.internal.domain.ObjectContent;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.ObjectMetadata;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.StorageClass;
import dev.s3emulator.internal.domain.TagSet;
import dev.s3emulator.internal.domain.VersionEntry;
import dev.s3emulator.internal.domain.VersionId;
import dev.s3emulator.internal.domain.VersioningState;
import dev.s3emulator.internal.domain.WriteCommand;
import dev.s3emulator.internal.domain.WritePrecondition;
import dev.s3emulator.internal.domain.Writing;
import dev.s3emulator.internal.domain.checksum.Checksum;
import dev.s3emulator.internal.domain.checksum.ChecksumAlgorithm;
import dev.s3emulator.internal.testing.InProcessS3;
import dev.s3emulator.internal.testing.InProcessS3.Answer;
import dev.s3emulator.store.BlobWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server with the bucket {@code alpha}, filled below the pipeline, for the tests of listings. */
final class ListingFixture {

  static final String NAMESPACE = " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"";
  static final String OWNER = "<Owner><ID>" + Owner.DEFAULT.canonicalId() + "</ID></Owner>";

  /** What every listing shows of an object of this fixture, up to its size. */
  static final String CONTENT =
      "<LastModified>2026-02-03T16:45:09.000Z</LastModified>"
          + "<ETag>&quot;900150983cd24fb0d6963f7d28e17f72&quot;</ETag>"
          + "<ChecksumAlgorithm>CRC32</ChecksumAlgorithm><ChecksumType>FULL_OBJECT</ChecksumType>"
          + "<Size>3</Size>";

  static final String STANDARD = "<StorageClass>STANDARD</StorageClass>";

  private final InProcessS3 s3 = new InProcessS3();

  ListingFixture() {
    s3.send("PUT", "/alpha");
  }

  InProcessS3 s3() {
    return s3;
  }

  Answer get(String query) {
    return s3.send("GET", "/alpha?" + query);
  }

  ListingFixture versioning(VersioningState state) {
    s3.engine()
        .changeBucket(
            "alpha",
            bucket -> new Change<>(bucket.with(bucket.settings().withVersioning(state)), state));
    return this;
  }

  /** Puts objects in the order of the keys. */
  ListingFixture put(String... keys) {
    for (String key : keys) {
      put(key, StorageClass.STANDARD);
    }
    return this;
  }

  /** Puts an object and returns its id. */
  VersionId put(String key, StorageClass storageClass) {
    WriteCommand command =
        new WriteCommand(
            ObjectKey.of(key),
            abc(),
            new ObjectMetadata(Map.of(), Map.of(), storageClass, Optional.empty()),
            TagSet.EMPTY,
            WritePrecondition.NONE);
    return s3.engine()
        .changeBucket(
            "alpha", Owner.DEFAULT, (bucket, context) -> Writing.put(bucket, command, context))
        .versionId();
  }

  /** Puts a delete marker and returns its id. */
  VersionId hide(String key) {
    return s3.engine()
        .changeBucket(
            "alpha",
            Owner.DEFAULT,
            (bucket, context) -> {
              long sequence = bucket.lastSequence() + 1;
              VersionEntry marker =
                  new DeleteMarker(
                      context.versionIds().next(sequence),
                      sequence,
                      context.now(),
                      context.requester());
              return new Change<>(bucket.push(ObjectKey.of(key), marker), marker);
            })
        .versionId();
  }

  static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  /** Returns the texts of all elements of this name. */
  static List<String> all(Answer answer, String element) {
    Matcher matcher =
        Pattern.compile("<" + element + ">([^<]*)</" + element + ">").matcher(answer.text());
    return matcher.results().map(found -> found.group(1)).toList();
  }

  /** Returns the text of the only element of this name. */
  static String only(Answer answer, String element) {
    List<String> all = all(answer, element);
    if (all.size() != 1) {
      throw new AssertionError(element + " is there " + all.size() + " times: " + answer.text());
    }
    return all.get(0);
  }

  private ObjectContent abc() {
    try (BlobWriter writer = s3.engine().blobs().newWriter(3)) {
      writer.write(ByteBuffer.wrap("abc".getBytes(UTF_8)));
      return ObjectContent.of(
          writer.commit(),
          ETag.ofMd5(HexFormat.of().parseHex("900150983cd24fb0d6963f7d28e17f72")),
          Checksum.of(ChecksumAlgorithm.CRC32, HexFormat.of().parseHex("352441c2")));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}

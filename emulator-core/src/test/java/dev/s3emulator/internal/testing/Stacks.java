package dev.s3emulator.internal.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.BucketSettings;
import dev.s3emulator.internal.domain.DeleteMarker;
import dev.s3emulator.internal.domain.ETag;
import dev.s3emulator.internal.domain.ObjectContent;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.ObjectMetadata;
import dev.s3emulator.internal.domain.ObjectVersion;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.TagSet;
import dev.s3emulator.internal.domain.VersionEntry;
import dev.s3emulator.internal.domain.VersionId;
import dev.s3emulator.internal.domain.VersionStack;
import dev.s3emulator.internal.domain.VersioningState;
import dev.s3emulator.internal.domain.attribute.ObjectLock;
import dev.s3emulator.internal.domain.attribute.ObjectLock.LegalHold;
import dev.s3emulator.internal.domain.attribute.Retention;
import dev.s3emulator.internal.domain.attribute.Retention.Mode;
import dev.s3emulator.internal.domain.attribute.VersionAttributes;
import dev.s3emulator.internal.domain.checksum.Checksum;
import dev.s3emulator.internal.domain.checksum.ChecksumAlgorithm;
import dev.s3emulator.internal.domain.checksum.ChecksumDigest;
import dev.s3emulator.store.BlobRef;
import dev.s3emulator.store.BlobStores;
import dev.s3emulator.store.BlobWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Stacks of entries in words, newest first: {@code "v2:marker, null:object, v1:object"}.
 *
 * <p>A label is {@code null} or {@code v1} to {@code v9}, newer ones higher. An entry that a test
 * did not put there is called {@code new}. The content of an object is its label, so that a
 * description also shows that a version kept its content. {@code -} is the absent key.
 */
public final class Stacks {

  /** The one key of most tests. */
  public static final ObjectKey KEY = ObjectKey.of("k");

  /** When the entries of stacks were made. */
  public static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");

  private static final int SPACING = 10;
  private static final List<String> NUMBERED =
      IntStream.rangeClosed(1, 9).mapToObj(number -> "v" + number).toList();
  private static final List<String> LABELS =
      Stream.concat(NUMBERED.stream(), Stream.of("null", "unknown", "foreign")).toList();

  private Stacks() {}

  /** Returns an empty bucket named {@code bucket}. */
  public static Bucket bucket(VersioningState versioning) {
    return bucket(versioning, false);
  }

  /** Returns an empty bucket named {@code bucket}, with or without Object Lock. */
  public static Bucket bucket(VersioningState versioning, boolean objectLock) {
    return Bucket.empty(
        BucketSettings.ofNew("bucket", Owner.DEFAULT, "us-east-1", CREATED)
            .withObjectLock(objectLock)
            .withVersioning(versioning));
  }

  /** Returns a bucket whose key {@code k} has this stack. */
  public static Bucket bucket(VersioningState versioning, String stack) {
    return with(bucket(versioning), KEY, stack);
  }

  /** Returns the bucket with this stack as the entries of {@code key}. */
  public static Bucket with(Bucket bucket, ObjectKey key, String stack) {
    VersionStack entries = null;
    long newest = bucket.lastSequence();
    for (VersionEntry entry : oldestFirst(stack)) {
      entries = entries == null ? VersionStack.of(entry) : entries.push(entry);
      newest = Math.max(newest, entry.sequence());
    }
    return entries == null
        ? bucket
        : new Bucket(
            bucket.settings(), bucket.objects().plus(key, entries), bucket.uploads(), newest);
  }

  /** Returns the bucket with this lock on the object of the key {@code k} with this label. */
  public static Bucket locked(Bucket bucket, String label, ObjectLock lock) {
    ObjectVersion version =
        (ObjectVersion) bucket.stack(KEY).orElseThrow().find(id(label)).orElseThrow();
    return bucket.replace(KEY, version.with(version.attributes().with(lock)));
  }

  /**
   * Returns a lock in words, such as {@code GOVERNANCE+60 ON}: a retention that ends so many
   * seconds from {@code now}, and a legal hold; {@code -} is none of either.
   */
  public static ObjectLock lock(String words, Instant now) {
    ObjectLock lock = ObjectLock.NONE;
    for (String word : words.split(" ")) {
      int sign = Math.max(word.indexOf('+'), word.indexOf('-'));
      if (sign > 0) {
        Instant end = now.plusSeconds(Long.parseLong(word.substring(sign)));
        Retention retention = new Retention(Mode.valueOf(word.substring(0, sign)), end);
        lock = new ObjectLock(Optional.of(retention), lock.legalHold());
      } else if (!word.equals("-")) {
        lock = new ObjectLock(lock.retention(), Optional.of(LegalHold.valueOf(word)));
      }
    }
    return lock;
  }

  /** Makes the bucket part of the state of a server. */
  public static void place(InProcessS3 s3, Bucket bucket) {
    s3.engine().change(state -> state.with(bucket));
  }

  /**
   * Returns the id of a label; also {@code unknown}, which no entry has, and {@code foreign}, which
   * another server issued for the position that {@code v1} has here.
   */
  public static VersionId id(String label) {
    return switch (label) {
      case "null" -> VersionId.NULL;
      case "unknown" -> VersionId.issue(4711, 4711);
      case "foreign" -> VersionId.issue(SPACING, 815);
      default -> VersionId.issue(SPACING * number(label), number(label));
    };
  }

  /** Returns the label of an id. */
  public static String label(VersionId id) {
    return LABELS.stream().filter(label -> id(label).equals(id)).findFirst().orElse("new");
  }

  /** Returns the entity tag of the object with this label, without quotes. */
  public static String eTag(String label) {
    return content(label).eTag().toString();
  }

  /** Returns the entries of the key {@code k} in words. */
  public static String describe(Bucket bucket) {
    return describe(bucket, KEY);
  }

  /** Returns the entries of {@code key} in words, having checked that the stack is consistent. */
  public static String describe(Bucket bucket, ObjectKey key) {
    return bucket.stack(key).map(Stacks::describe).orElse("-");
  }

  /** Returns the entries in words, having checked that the stack is consistent. */
  public static String describe(VersionStack stack) {
    List<VersionEntry> entries = entries(stack);
    assertThat(stack.size()).isEqualTo(entries.size());
    assertThat(stack.current()).as("IsLatest").isSameAs(entries.get(0));
    for (VersionEntry entry : entries) {
      assertThat(stack.find(entry.versionId())).containsSame(entry);
    }
    assertThat(entries).filteredOn(entry -> entry.versionId().isNull()).hasSizeLessThan(2);
    return entries.stream().map(Stacks::describe).collect(Collectors.joining(", "));
  }

  /** Returns the entries, newest first. */
  public static List<VersionEntry> entries(VersionStack stack) {
    return StreamSupport.stream(stack.newestFirst().spliterator(), false).toList();
  }

  /** Returns the content of the object with this label. */
  public static ObjectContent content(String label) {
    ByteBuffer bytes = ByteBuffer.wrap(label.getBytes(UTF_8));
    return ObjectContent.of(
        blob(bytes.duplicate()),
        ETag.ofMd5(digest(ChecksumAlgorithm.MD5, bytes)),
        Checksum.of(ChecksumAlgorithm.CRC64NVME, digest(ChecksumAlgorithm.CRC64NVME, bytes)));
  }

  private static String describe(VersionEntry entry) {
    String label = label(entry.versionId());
    if (!(entry instanceof ObjectVersion version)) {
      return label + ":marker";
    }
    boolean ownContent = label.equals("new") || version.eTag().equals(content(label).eTag());
    return label + (ownContent ? ":object" : ":other object");
  }

  private static List<VersionEntry> oldestFirst(String stack) {
    List<VersionEntry> entries = new ArrayList<>();
    if (stack.equals("-")) {
      return entries;
    }
    String[] words = stack.split(",\\s*");
    long newestBelow = 0;
    for (int i = words.length - 1; i >= 0; i--) {
      String[] labelAndKind = words[i].strip().split(":");
      VersionEntry entry = entry(labelAndKind[0], labelAndKind[1], newestBelow);
      newestBelow = entry.sequence();
      entries.add(entry);
    }
    return entries;
  }

  /** A null entry stands a little above the one below it, so that it may stand anywhere. */
  private static VersionEntry entry(String label, String kind, long newestBelow) {
    VersionId id = id(label);
    long sequence = id.isNull() ? newestBelow + 1 : id.sequence();
    return switch (kind) {
      case "marker" -> new DeleteMarker(id, sequence, CREATED, Owner.DEFAULT);
      case "object" ->
          new ObjectVersion(
              id,
              sequence,
              CREATED,
              Owner.DEFAULT,
              content(label),
              ObjectMetadata.NONE,
              TagSet.EMPTY,
              VersionAttributes.DEFAULT);
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static int number(String label) {
    if (!NUMBERED.contains(label)) {
      throw new IllegalArgumentException(label);
    }
    return Integer.parseInt(label.substring(1));
  }

  private static byte[] digest(ChecksumAlgorithm algorithm, ByteBuffer bytes) {
    ChecksumDigest digest = algorithm.newDigest();
    digest.update(bytes.duplicate());
    return digest.digest();
  }

  private static BlobRef blob(ByteBuffer bytes) {
    try (BlobWriter writer = BlobStores.inMemory().newWriter(bytes.remaining())) {
      writer.write(bytes);
      return writer.commit();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}

package dev.s3emulator.internal.domain.listing;

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
import dev.s3emulator.internal.domain.VersioningState;
import dev.s3emulator.internal.domain.attribute.VersionAttributes;
import dev.s3emulator.internal.domain.checksum.Checksum;
import dev.s3emulator.internal.domain.checksum.ChecksumAlgorithm;
import dev.s3emulator.store.BlobRef;
import dev.s3emulator.store.BlobStores;
import dev.s3emulator.store.BlobWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** Fills a bucket for the tests of listings. */
final class ListedBucket {

  private static final Instant NOW = Instant.parse("2026-02-03T16:45:09Z");
  private static final ObjectContent CONTENT =
      ObjectContent.of(
          emptyBlob(),
          ETag.ofMd5(new byte[16]),
          Checksum.of(ChecksumAlgorithm.CRC64NVME, new byte[8]));

  private Bucket bucket =
      Bucket.empty(
          BucketSettings.ofNew("alpha", Owner.DEFAULT, "us-east-1", NOW)
              .withVersioning(VersioningState.ENABLED));

  static ListedBucket of(String... keys) {
    ListedBucket listed = new ListedBucket();
    for (String key : keys) {
      listed.put(key);
    }
    return listed;
  }

  Bucket bucket() {
    return bucket;
  }

  /** Puts a version and returns its id. */
  VersionId put(String key) {
    return put(key, nextId());
  }

  /** Puts a version with the id null. */
  ListedBucket putNull(String key) {
    put(key, VersionId.NULL);
    return this;
  }

  private VersionId put(String key, VersionId id) {
    return push(
        key,
        new ObjectVersion(
            id,
            bucket.lastSequence() + 1,
            NOW,
            Owner.DEFAULT,
            CONTENT,
            ObjectMetadata.NONE,
            TagSet.EMPTY,
            VersionAttributes.DEFAULT));
  }

  /** Puts a delete marker and returns its id. */
  VersionId hide(String key) {
    return push(key, new DeleteMarker(nextId(), bucket.lastSequence() + 1, NOW, Owner.DEFAULT));
  }

  /** Removes an entry for good. */
  void remove(String key, VersionId id) {
    ObjectKey objectKey = ObjectKey.of(key);
    VersionEntry entry = bucket.stack(objectKey).orElseThrow().find(id).orElseThrow();
    bucket = bucket.without(objectKey, bucket.stack(objectKey).orElseThrow(), entry);
  }

  private VersionId push(String key, VersionEntry entry) {
    bucket = bucket.push(ObjectKey.of(key), entry);
    return entry.versionId();
  }

  private VersionId nextId() {
    long sequence = bucket.lastSequence() + 1;
    return VersionId.issue(sequence, sequence * 31);
  }

  private static BlobRef emptyBlob() {
    try (BlobWriter writer = BlobStores.inMemory().newWriter(0)) {
      return writer.commit();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}

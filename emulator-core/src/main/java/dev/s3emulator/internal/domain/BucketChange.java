package dev.s3emulator.internal.domain;

import java.util.List;
import java.util.Optional;
import org.pcollections.TreePMap;

/**
 * One thing that was done to a bucket: small, whatever the bucket holds, and enough to do it again.
 *
 * <p>The first ones are what requests do; those from {@link StackSet} on say what something is,
 * when a whole state was put in the place of another.
 */
public sealed interface BucketChange {

  /**
   * Does it again.
   *
   * @throws IllegalStateException if the bucket is not as it was
   */
  Bucket applyTo(Bucket bucket);

  /** The settings became others. */
  record SettingsSet(BucketSettings settings) implements BucketChange {
    @Override
    public Bucket applyTo(Bucket bucket) {
      return bucket.with(settings);
    }
  }

  /** An entry came on top of a key's others, see {@link Bucket#push}. */
  record EntryPushed(ObjectKey key, VersionEntry entry) implements BucketChange {
    @Override
    public Bucket applyTo(Bucket bucket) {
      return bucket.push(key, entry);
    }
  }

  /** An entry took the place of the one with its sequence number. */
  record EntryReplaced(ObjectKey key, VersionEntry entry) implements BucketChange {
    @Override
    public Bucket applyTo(Bucket bucket) {
      return bucket.replace(key, entry);
    }
  }

  /** An entry went. */
  record EntryRemoved(ObjectKey key, long sequence) implements BucketChange {
    @Override
    public Bucket applyTo(Bucket bucket) {
      VersionStack stack = bucket.stack(key).orElseThrow(EntryRemoved::missing);
      return bucket.without(key, stack, stack.find(sequence).orElseThrow(EntryRemoved::missing));
    }

    private static IllegalStateException missing() {
      return new IllegalStateException("There is no entry to remove");
    }
  }

  /** A key went with all its entries. */
  record KeyRemoved(ObjectKey key) implements BucketChange {
    @Override
    public Bucket applyTo(Bucket bucket) {
      return bucket.without(key);
    }
  }

  /** A multipart upload was created. */
  record UploadInitiated(Upload upload) implements BucketChange {
    @Override
    public Bucket applyTo(Bucket bucket) {
      return bucket.initiate(upload);
    }
  }

  /** A part came, or took the place of the one with its number. */
  record PartPut(ObjectKey key, UploadId id, Part part) implements BucketChange {
    @Override
    public Bucket applyTo(Bucket bucket) {
      return bucket.withPart(open(bucket, key, id), part);
    }
  }

  /** An upload was aborted. */
  record UploadAborted(ObjectKey key, UploadId id) implements BucketChange {
    @Override
    public Bucket applyTo(Bucket bucket) {
      return bucket.abort(open(bucket, key, id));
    }
  }

  /** An upload became an object, which was pushed before. */
  record UploadCompleted(ObjectKey key, CompletedUpload result) implements BucketChange {
    @Override
    public Bucket applyTo(Bucket bucket) {
      return bucket.complete(open(bucket, key, result.id()), result);
    }
  }

  /**
   * A key has these entries and no others.
   *
   * @param entries at least one, oldest first
   */
  record StackSet(ObjectKey key, List<VersionEntry> entries) implements BucketChange {
    @Override
    public Bucket applyTo(Bucket bucket) {
      VersionStack stack = VersionStack.of(entries.get(0));
      for (VersionEntry entry : entries.subList(1, entries.size())) {
        stack = stack.push(entry);
      }
      return new Bucket(
          bucket.settings(),
          bucket.objects().plus(key, stack),
          bucket.uploads(),
          bucket.lastSequence());
    }
  }

  /** An open upload is this one, with its parts. */
  record UploadSet(Upload upload) implements BucketChange {
    @Override
    public Bucket applyTo(Bucket bucket) {
      return with(bucket, bucket.uploads().with(upload));
    }
  }

  /**
   * The completed uploads that are remembered are these.
   *
   * @param results in the order of their completion
   */
  record CompletionsSet(List<CompletedUpload> results) implements BucketChange {
    @Override
    public Bucket applyTo(Bucket bucket) {
      TreePMap<Long, CompletedUpload> completed = TreePMap.empty();
      TreePMap<Long, Long> order = TreePMap.empty();
      for (CompletedUpload result : results) {
        completed = completed.plus(result.id().sequence(), result);
        order = order.plus(result.versionSequence(), result.id().sequence());
      }
      return with(bucket, new Uploads(bucket.uploads().open(), completed, order));
    }
  }

  /** The number of the newest entry or upload that was ever made is this one. */
  record SequenceSet(long last) implements BucketChange {
    @Override
    public Bucket applyTo(Bucket bucket) {
      return new Bucket(bucket.settings(), bucket.objects(), bucket.uploads(), last);
    }
  }

  private static Bucket with(Bucket bucket, Uploads uploads) {
    return new Bucket(bucket.settings(), bucket.objects(), uploads, bucket.lastSequence());
  }

  private static Upload open(Bucket bucket, ObjectKey key, UploadId id) {
    Optional<Upload> upload = bucket.uploads().find(key, id);
    return upload.orElseThrow(() -> new IllegalStateException("There is no such open upload"));
  }
}

package dev.s3emulator.internal.domain;

import dev.s3emulator.internal.domain.BucketChange.EntryPushed;
import dev.s3emulator.internal.domain.BucketChange.EntryRemoved;
import dev.s3emulator.internal.domain.BucketChange.EntryReplaced;
import dev.s3emulator.internal.domain.BucketChange.KeyRemoved;
import dev.s3emulator.internal.domain.BucketChange.PartPut;
import dev.s3emulator.internal.domain.BucketChange.SettingsSet;
import dev.s3emulator.internal.domain.BucketChange.UploadAborted;
import dev.s3emulator.internal.domain.BucketChange.UploadCompleted;
import dev.s3emulator.internal.domain.BucketChange.UploadInitiated;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * A bucket with its objects, as one immutable value.
 *
 * <p>A bucket that is {@link #tracked} notes what is done to it, so that a change can be written
 * down without comparing a million keys. Others note nothing, and no bucket of a state does.
 *
 * @param settings what the bucket is
 * @param objects the stacks of entries by key, in the order of the keys' bytes
 * @param uploads the multipart uploads
 * @param lastSequence the sequence number of the newest entry or upload that was ever made here
 * @param changes what was done since the bucket is tracked, or null
 */
public record Bucket(
    BucketSettings settings,
    TreePMap<ObjectKey, VersionStack> objects,
    Uploads uploads,
    long lastSequence,
    @Nullable BucketChanges changes) {

  /** Makes a bucket that notes nothing. */
  public Bucket(
      BucketSettings settings,
      TreePMap<ObjectKey, VersionStack> objects,
      Uploads uploads,
      long lastSequence) {
    this(settings, objects, uploads, lastSequence, null);
  }

  /** Returns a bucket without objects. */
  public static Bucket empty(BucketSettings settings) {
    return new Bucket(settings, TreePMap.empty(), Uploads.NONE, 0);
  }

  /** Returns the bucket as one that notes what is done to it from now on. */
  public Bucket tracked() {
    return new Bucket(settings, objects, uploads, lastSequence, BucketChanges.NONE);
  }

  /** Returns the bucket as one that notes nothing. */
  public Bucket untracked() {
    return changes == null ? this : new Bucket(settings, objects, uploads, lastSequence);
  }

  /** Returns the name. */
  public String name() {
    return settings.name();
  }

  /** Returns whether there is no entry, not even a delete marker. Open uploads do not count. */
  public boolean isEmpty() {
    return objects.isEmpty();
  }

  /** Returns the versioning state. */
  public VersioningState versioning() {
    return settings.versioning();
  }

  /** Returns the entries of {@code key}. */
  public Optional<VersionStack> stack(ObjectKey key) {
    return Optional.ofNullable(objects.get(key));
  }

  /** Returns the newest entry of {@code key}, which may be a delete marker. */
  public Optional<VersionEntry> current(ObjectKey key) {
    return stack(key).map(VersionStack::current);
  }

  /** Returns the bucket with other settings. */
  public Bucket with(BucketSettings changed) {
    return new Bucket(
        changed,
        objects,
        uploads,
        lastSequence,
        changes == null ? null : changes.plus(new SettingsSet(changed)));
  }

  /** Returns the bucket without any entry of {@code key}, which may have none. */
  public Bucket without(ObjectKey key) {
    if (!objects.containsKey(key)) {
      return this;
    }
    return new Bucket(
        settings,
        objects.minus(key),
        uploads,
        lastSequence,
        changes == null ? null : changes.plus(new KeyRemoved(key)));
  }

  /**
   * Returns the bucket without this entry of {@code key}.
   *
   * @param stack the entries of the key, which whoever has the entry has found already
   */
  public Bucket without(ObjectKey key, VersionStack stack, VersionEntry entry) {
    VersionStack rest = stack.without(entry);
    return new Bucket(
        settings,
        rest == null ? objects.minus(key) : objects.plus(key, rest),
        uploads,
        lastSequence,
        changes == null ? null : changes.plus(new EntryRemoved(key, entry.sequence())));
  }

  /** Returns the bucket with {@code entry} in the place of the entry of the same sequence. */
  public Bucket replace(ObjectKey key, VersionEntry entry) {
    VersionStack stack = objects.get(key);
    if (stack == null) {
      throw new IllegalStateException("Only an entry that is there can be replaced");
    }
    return new Bucket(
        settings,
        objects.plus(key, stack.replace(entry)),
        uploads,
        lastSequence,
        changes == null ? null : changes.plus(new EntryReplaced(key, entry)));
  }

  /**
   * Returns the bucket with {@code entry} as the newest of {@code key}, and {@code entry}'s
   * sequence taken. An entry with the id {@code null} takes the place of the one that the key had.
   */
  public Bucket push(ObjectKey key, VersionEntry entry) {
    VersionStack stack = objects.get(key);
    if (stack != null && entry.versionId().isNull()) {
      Optional<VersionEntry> replaced = stack.find(VersionId.NULL);
      stack = replaced.isPresent() ? stack.without(replaced.get()) : stack;
    }
    VersionStack pushed = stack == null ? VersionStack.of(entry) : stack.push(entry);
    return new Bucket(
        settings,
        objects.plus(key, pushed),
        uploads,
        entry.sequence(),
        changes == null ? null : changes.plus(new EntryPushed(key, entry)));
  }

  /** Returns the bucket with a new upload, and its sequence taken. */
  public Bucket initiate(Upload upload) {
    return new Bucket(
        settings,
        objects,
        uploads.with(upload),
        upload.id().sequence(),
        changes == null ? null : changes.plus(new UploadInitiated(upload)));
  }

  /** Returns the bucket with a part of an open upload, in the place of the one of its number. */
  public Bucket withPart(Upload upload, Part part) {
    return new Bucket(
        settings,
        objects,
        uploads.with(upload.with(part)),
        lastSequence,
        changes == null ? null : changes.plus(new PartPut(upload.key(), upload.id(), part)));
  }

  /** Returns the bucket without an open upload. */
  public Bucket abort(Upload upload) {
    return new Bucket(
        settings,
        objects,
        uploads.without(upload),
        lastSequence,
        changes == null ? null : changes.plus(new UploadAborted(upload.key(), upload.id())));
  }

  /** Returns the bucket with an open upload completed, whose object was pushed. */
  public Bucket complete(Upload upload, CompletedUpload result) {
    return new Bucket(
        settings,
        objects,
        uploads.complete(upload, result),
        lastSequence,
        changes == null ? null : changes.plus(new UploadCompleted(upload.key(), result)));
  }

  /** Returns the bucket without uploads, neither open nor completed, and noting nothing. */
  public Bucket withoutUploads() {
    return new Bucket(settings, objects, Uploads.NONE, lastSequence);
  }
}

package dev.s3emulator.internal.domain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * A bucket with its objects, as one immutable value.
 *
 * @param settings what the bucket is
 * @param objects the stacks of entries by key, in the order of the keys' bytes
 * @param uploads the multipart uploads
 * @param lastSequence the sequence number of the newest entry or upload that was ever made here
 */
public record Bucket(
    BucketSettings settings,
    TreePMap<ObjectKey, VersionStack> objects,
    Uploads uploads,
    long lastSequence) {

  /** Returns a bucket without objects. */
  public static Bucket empty(BucketSettings settings) {
    return new Bucket(settings, TreePMap.empty(), Uploads.NONE, 0);
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
    return new Bucket(changed, objects, uploads, lastSequence);
  }

  /** Returns the bucket with this stack, or without the key when the stack is null. */
  public Bucket with(ObjectKey key, @Nullable VersionStack stack) {
    return new Bucket(
        settings,
        stack == null ? objects.minus(key) : objects.plus(key, stack),
        uploads,
        lastSequence);
  }

  /** Returns the bucket with other uploads. */
  public Bucket with(Uploads changed) {
    return new Bucket(settings, objects, changed, lastSequence);
  }

  /** Returns the bucket with a new upload, and its sequence taken. */
  public Bucket initiate(Upload upload) {
    return new Bucket(settings, objects, uploads.with(upload), upload.id().sequence());
  }

  /** Returns the bucket with {@code entry} in the place of the entry of the same sequence. */
  public Bucket replace(ObjectKey key, VersionEntry entry) {
    VersionStack stack = objects.get(key);
    if (stack == null) {
      throw new IllegalStateException("Only an entry that is there can be replaced");
    }
    return new Bucket(settings, objects.plus(key, stack.replace(entry)), uploads, lastSequence);
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
    return new Bucket(settings, objects.plus(key, pushed), uploads, entry.sequence());
  }
}

package dev.s3emulator.internal.engine;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.BucketChange;
import dev.s3emulator.internal.domain.BucketChange.CompletionsSet;
import dev.s3emulator.internal.domain.BucketChange.KeyRemoved;
import dev.s3emulator.internal.domain.BucketChange.SequenceSet;
import dev.s3emulator.internal.domain.BucketChange.SettingsSet;
import dev.s3emulator.internal.domain.BucketChange.StackSet;
import dev.s3emulator.internal.domain.BucketChange.UploadAborted;
import dev.s3emulator.internal.domain.BucketChange.UploadSet;
import dev.s3emulator.internal.domain.CompletedUpload;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.S3State;
import dev.s3emulator.internal.domain.StateChange;
import dev.s3emulator.internal.domain.StateChange.BucketChanged;
import dev.s3emulator.internal.domain.StateChange.BucketCreated;
import dev.s3emulator.internal.domain.StateChange.BucketRemoved;
import dev.s3emulator.internal.domain.Upload;
import dev.s3emulator.internal.domain.Uploads;
import dev.s3emulator.internal.domain.VersionStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * Finds what leads from one state to another. Whatever both share is the same instance, so nothing
 * is compared in depth; but every key of a bucket that differs is looked at.
 */
public final class StateDifference {

  /** So many changes are one step, so that a step of a million keys needs no memory for them. */
  private static final int AT_ONCE = 100;

  private final Consumer<StateChange> found;

  private StateDifference(Consumer<StateChange> found) {
    this.found = found;
  }

  /** Returns what leads from one state to another. */
  public static List<StateChange> between(S3State before, S3State after) {
    List<StateChange> changes = new ArrayList<>();
    find(before, after, changes::add);
    return changes;
  }

  /** Hands over what leads from one state to another, step by step. */
  public static void find(S3State before, S3State after, Consumer<StateChange> found) {
    StateDifference difference = new StateDifference(found);
    for (String name : before.buckets().keySet()) {
      if (!after.buckets().containsKey(name)) {
        found.accept(new BucketRemoved(name));
      }
    }
    for (Bucket bucket : after.buckets().values()) {
      difference.findBucket(before.buckets().get(bucket.name()), bucket);
    }
  }

  @SuppressWarnings("ReferenceEquality") // What was not touched is the same instance.
  private void findBucket(@Nullable Bucket before, Bucket after) {
    if (before == after) {
      return;
    }
    Bucket known = before;
    if (known == null) {
      known = Bucket.empty(after.settings());
      found.accept(new BucketCreated(after.settings()));
    }
    Steps steps = new Steps(after.name());
    if (!known.settings().equals(after.settings())) {
      steps.add(new SettingsSet(after.settings()));
    }
    if (known.objects() != after.objects()) {
      findObjects(known.objects(), after.objects(), steps);
    }
    if (known.uploads() != after.uploads()) {
      findUploads(known.uploads(), after.uploads(), steps);
    }
    if (known.lastSequence() != after.lastSequence()) {
      steps.add(new SequenceSet(after.lastSequence()));
    }
    steps.end();
  }

  @SuppressWarnings("ReferenceEquality")
  private static void findObjects(
      TreePMap<ObjectKey, VersionStack> before,
      TreePMap<ObjectKey, VersionStack> after,
      Steps steps) {
    for (ObjectKey key : before.keySet()) {
      if (!after.containsKey(key)) {
        steps.add(new KeyRemoved(key));
      }
    }
    for (Map.Entry<ObjectKey, VersionStack> stack : after.entrySet()) {
      if (before.get(stack.getKey()) != stack.getValue()) {
        steps.add(new StackSet(stack.getKey(), stack.getValue().oldestFirst()));
      }
    }
  }

  @SuppressWarnings("ReferenceEquality")
  private static void findUploads(Uploads before, Uploads after, Steps steps) {
    for (TreePMap<Long, Upload> ofKey : before.open().values()) {
      for (Upload upload : ofKey.values()) {
        if (after.find(upload.key(), upload.id()).isEmpty()) {
          steps.add(new UploadAborted(upload.key(), upload.id()));
        }
      }
    }
    for (TreePMap<Long, Upload> ofKey : after.open().values()) {
      for (Upload upload : ofKey.values()) {
        if (before.find(upload.key(), upload.id()).orElse(null) != upload) {
          steps.add(new UploadSet(upload));
        }
      }
    }
    if (!before.completions().equals(after.completions())) {
      steps.add(new CompletionsSet(completions(after)));
    }
  }

  private static List<CompletedUpload> completions(Uploads uploads) {
    return uploads.completions().values().stream()
        .map(sequence -> Objects.requireNonNull(uploads.completed().get(sequence)))
        .toList();
  }

  /** Gathers the changes of one bucket. */
  private final class Steps {
    private final String bucket;
    private List<BucketChange> gathered = new ArrayList<>();

    Steps(String bucket) {
      this.bucket = bucket;
    }

    void add(BucketChange change) {
      gathered.add(change);
      if (gathered.size() == AT_ONCE) {
        end();
      }
    }

    void end() {
      if (!gathered.isEmpty()) {
        found.accept(new BucketChanged(bucket, gathered));
        gathered = new ArrayList<>();
      }
    }
  }
}

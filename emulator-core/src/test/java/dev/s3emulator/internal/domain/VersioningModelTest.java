package dev.s3emulator.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.engine.IdSource;
import dev.s3emulator.internal.testing.Stacks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Writes and deletes at random, in buckets that go through all versioning states, compared with a
 * naive model: lists that are searched from end to end.
 */
class VersioningModelTest {

  private static final int STEPS = 400;
  private static final List<String> KEYS = List.of("a", "a/b", "\uD83D\uDE00");

  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void bucketBehavesAsTheModel(long seed) {
    Random random = new Random(seed);
    IdSource ids = new IdSource(seed);
    Model model = new Model();
    Bucket bucket = Stacks.bucket(VersioningState.UNVERSIONED);
    List<VersionId> everIssued = new ArrayList<>();
    for (int step = 0; step < STEPS; step++) {
      if (step % 50 == 49 && random.nextBoolean()) {
        VersioningState next = random.nextInt(3) == 0 ? VersioningState.SUSPENDED : other(model);
        model.state = next;
        bucket = bucket.with(bucket.settings().withVersioning(next));
      }
      String key = KEYS.get(random.nextInt(KEYS.size()));
      ObjectKey objectKey = ObjectKey.of(key);
      WriteContext context =
          new WriteContext(Stacks.CREATED.plusSeconds(step), ids::versionId, Owner.DEFAULT);
      switch (random.nextInt(3)) {
        case 0 -> {
          Change<ObjectVersion> change = Writing.put(bucket, write(objectKey, step), context);
          model.put(key, change.outcome().versionId());
          everIssued.add(change.outcome().versionId());
          bucket = change.bucket();
        }
        case 1 -> {
          Change<DeleteOutcome> change =
              Deletion.delete(bucket, DeleteCommand.simple(objectKey), context);
          Optional<VersionId> id = change.outcome().versionId();
          assertThat(change.outcome().deleteMarker()).isEqualTo(model.simpleDelete(key, id));
          id.ifPresent(everIssued::add);
          bucket = change.bucket();
        }
        default -> {
          VersionId id =
              everIssued.isEmpty() || random.nextInt(10) == 0
                  ? random.nextBoolean() ? VersionId.NULL : ids.versionId(step)
                  : everIssued.get(random.nextInt(everIssued.size()));
          Change<DeleteOutcome> change =
              Deletion.delete(bucket, DeleteCommand.versioned(objectKey, id), context);
          assertThat(change.outcome().deleteMarker()).isEqualTo(model.versionedDelete(key, id));
          assertThat(change.outcome().versionId()).contains(id);
          bucket = change.bucket();
        }
      }
      assertThat(entries(bucket)).as("step %d", step).isEqualTo(model.entries());
    }
  }

  private static VersioningState other(Model model) {
    return model.state == VersioningState.ENABLED
        ? VersioningState.SUSPENDED
        : VersioningState.ENABLED;
  }

  private static WriteCommand write(ObjectKey key, int step) {
    return new WriteCommand(
        key,
        Stacks.content("content " + step % 3),
        ObjectMetadata.NONE,
        TagSet.EMPTY,
        WritePrecondition.NONE);
  }

  private static Map<String, List<Entry>> entries(Bucket bucket) {
    Map<String, List<Entry>> entries = new HashMap<>();
    bucket
        .objects()
        .forEach(
            (key, stack) -> {
              Stacks.describe(stack);
              entries.put(
                  key.toString(),
                  Stacks.entries(stack).stream()
                      .map(entry -> new Entry(entry.versionId(), entry.isDeleteMarker()))
                      .toList());
            });
    return entries;
  }

  private record Entry(VersionId id, boolean marker) {}

  /** The rules in the words of the specification, newest entry first. */
  private static final class Model {
    private final Map<String, List<Entry>> keys = new HashMap<>();
    private VersioningState state = VersioningState.UNVERSIONED;

    void put(String key, VersionId issued) {
      add(key, issued, false);
    }

    /** Returns whether the answer says that a delete marker was made. */
    boolean simpleDelete(String key, Optional<VersionId> issued) {
      if (state == VersioningState.UNVERSIONED) {
        assertThat(issued).isEmpty();
        keys.remove(key);
        return false;
      }
      add(key, issued.orElseThrow(), true);
      return true;
    }

    /** Returns whether the answer says that a delete marker was removed. */
    boolean versionedDelete(String key, VersionId id) {
      List<Entry> entries = keys.getOrDefault(key, List.of());
      for (Entry entry : entries) {
        if (entry.id.equals(id)) {
          entries.remove(entry);
          if (entries.isEmpty()) {
            keys.remove(key);
          }
          return entry.marker;
        }
      }
      return false;
    }

    private void add(String key, VersionId id, boolean marker) {
      List<Entry> entries = keys.computeIfAbsent(key, absent -> new ArrayList<>());
      if (state == VersioningState.ENABLED) {
        assertThat(id.isNull()).isFalse();
        assertThat(entries).extracting(Entry::id).doesNotContain(id);
      } else {
        assertThat(id.isNull()).isTrue();
        entries.removeIf(entry -> entry.id.isNull());
      }
      entries.add(0, new Entry(id, marker));
    }

    Map<String, List<Entry>> entries() {
      return keys;
    }
  }
}

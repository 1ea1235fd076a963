package dev.s3emulator.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.BucketSettings;
import dev.s3emulator.internal.domain.DeleteMarker;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.S3State;
import dev.s3emulator.internal.domain.VersionEntry;
import dev.s3emulator.internal.domain.VersionId;
import dev.s3emulator.internal.domain.VersioningState;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BaselineTest {

  private static final ObjectKey A = ObjectKey.of("a");
  private static final ObjectKey B = ObjectKey.of("b");
  private static final Bucket EMPTY = bucket("photos", VersioningState.ENABLED);

  @Test
  void takesBucketsThatTheSeedingCreated() {
    S3State before = state(bucket("clients", VersioningState.ENABLED));
    Bucket created = push(EMPTY, A);

    assertThat(Baseline.EMPTY.plusSeeding(before, before.with(created)).state())
        .isEqualTo(state(created));
  }

  @Test
  void leavesOutWhatClientsAddedBefore() {
    Baseline baseline = Baseline.EMPTY.plusSeeding(S3State.EMPTY, state(EMPTY));
    Bucket changedByClient = push(push(EMPTY, A), A);
    Bucket seeded = push(push(changedByClient, B), A);

    Bucket result =
        baseline.plusSeeding(state(changedByClient), state(seeded)).state().requireBucket("photos");

    assertThat(result.objects().keySet()).containsExactly(A, B);
    assertThat(result.stack(A).orElseThrow().newestFirst())
        .extracting(VersionEntry::sequence)
        .containsExactly(4L);
    assertThat(result.lastSequence()).isEqualTo(seeded.lastSequence());
    assertThat(result.current(B)).isEqualTo(seeded.current(B));
  }

  @Test
  void keepsWhatWasSeededAndDeletedByAClient() {
    Baseline baseline = Baseline.EMPTY.plusSeeding(S3State.EMPTY, state(push(EMPTY, A)));
    Bucket emptied = push(EMPTY, A).without(A);

    Bucket result =
        baseline
            .plusSeeding(state(emptied), state(push(emptied, B)))
            .state()
            .requireBucket("photos");

    assertThat(result.objects().keySet()).containsExactly(A, B);
  }

  @Test
  void takesChangedSettings() {
    Baseline baseline = Baseline.EMPTY.plusSeeding(S3State.EMPTY, state(push(EMPTY, A)));
    Bucket suspended = EMPTY.with(EMPTY.settings().withVersioning(VersioningState.SUSPENDED));

    Bucket result =
        baseline.plusSeeding(state(EMPTY), state(suspended)).state().requireBucket("photos");

    assertThat(result.versioning()).isEqualTo(VersioningState.SUSPENDED);
  }

  @Test
  void takesABucketWholeWhenARestoredSnapshotHadSetItBack() {
    Baseline baseline = Baseline.EMPTY.plusSeeding(S3State.EMPTY, state(push(push(EMPTY, A), A)));
    S3State seededAgain = state(push(EMPTY, B));

    assertThat(baseline.plusSeeding(state(EMPTY), seededAgain).state()).isEqualTo(seededAgain);
  }

  private static Bucket push(Bucket bucket, ObjectKey key) {
    long sequence = bucket.lastSequence() + 1;
    return bucket.push(
        key,
        new DeleteMarker(
            VersionId.issue(sequence, sequence), sequence, Instant.EPOCH, Owner.DEFAULT));
  }

  private static S3State state(Bucket bucket) {
    return S3State.EMPTY.with(bucket);
  }

  private static Bucket bucket(String name, VersioningState versioning) {
    return Bucket.empty(
        BucketSettings.ofNew(name, Owner.DEFAULT, "us-east-1", Instant.EPOCH)
            .withVersioning(versioning));
  }
}

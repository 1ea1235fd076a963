package dev.s3emulator.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.testing.Stacks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bucket as a value. */
class BucketTest {

  @ParameterizedTest(name = "[{0}] push {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -                                 | null | null:marker
          null:object                       | null | null:marker
          null:marker                       | null | null:marker
          v1:object                         | null | null:marker, v1:object
          null:object, v1:object            | null | null:marker, v1:object
          v1:object, null:object            | null | null:marker, v1:object
          v2:object, null:object, v1:object | null | null:marker, v2:object, v1:object
          v2:object, v1:object, null:marker | null | null:marker, v2:object, v1:object
          -                                 | v9   | v9:marker
          null:object                       | v9   | v9:marker, null:object
          v2:object, null:object, v1:object | v9   | v9:marker, v2:object, null:object, v1:object
          """)
  void pushedNullEntryTakesThePlaceOfTheOneThereWas(String before, String pushed, String after) {
    Bucket bucket = Stacks.bucket(VersioningState.SUSPENDED, before);
    DeleteMarker marker = new DeleteMarker(Stacks.id(pushed), 90, Stacks.CREATED, Owner.DEFAULT);

    Bucket changed = bucket.push(Stacks.KEY, marker);

    assertThat(Stacks.describe(changed)).isEqualTo(after);
    assertThat(changed.lastSequence()).isEqualTo(90);
    assertThat(changed.current(Stacks.KEY)).containsSame(marker);
    assertThat(Stacks.describe(bucket)).isEqualTo(before);
  }

  @Test
  void keyWithoutEntriesIsAbsent() {
    Bucket bucket = Stacks.bucket(VersioningState.ENABLED, "v1:object");

    Bucket emptied = bucket.without(Stacks.KEY);

    assertThat(emptied.stack(Stacks.KEY)).isEmpty();
    assertThat(emptied.current(Stacks.KEY)).isEmpty();
    assertThat(emptied.objects()).isEmpty();
    assertThat(emptied.lastSequence()).isEqualTo(bucket.lastSequence());
  }

  @Test
  void settingsChangeWithoutTouchingObjects() {
    Bucket bucket = Stacks.bucket(VersioningState.ENABLED, "v1:object");

    Bucket suspended = bucket.with(bucket.settings().withVersioning(VersioningState.SUSPENDED));

    assertThat(suspended.versioning()).isEqualTo(VersioningState.SUSPENDED);
    assertThat(suspended.objects()).isSameAs(bucket.objects());
  }
}

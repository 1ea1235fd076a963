package dev.s3emulator.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.s3emulator.internal.testing.Stacks;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The entries of one key. */
class VersionStackTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          v1:object                                 | v1   | -
          v3:object, v2:marker, v1:object           | v3   | v2:marker, v1:object
          v3:object, v2:marker, v1:object           | v2   | v3:object, v1:object
          v3:object, v2:marker, v1:object           | v1   | v3:object, v2:marker
          null:object, v1:object                    | null | v1:object
          v2:object, null:marker, v1:object         | null | v2:object, v1:object
          v2:object, null:marker, v1:object         | v2   | null:marker, v1:object
          """)
  void removedEntryIsGoneAndOthersStay(String before, String removed, String after) {
    VersionStack stack = stack(before);

    VersionStack remaining = stack.without(stack.find(Stacks.id(removed)).orElseThrow());

    assertThat(remaining == null ? "-" : Stacks.describe(remaining)).isEqualTo(after);
    assertThat(Stacks.describe(stack)).isEqualTo(before);
    if (remaining != null) {
      assertThat(remaining.find(Stacks.id(removed))).isEmpty();
    }
  }

  @Test
  void entryIsFoundByItsIdAlone() {
    VersionStack stack = stack("v3:object, null:object, v1:marker");

    assertThat(stack.find(Stacks.id("v3"))).map(VersionEntry::isDeleteMarker).contains(false);
    assertThat(stack.find(Stacks.id("v1"))).map(VersionEntry::isDeleteMarker).contains(true);
    assertThat(stack.find(VersionId.NULL)).map(VersionEntry::versionId).contains(VersionId.NULL);
    assertThat(stack.find(Stacks.id("v2"))).isEmpty();
    assertThat(stack.find(Stacks.id("foreign"))).as("same sequence, other id").isEmpty();
    assertThat(stack("v1:object").find(VersionId.NULL)).isEmpty();
    assertThat(stack("v2:object, v1:object").find(VersionId.NULL)).isEmpty();
  }

  @Test
  void forgedIdWithTheSequenceOfTheNullEntryFindsNothing() {
    VersionStack stack = stack("null:object");

    assertThat(stack.find(VersionId.issue(stack.current().sequence(), 1))).isEmpty();
    assertThat(stack.find(VersionId.issue(0, 1))).isEmpty();
  }

  @Test
  void pushedEntryMustBeTheNewest() {
    VersionStack stack = stack("v2:object");
    VersionEntry older = stack("v1:object").current();

    assertThatThrownBy(() -> stack.push(older))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A pushed entry must be newer than the current one");
    assertThatThrownBy(() -> stack.push(stack.current()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void secondNullEntryIsRefused() {
    VersionStack stack = stack("v1:object, null:object");
    VersionEntry marker = new DeleteMarker(VersionId.NULL, 999, Stacks.CREATED, Owner.DEFAULT);

    assertThatThrownBy(() -> stack.push(marker))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A key has at most one null version");
  }

  @Test
  void entryIsReplacedInItsPlace() {
    for (String label : List.of("v3", "null", "v1")) {
      VersionStack stack = stack("v3:object, null:object, v1:object");
      ObjectVersion old = (ObjectVersion) stack.find(Stacks.id(label)).orElseThrow();
      ObjectVersion changed =
          new ObjectVersion(
              old.versionId(),
              old.sequence(),
              Stacks.CREATED.plusSeconds(1),
              old.owner(),
              old.content(),
              old.metadata(),
              old.tags(),
              old.attributes());

      VersionStack replaced = stack.replace(changed);

      assertThat(replaced.find(Stacks.id(label))).containsSame(changed);
      assertThat(Stacks.describe(replaced)).isEqualTo(Stacks.describe(stack));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          9999 | v3, v2, v1
          31   | v3, v2, v1
          30   | v2, v1
          21   | v2, v1
          20   | v1
          10   |
          """)
  void olderThanGoesOnBehindAPosition(long sequence, String expected) {
    Iterable<VersionEntry> older = stack("v3:object, v2:marker, v1:object").olderThan(sequence);

    assertThat(StreamSupport.stream(older.spliterator(), false))
        .extracting(entry -> Stacks.label(entry.versionId()))
        .containsExactly(expected == null ? new String[0] : expected.split(", "));
  }

  @Test
  void olderThanOfOneEntryIsEmpty() {
    assertThat(stack("v1:object").olderThan(10)).isEmpty();
    assertThat(stack("v1:object").olderThan(11)).hasSize(1);
  }

  private static VersionStack stack(String words) {
    return Stacks.bucket(VersioningState.ENABLED, words).stack(Stacks.KEY).orElseThrow();
  }
}

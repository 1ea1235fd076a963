package dev.s3emulator.internal.domain;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.s3emulator.internal.domain.DeleteCommand.Authority;
import dev.s3emulator.internal.domain.DeleteOutcome.Effect;
import dev.s3emulator.internal.testing.DeleteMatrix;
import dev.s3emulator.internal.testing.Stacks;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of deleting (delete-semantics 2 and 7). */
class DeletionTest {

  private static final Instant NOW = Instant.parse("2026-02-03T16:45:09Z");
  private static final Owner REQUESTER = new Owner("111122223333", "f00d", "someone");
  private static final WriteContext CONTEXT =
      new WriteContext(NOW, sequence -> VersionId.issue(sequence, 99), REQUESTER);

  static Stream<DeleteMatrix> rows() {
    return DeleteMatrix.rows();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void stackChangesAsTheTablesSay(DeleteMatrix row) {
    Change<DeleteOutcome> change = delete(row);

    assertThat(Stacks.describe(change.bucket())).isEqualTo(row.after());
    assertThat(change.outcome().effect()).isEqualTo(row.effect());
    assertThat(change.outcome().deleteMarker()).isEqualTo(row.deleteMarkerHeader().equals("true"));
    assertThat(change.outcome().versionId().map(Stacks::label).orElse("-"))
        .isEqualTo(row.versionIdHeader());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void bucketBeforeIsUntouched(DeleteMatrix row) {
    Bucket before = row.bucket();

    delete(row, before);

    assertThat(Stacks.describe(before)).isEqualTo(row.before());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void otherKeysAreUntouched(DeleteMatrix row) {
    ObjectKey neighbor = ObjectKey.of("k2");
    Bucket before = Stacks.with(row.bucket(), neighbor, "null:object");

    Change<DeleteOutcome> change = delete(row, before);

    assertThat(Stacks.describe(change.bucket(), neighbor)).isEqualTo("null:object");
    assertThat(change.bucket().objects()).hasSize(row.after().equals("-") ? 1 : 2);
    assertThat(change.bucket().settings()).isEqualTo(before.settings());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void deletingTwiceByIdChangesNothingMore(DeleteMatrix row) {
    if (!row.isVersioned()) {
      return;
    }
    Bucket once = delete(row).bucket();

    Change<DeleteOutcome> twice = delete(row, once);

    assertThat(twice.bucket()).isEqualTo(once);
    assertThat(twice.outcome())
        .isEqualTo(new DeleteOutcome(Effect.NOTHING, Optional.of(Stacks.id(row.versionId()))));
  }

  @ParameterizedTest
  @EnumSource(names = {"ENABLED", "SUSPENDED"})
  void markerBelongsToTheOwnerOfTheBucketAndIsOfNow(VersioningState state) {
    Bucket bucket = Stacks.bucket(state, "null:marker, v1:object");

    Bucket after = Deletion.delete(bucket, DeleteCommand.simple(Stacks.KEY), CONTEXT).bucket();

    VersionEntry marker = after.current(Stacks.KEY).orElseThrow();
    assertThat(marker.lastModified()).isEqualTo(NOW);
    assertThat(marker.owner()).isEqualTo(bucket.settings().owner());
    assertThat(marker.sequence()).isEqualTo(bucket.lastSequence() + 1);
    assertThat(after.lastSequence()).isEqualTo(marker.sequence());
  }

  @Test
  void sequenceOfDeletedEntryIsNotUsedAgain() {
    Bucket bucket = Stacks.bucket(VersioningState.ENABLED, "v2:object, v1:object");
    Bucket after =
        Deletion.delete(bucket, DeleteCommand.versioned(Stacks.KEY, Stacks.id("v2")), CONTEXT)
            .bucket();

    DeleteOutcome outcome =
        Deletion.delete(after, DeleteCommand.simple(Stacks.KEY), CONTEXT).outcome();

    assertThat(outcome.versionId().orElseThrow().sequence())
        .isGreaterThan(Stacks.id("v2").sequence());
  }

  @ParameterizedTest(name = "{0} [{1}] If-Match {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UNVERSIONED | null:object            | null | -
          UNVERSIONED | null:object            | *    | -
          ENABLED     | v1:object              | v1   | new:marker, v1:object
          ENABLED     | v2:object, v1:object   | *    | new:marker, v2:object, v1:object
          ENABLED     | null:object, v1:object | null | new:marker, null:object, v1:object
          SUSPENDED   | v1:object              | v1   | null:marker, v1:object
          SUSPENDED   | null:object, v1:object | null | null:marker, v1:object
          """)
  void matchingTagDeletesAsUsual(VersioningState state, String before, String tagOf, String after) {
    Change<DeleteOutcome> change =
        Deletion.delete(Stacks.bucket(state, before), conditional(tagOf), CONTEXT);

    assertThat(Stacks.describe(change.bucket())).isEqualTo(after);
  }

  @ParameterizedTest(name = "{0} [{1}] If-Match {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UNVERSIONED | -                      | v1   | NO_SUCH_KEY
          UNVERSIONED | -                      | *    | NO_SUCH_KEY
          UNVERSIONED | null:object            | v1   | PRECONDITION_FAILED
          ENABLED     | -                      | *    | NO_SUCH_KEY
          ENABLED     | v2:object, v1:object   | v1   | PRECONDITION_FAILED
          ENABLED     | v2:marker, v1:object   | v1   | NO_SUCH_KEY
          ENABLED     | v2:marker, v1:object   | *    | NO_SUCH_KEY
          ENABLED     | null:marker, v1:object | v1   | NO_SUCH_KEY
          SUSPENDED   | null:marker            | *    | NO_SUCH_KEY
          SUSPENDED   | v1:object, null:object | null | PRECONDITION_FAILED
          """)
  void conditionLooksAtTheCurrentEntryOnly(
      VersioningState state, String before, String tagOf, S3Error error) {
    S3Exception refused = refusal(Stacks.bucket(state, before), conditional(tagOf));

    assertThat(refused.error()).isEqualTo(error);
    assertThat(refused.elements())
        .containsExactly(
            error == S3Error.NO_SUCH_KEY ? entry("Key", "k") : entry("Condition", "If-Match"));
  }

  @ParameterizedTest
  @CsvSource({"v1,v1", "v1,*", "null,v1", "unknown,*"})
  void conditionOnVersionIsNotImplemented(String versionId, String tagOf) {
    DeleteCommand command =
        new DeleteCommand(
            Stacks.KEY,
            Optional.of(Stacks.id(versionId)),
            Optional.of(condition(tagOf)),
            Authority.ORDINARY);

    S3Exception refused = refusal(Stacks.bucket(VersioningState.ENABLED, "v1:object"), command);

    assertThat(refused.error()).isEqualTo(S3Error.NOT_IMPLEMENTED);
    assertThat(refused.elements()).containsExactly(entry("Header", "If-Match"));
  }

  private static Change<DeleteOutcome> delete(DeleteMatrix row) {
    return delete(row, row.bucket());
  }

  private static Change<DeleteOutcome> delete(DeleteMatrix row, Bucket bucket) {
    DeleteCommand command =
        row.isVersioned()
            ? DeleteCommand.versioned(Stacks.KEY, Stacks.id(row.versionId()))
            : DeleteCommand.simple(Stacks.KEY);
    return Deletion.delete(bucket, command, CONTEXT);
  }

  private static S3Exception refusal(Bucket bucket, DeleteCommand command) {
    return catchThrowableOfType(S3Exception.class, () -> Deletion.delete(bucket, command, CONTEXT));
  }

  private static DeleteCommand conditional(String tagOf) {
    return new DeleteCommand(
        Stacks.KEY, Optional.empty(), Optional.of(condition(tagOf)), Authority.ORDINARY);
  }

  private static ETagCondition condition(String tagOf) {
    return ETagCondition.parse(tagOf.equals("*") ? "*" : Stacks.eTag(tagOf));
  }
}

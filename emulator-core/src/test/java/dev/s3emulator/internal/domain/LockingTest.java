package dev.s3emulator.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.s3emulator.internal.domain.DefaultRetention.Unit;
import dev.s3emulator.internal.domain.DeleteCommand.Authority;
import dev.s3emulator.internal.domain.attribute.ObjectLock;
import dev.s3emulator.internal.domain.attribute.ObjectLock.LegalHold;
import dev.s3emulator.internal.domain.attribute.Retention;
import dev.s3emulator.internal.domain.attribute.Retention.Mode;
import dev.s3emulator.internal.domain.attribute.VersionAttributes;
import dev.s3emulator.internal.testing.LockMatrix;
import dev.s3emulator.internal.testing.Stacks;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What locks forbid and allow (delete-semantics 6). */
class LockingTest {

  private static final Instant NOW = Instant.parse("2026-02-03T16:45:09.123Z");

  static Stream<LockMatrix> rows() {
    return LockMatrix.rows();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void deletesAreRefusedAsTheTableSays(LockMatrix row) {
    Bucket before = row.bucket(NOW);
    DeleteCommand command =
        new DeleteCommand(
            Stacks.KEY,
            row.isVersioned() ? Optional.of(Stacks.id(row.request())) : Optional.empty(),
            Optional.empty(),
            new Authority(row.bypass(), SecondFactor.ABSENT));

    S3Exception refusal =
        row.refused()
            ? catchThrowableOfType(
                S3Exception.class, () -> Deletion.delete(before, command, at(NOW)))
            : null;

    if (refusal == null) {
      assertThat(Stacks.describe(Deletion.delete(before, command, at(NOW)).bucket()))
          .isEqualTo(row.after());
    } else {
      assertThat(refusal.error()).isEqualTo(S3Error.ACCESS_DENIED);
      assertThat(refusal.text())
          .isEqualTo("Access Denied because object protected by object lock.");
      assertThat(refusal.elements()).isEmpty();
      assertThat(refusal.reason().orElseThrow()).contains(Stacks.id("v1").toString());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GOVERNANCE+60    | The version ID is retained in the mode GOVERNANCE until 2026-02-03T16:46:09.123Z, which the request does not bypass.
          COMPLIANCE+60    | The version ID is retained in the mode COMPLIANCE until 2026-02-03T16:46:09.123Z.
          GOVERNANCE+60 ON | A legal hold is on the version ID.
          """)
  void obstacleSaysWhichLockUntilWhen(String lock, String sentence) {
    assertThat(Locking.obstacle(version(lock), false, NOW))
        .contains(sentence.replace("ID", Stacks.id("v1").toString()));
  }

  @ParameterizedTest
  @EnumSource
  void retentionEndsWithTheMillisecondThatItNames(Mode mode) {
    Instant end = NOW.plusSeconds(60);
    ObjectVersion version = version(mode + "+60");

    assertThat(Locking.obstacle(version, false, end.minusNanos(1))).isPresent();
    assertThat(Locking.obstacle(version, false, end)).isEmpty();
  }

  /** Entries are marked with whole seconds; a lock must not end with the second before. */
  @Test
  void fractionsOfSecondsCount() {
    Bucket bucket =
        Stacks.locked(
            Stacks.bucket(VersioningState.ENABLED, "v1:object"),
            "v1",
            new ObjectLock(
                Optional.of(new Retention(Mode.GOVERNANCE, NOW.plusMillis(1))), Optional.empty()));
    DeleteCommand delete = DeleteCommand.versioned(Stacks.KEY, Stacks.id("v1"));

    assertThat(
            catchThrowableOfType(S3Exception.class, () -> Deletion.delete(bucket, delete, at(NOW))))
        .isNotNull();
    assertThat(Stacks.describe(Deletion.delete(bucket, delete, at(NOW.plusMillis(1))).bucket()))
        .isEqualTo("-");
  }

  @ParameterizedTest(name = "{0} to {1}, bypass {2}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -              | GOVERNANCE+60  | false | allowed
          -              | COMPLIANCE+60  | false | allowed
          -              | -              | false | allowed
          ON             | GOVERNANCE+60  | false | allowed
          GOVERNANCE-1   | -              | false | allowed
          COMPLIANCE-1   | -              | false | allowed
          COMPLIANCE-1   | GOVERNANCE+1   | false | allowed
          COMPLIANCE+0   | GOVERNANCE+1   | false | allowed
          GOVERNANCE+60  | GOVERNANCE+60  | false | allowed
          GOVERNANCE+60  | GOVERNANCE+61  | false | allowed
          GOVERNANCE+60  | GOVERNANCE+59  | false | refused
          GOVERNANCE+60  | COMPLIANCE+61  | false | refused
          GOVERNANCE+60  | -              | false | refused
          GOVERNANCE+60  | GOVERNANCE+1   | true  | allowed
          GOVERNANCE+60  | COMPLIANCE+1   | true  | allowed
          GOVERNANCE+60  | -              | true  | allowed
          COMPLIANCE+60  | COMPLIANCE+60  | false | allowed
          COMPLIANCE+60  | COMPLIANCE+61  | false | allowed
          COMPLIANCE+60  | COMPLIANCE+59  | false | refused
          COMPLIANCE+60  | GOVERNANCE+90  | false | refused
          COMPLIANCE+60  | -              | false | refused
          COMPLIANCE+60  | COMPLIANCE+59  | true  | refused
          COMPLIANCE+60  | GOVERNANCE+90  | true  | refused
          COMPLIANCE+60  | -              | true  | refused
          GOVERNANCE+1 ON | GOVERNANCE+2  | false | allowed
          """)
  void retentionsChangeAsTheirModesAllow(
      String lock, String wanted, boolean bypass, String expected) {
    ObjectVersion before = version(lock);
    Optional<Retention> retention = Stacks.lock(wanted, NOW).retention();

    if (expected.equals("allowed")) {
      ObjectLock after = Locking.retain(before, retention, bypass, NOW).attributes().lock();
      assertThat(after.retention()).isEqualTo(retention);
      assertThat(after.legalHold()).isEqualTo(before.attributes().lock().legalHold());
    } else {
      S3Exception refusal =
          catchThrowableOfType(
              S3Exception.class, () -> Locking.retain(before, retention, bypass, NOW));
      assertThat(refusal.error()).isEqualTo(S3Error.ACCESS_DENIED);
      assertThat(refusal.text())
          .isEqualTo("Access Denied because object protected by object lock.");
      assertThat(refusal.reason().orElseThrow()).contains("is retained in the mode");
    }
  }

  @ParameterizedTest
  @EnumSource
  void legalHoldLeavesTheRetention(LegalHold hold) {
    ObjectVersion version = Locking.hold(version("COMPLIANCE+60 ON"), hold);

    assertThat(version.attributes().lock()).isEqualTo(Stacks.lock("COMPLIANCE+60 " + hold, NOW));
  }

  @ParameterizedTest
  @CsvSource({
    "DAYS,1,2024-02-28T12:00:00.123456Z,2024-02-29T12:00:00.123Z",
    "DAYS,36500,2026-01-01T00:00:00Z,2125-12-08T00:00:00Z",
    "YEARS,1,2024-02-29T12:00:00Z,2025-02-28T12:00:00Z",
    "YEARS,4,2024-02-29T12:00:00Z,2028-02-29T12:00:00Z",
    "YEARS,1,2025-06-01T00:00:00.001Z,2026-06-01T00:00:00.001Z"
  })
  void defaultRetentionCountsDaysOrYearsOfTheCalendar(
      Unit unit, int count, Instant creation, Instant end) {
    assertThat(DefaultRetention.of(Mode.GOVERNANCE, unit, count).from(creation))
        .isEqualTo(new Retention(Mode.GOVERNANCE, end));
  }

  @ParameterizedTest
  @CsvSource({
    "DAYS,0,Days,Default retention period must be a positive integer value.",
    "YEARS,-1,Years,Default retention period must be a positive integer value.",
    "DAYS,36501,Days,Default retention period too large.",
    "YEARS,101,Years,Default retention period too large."
  })
  void defaultRetentionHasLimits(Unit unit, int count, String name, String message) {
    S3Exception refusal =
        catchThrowableOfType(
            S3Exception.class, () -> DefaultRetention.of(Mode.COMPLIANCE, unit, count));

    assertThat(refusal.error()).isEqualTo(S3Error.INVALID_ARGUMENT);
    assertThat(refusal.text()).isEqualTo(message);
    assertThat(refusal.elements())
        .extracting(Object::toString)
        .containsExactly("ArgumentName=" + name, "ArgumentValue=" + count);
  }

  @Test
  void whatIsWrittenWithoutRetentionGetsThatOfTheBucket() {
    Bucket bucket = withDefault(Stacks.bucket(VersioningState.ENABLED, true));

    assertThat(written(bucket, "-")).isEqualTo(Stacks.lock("GOVERNANCE+86400", NOW));
    assertThat(written(bucket, "ON")).isEqualTo(Stacks.lock("GOVERNANCE+86400 ON", NOW));
    assertThat(written(bucket, "COMPLIANCE+60")).isEqualTo(Stacks.lock("COMPLIANCE+60", NOW));
  }

  @Test
  void whatIsWrittenElsewhereIsNotLocked() {
    Bucket bucket = Stacks.bucket(VersioningState.ENABLED, true);

    assertThat(written(bucket, "-")).isEqualTo(ObjectLock.NONE);
  }

  @Test
  void overwritingALockedVersionPutsAnotherAboveIt() {
    Bucket bucket =
        Stacks.locked(
            withDefault(
                Stacks.with(Stacks.bucket(VersioningState.ENABLED, true), Stacks.KEY, "v1:object")),
            "v1",
            Stacks.lock("COMPLIANCE+60 ON", NOW));

    Bucket after = Writing.put(bucket, command(ObjectLock.NONE), at(NOW)).bucket();

    assertThat(Stacks.describe(after)).isEqualTo("new:object, v1:object");
  }

  private static Bucket withDefault(Bucket bucket) {
    return bucket.with(bucket.settings().with(DefaultRetention.of(Mode.GOVERNANCE, Unit.DAYS, 1)));
  }

  private static ObjectLock written(Bucket bucket, String lock) {
    return Writing.put(bucket, command(Stacks.lock(lock, NOW)), at(NOW))
        .outcome()
        .attributes()
        .lock();
  }

  private static WriteCommand command(ObjectLock lock) {
    return new WriteCommand(
        Stacks.KEY,
        Stacks.content("v9"),
        ObjectMetadata.NONE,
        TagSet.EMPTY,
        VersionAttributes.DEFAULT.with(lock),
        WritePrecondition.NONE);
  }

  private static ObjectVersion version(String lock) {
    Bucket bucket = Stacks.bucket(VersioningState.ENABLED, "v1:object");
    return (ObjectVersion)
        Stacks.locked(bucket, "v1", Stacks.lock(lock, NOW)).current(Stacks.KEY).orElseThrow();
  }

  private static WriteContext at(Instant instant) {
    return new WriteContext(
        instant.truncatedTo(ChronoUnit.SECONDS),
        instant,
        sequence -> VersionId.issue(sequence, 99),
        Owner.DEFAULT);
  }
}

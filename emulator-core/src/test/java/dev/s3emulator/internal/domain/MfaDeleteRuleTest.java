package dev.s3emulator.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.s3emulator.internal.domain.BucketSettings.MfaDelete;
import dev.s3emulator.internal.domain.DeleteCommand.Authority;
import dev.s3emulator.internal.testing.LockMatrix;
import dev.s3emulator.internal.testing.Stacks;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What MFA Delete asks for, and what deleting makes of it (delete-semantics 5). */
class MfaDeleteRuleTest {

  private static final String STACK = "v2:marker, null:object, v1:object";
  private static final WriteContext CONTEXT =
      new WriteContext(
          Instant.parse("2026-02-03T16:45:09Z"),
          sequence -> VersionId.issue(sequence, 99),
          Owner.DEFAULT);

  /** State of versioning × of MFA Delete × simple or which version × second factor. */
  static Stream<Arguments> deletes() {
    return Stream.of(VersioningState.ENABLED, VersioningState.SUSPENDED)
        .flatMap(
            versioning ->
                Arrays.stream(MfaDelete.values())
                    .flatMap(
                        mfaDelete ->
                            Stream.of("-", "v1", "v2", "null", "unknown", "foreign")
                                .flatMap(
                                    id ->
                                        Arrays.stream(SecondFactor.values())
                                            .map(
                                                factor ->
                                                    arguments(
                                                        versioning, mfaDelete, id, factor)))));
  }

  @ParameterizedTest(name = "{0}, MFA Delete {1}, version {2}, code {3}")
  @MethodSource("deletes")
  void versionsAreRemovedWithACodeOfTheRootOnly(
      VersioningState versioning, MfaDelete mfaDelete, String id, SecondFactor secondFactor) {
    Bucket bucket = bucket(versioning, mfaDelete);
    DeleteCommand command =
        new DeleteCommand(
            Stacks.KEY,
            id.equals("-") ? Optional.empty() : Optional.of(Stacks.id(id)),
            Optional.empty(),
            new Authority(false, secondFactor));
    boolean isProtected = mfaDelete == MfaDelete.ENABLED && !id.equals("-");

    if (!isProtected || secondFactor == SecondFactor.OF_BUCKET_OWNER) {
      Bucket after = Deletion.delete(bucket, command, CONTEXT).bucket();
      Bucket expected =
          Deletion.delete(
                  bucket(versioning, MfaDelete.NEVER_SET),
                  new DeleteCommand(
                      Stacks.KEY, command.versionId(), Optional.empty(), Authority.ORDINARY),
                  CONTEXT)
              .bucket();
      assertThat(Stacks.describe(after)).isEqualTo(Stacks.describe(expected));
    } else {
      S3Exception refused =
          catchThrowableOfType(S3Exception.class, () -> Deletion.delete(bucket, command, CONTEXT));
      assertThat(refused.error()).isEqualTo(S3Error.ACCESS_DENIED);
      assertThat(refused.text()).isEqualTo(message(secondFactor));
      assertThat(refused.reason().orElseThrow())
          .startsWith("The bucket bucket has MFA Delete, and the request names a version");
    }
  }

  static Stream<Arguments> locksAndCodes() {
    return LockMatrix.rows()
        .flatMap(row -> Arrays.stream(SecondFactor.values()).map(factor -> arguments(row, factor)));
  }

  /** Both protections of a version hold: a code opens no lock, and a bypass needs its code. */
  @ParameterizedTest
  @MethodSource("locksAndCodes")
  void locksHoldBesideCodes(LockMatrix row, SecondFactor secondFactor) {
    Bucket locked = row.bucket(CONTEXT.now());
    Bucket bucket = locked.with(locked.settings().withMfaDelete(MfaDelete.ENABLED));
    DeleteCommand command =
        new DeleteCommand(
            Stacks.KEY,
            row.isVersioned() ? Optional.of(Stacks.id(row.request())) : Optional.empty(),
            Optional.empty(),
            new Authority(row.bypass(), secondFactor));
    boolean codeMissing = row.isVersioned() && secondFactor != SecondFactor.OF_BUCKET_OWNER;

    if (codeMissing || row.refused()) {
      S3Exception refused =
          catchThrowableOfType(S3Exception.class, () -> Deletion.delete(bucket, command, CONTEXT));
      assertThat(refused.error()).isEqualTo(S3Error.ACCESS_DENIED);
      // The code comes first (delete-semantics 11).
      assertThat(refused.text())
          .isEqualTo(
              codeMissing
                  ? message(secondFactor)
                  : "Access Denied because object protected by object lock.");
    } else {
      Bucket after = Deletion.delete(bucket, command, CONTEXT).bucket();
      assertThat(Stacks.describe(after)).isEqualTo(row.after());
    }
  }

  @Test
  void codeIsAskedForBeforeTheCondition() {
    DeleteCommand command =
        new DeleteCommand(
            Stacks.KEY,
            Optional.of(Stacks.id("v1")),
            Optional.of(ETagCondition.parse("bad")),
            Authority.ORDINARY);

    S3Exception refused =
        catchThrowableOfType(
            S3Exception.class,
            () ->
                Deletion.delete(
                    bucket(VersioningState.ENABLED, MfaDelete.ENABLED), command, CONTEXT));

    assertThat(refused.text()).isEqualTo(message(SecondFactor.ABSENT));
  }

  @ParameterizedTest(name = "MFA Delete {0}, enables {1}, code {2}: {3}")
  @CsvSource({
    "NEVER_SET, false, ABSENT, allowed",
    "NEVER_SET, true, ABSENT, ABSENT",
    "NEVER_SET, true, OF_ANOTHER, OF_ANOTHER",
    "NEVER_SET, true, OF_BUCKET_OWNER, allowed",
    "DISABLED, false, ABSENT, allowed",
    "DISABLED, true, ABSENT, ABSENT",
    "DISABLED, true, OF_ANOTHER, OF_ANOTHER",
    "DISABLED, true, OF_BUCKET_OWNER, allowed",
    "ENABLED, false, ABSENT, ABSENT",
    "ENABLED, false, OF_ANOTHER, OF_ANOTHER",
    "ENABLED, false, OF_BUCKET_OWNER, allowed",
    "ENABLED, true, ABSENT, ABSENT",
    "ENABLED, true, OF_ANOTHER, OF_ANOTHER",
    "ENABLED, true, OF_BUCKET_OWNER, allowed"
  })
  void versioningIsConfiguredWithACode(
      MfaDelete mfaDelete, boolean enables, SecondFactor factor, String expected) {
    BucketSettings settings = bucket(VersioningState.ENABLED, mfaDelete).settings();

    S3Exception refused =
        catchThrowableOfType(
            S3Exception.class, () -> MfaDeleteRule.requireForVersioning(settings, enables, factor));

    if (expected.equals("allowed")) {
      assertThat(refused).isNull();
    } else {
      assertThat(refused.text()).isEqualTo(message(SecondFactor.valueOf(expected)));
      assertThat(refused.reason()).isPresent();
    }
  }

  @Test
  void lifecycleRulesAndMfaDeleteExcludeEachOther() {
    S3Exception enabling =
        catchThrowableOfType(S3Exception.class, () -> MfaDeleteRule.requireNoLifecycle(true));
    assertThat(enabling.error()).isEqualTo(S3Error.INVALID_BUCKET_STATE);
    assertThat(enabling.error().status()).isEqualTo(409);
    assertThat(enabling)
        .hasMessage(
            "Mfa Authentication is not supported on a bucket with lifecycle configuration. Delete"
                + " lifecycle configuration before enabling Mfa Authentication.");
    assertThatCode(() -> MfaDeleteRule.requireNoLifecycle(false)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource(MfaDelete.class)
  void lifecycleRulesNeedMfaDeleteToBeOff(MfaDelete mfaDelete) {
    BucketSettings settings = bucket(VersioningState.ENABLED, mfaDelete).settings();

    S3Exception refused =
        catchThrowableOfType(
            S3Exception.class, () -> MfaDeleteRule.requireOffForLifecycle(settings));

    if (mfaDelete == MfaDelete.ENABLED) {
      assertThat(refused.error()).isEqualTo(S3Error.INVALID_BUCKET_STATE);
      assertThat(refused.reason()).isPresent();
    } else {
      assertThat(refused).isNull();
    }
  }

  private static Bucket bucket(VersioningState versioning, MfaDelete mfaDelete) {
    Bucket bucket = Stacks.bucket(versioning, STACK);
    return bucket.with(bucket.settings().withMfaDelete(mfaDelete));
  }

  private static String message(SecondFactor secondFactor) {
    return switch (secondFactor) {
      case ABSENT -> "Mfa Authentication must be used for this request";
      case OF_ANOTHER -> "This operation may only be performed by the bucket owner";
      case OF_BUCKET_OWNER -> throw new IllegalArgumentException("allowed");
    };
  }
}

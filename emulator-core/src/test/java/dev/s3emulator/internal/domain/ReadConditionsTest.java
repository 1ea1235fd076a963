package dev.s3emulator.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.internal.domain.ReadConditions.Failure;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The conditions of reads and their order (protocol-notes 12). */
class ReadConditionsTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:01:00Z");
  private static final Instant MODIFIED = Instant.parse("2026-01-01T00:00:30Z");
  private static final ETag TAG = ETag.ofMd5(new byte[16]);
  private static final String OTHER = "\"11111111111111111111111111111111\"";

  @ParameterizedTest(name = "{0} {1} {2} {3}: {4}")
  @CsvSource({
    // If-Match, If-Unmodified-Since, If-None-Match, If-Modified-Since (seconds), failure
    ", , , , ",
    "same, , , , ",
    "other, , , , IF_MATCH",
    "any, , , , ",
    ", 30, , , ",
    ", 29, , , IF_UNMODIFIED_SINCE",
    ", 31, , , ",
    "same, 29, , , ",
    "other, 31, , , IF_MATCH",
    ", , same, , IF_NONE_MATCH",
    ", , other, , ",
    ", , any, , IF_NONE_MATCH",
    ", , , 30, IF_MODIFIED_SINCE",
    ", , , 31, IF_MODIFIED_SINCE",
    ", , , 29, ",
    ", , , 60, IF_MODIFIED_SINCE",
    ", , , 61, ",
    ", , other, 31, ",
    ", , same, 29, IF_NONE_MATCH",
    "other, , same, , IF_MATCH",
    "same, , same, , IF_NONE_MATCH",
    ", 29, same, , IF_UNMODIFIED_SINCE",
    ", 31, , 31, IF_MODIFIED_SINCE"
  })
  void conditionsAreJudgedInOrder(
      @Nullable String ifMatch,
      @Nullable Integer ifUnmodifiedSince,
      @Nullable String ifNoneMatch,
      @Nullable Integer ifModifiedSince,
      @Nullable Failure failure) {
    ReadConditions conditions =
        new ReadConditions(
            tag(ifMatch), time(ifUnmodifiedSince), tag(ifNoneMatch), time(ifModifiedSince));

    assertThat(conditions.failure(TAG, MODIFIED, NOW)).isEqualTo(Optional.ofNullable(failure));
  }

  @ParameterizedTest
  @CsvSource({
    "'00000000000000000000000000000000', true",
    "'\"00000000000000000000000000000000\"', true",
    "'\"1\", \"00000000000000000000000000000000\"', true",
    "'W/\"00000000000000000000000000000000\"', false"
  })
  void tagsMatchWithOrWithoutQuotes(String header, boolean matches) {
    ReadConditions conditions =
        new ReadConditions(
            Optional.of(ETagCondition.parse(header)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    assertThat(conditions.failure(TAG, MODIFIED, NOW).isEmpty()).isEqualTo(matches);
  }

  @ParameterizedTest
  @EnumSource(Failure.class)
  void onlyWhatTheClientHasAlreadyIsNotModified(Failure failure) {
    assertThat(failure.isNotModified())
        .isEqualTo(failure == Failure.IF_NONE_MATCH || failure == Failure.IF_MODIFIED_SINCE);
  }

  @Test
  void conditionOfACopyIsNamedWithItsPrefix() {
    S3Exception refused = Failure.IF_NONE_MATCH.asPreconditionFailed("x-amz-copy-source-");

    assertThat(refused.error()).isEqualTo(S3Error.PRECONDITION_FAILED);
    assertThat(refused.elements())
        .containsExactly(Map.entry("Condition", "x-amz-copy-source-If-None-Match"));
  }

  private static Optional<ETagCondition> tag(@Nullable String which) {
    return Optional.ofNullable(which)
        .map(w -> w.equals("any") ? "*" : w.equals("same") ? TAG.quoted() : OTHER)
        .map(ETagCondition::parse);
  }

  private static Optional<Instant> time(@Nullable Integer seconds) {
    return Optional.ofNullable(seconds)
        .map(s -> Instant.parse("2026-01-01T00:00:00Z").plusSeconds(s));
  }
}

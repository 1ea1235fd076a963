package dev.s3emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EmulatorClockTest {

  private static final Instant START = Instant.parse("2026-02-03T16:45:09Z");

  private Instant source = START;
  private final EmulatorClock clock = EmulatorClock.of(() -> source);

  @Test
  void showsTheTimeOfItsSource() {
    source = START.plusSeconds(5);

    assertThat(clock.instant()).isEqualTo(START.plusSeconds(5));
    assertThat(clock.isFrozen()).isFalse();
  }

  @Test
  void showsTheTimeOfTheSystemByDefault() {
    Instant before = Instant.now();

    assertThat(EmulatorClock.system().instant()).isBetween(before, Instant.now());
  }

  @Test
  void advancesAndRunsOn() {
    clock.advance(Duration.ofDays(1));
    clock.advance(Duration.ofHours(1));
    source = START.plusSeconds(5);

    assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofHours(25)).plusSeconds(5));
  }

  @Test
  void runsOnFromWhereItWasSet() {
    Instant past = Instant.parse("2001-01-01T00:00:00Z");
    clock.set(past);
    source = START.plusSeconds(5);

    assertThat(clock.instant()).isEqualTo(past.plusSeconds(5));
  }

  @Test
  void standsStillWhileFrozen() {
    clock.freeze();
    source = START.plusSeconds(5);

    assertThat(clock.instant()).isEqualTo(START);
    assertThat(clock.isFrozen()).isTrue();
    assertThat(clock).hasToString("EmulatorClock[2026-02-03T16:45:09Z, frozen]");
  }

  @Test
  void staysFrozenWhenMoved() {
    clock.freeze();
    clock.advance(Duration.ofMinutes(1));
    source = START.plusSeconds(5);
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(60));

    clock.set(START);
    assertThat(clock.instant()).isEqualTo(START);
    assertThat(clock.isFrozen()).isTrue();
  }

  @Test
  void resumesFromWhereItStands() {
    clock.freeze();
    source = START.plusSeconds(100);
    clock.resume();
    source = START.plusSeconds(101);

    assertThat(clock.instant()).isEqualTo(START.plusSeconds(1));
  }

  @Test
  void resumingARunningClockChangesNothing() {
    clock.advance(Duration.ofDays(1));
    clock.resume();

    assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofDays(1)));
  }

  @Test
  void returnsToItsSourceAtReset() {
    clock.advance(Duration.ofDays(1));
    clock.freeze();
    source = START.plusSeconds(5);
    clock.reset();

    assertThat(clock.instant()).isEqualTo(source);
    assertThat(clock.isFrozen()).isFalse();
  }

  @Test
  void startsFrozenWhereItIsTold() {
    EmulatorClock frozen = EmulatorClock.frozenAt(START);

    assertThat(frozen.instant()).isEqualTo(START);
    assertThat(frozen.isFrozen()).isTrue();
  }

  @Test
  void refusesToAdvanceBackwards() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> clock.advance(Duration.ofSeconds(-1)))
        .withMessage("A clock cannot advance by PT-1S: set(Instant) goes back.");
  }

  @Test
  void refusesYearsThatNoAnswerCanShow() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> clock.set(Instant.parse("1969-12-31T23:59:59Z")))
        .withMessage("A clock cannot show 1969-12-31T23:59:59Z: it goes from 1970 to 9999.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> clock.advance(Duration.ofDays(365_0000)))
        .withMessageEndingWith("it goes from 1970 to 9999.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> clock.advance(Duration.ofSeconds(Long.MAX_VALUE)))
        .withMessageEndingWith("it goes from 1970 to 9999.");
    assertThat(clock.instant()).isEqualTo(START);
  }

  @Test
  void losesNoAdvanceOfSeveralThreads() {
    clock.freeze();
    IntStream.range(0, 1000).parallel().forEach(i -> clock.advance(Duration.ofSeconds(1)));

    assertThat(clock.instant()).isEqualTo(START.plusSeconds(1000));
  }
}

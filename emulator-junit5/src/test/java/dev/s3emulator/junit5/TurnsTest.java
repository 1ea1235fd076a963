package dev.s3emulator.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private final Turns turns = new Turns();

  @Test
  void aTestWaitsUntilTheOneBeforeHasEndedAllItsTurns() throws Exception {
    turns.take("one");
    turns.take("one");
    CompletableFuture<Void> other = CompletableFuture.runAsync(() -> turns.take("other"));

    turns.give("one");
    assertThat(other).isNotDone();
    turns.give("one");

    other.get(30, TimeUnit.SECONDS);
    turns.give("other");
    turns.take("third");
  }

  @Test
  void endingATurnThatWasNotTakenDoesNothing() {
    turns.give("nobody");
    turns.take("one");
    turns.give("other");

    assertThatThrownBy(() -> turns.take("other")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aTestThatBeginsOnTheThreadOfTheOneItWaitsForIsRefused() {
    turns.take("one");

    assertThatThrownBy(() -> turns.take("other"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(
            "This test began on the thread of one, which shares its emulator and waits");
  }

  @Test
  void anInterruptEndsTheWait() throws Exception {
    turns.take("one");
    CompletableFuture<Boolean> interrupted =
        CompletableFuture.supplyAsync(
            () -> {
              Thread.currentThread().interrupt();
              try {
                turns.take("other");
                return false;
              } catch (IllegalStateException ended) {
                return Thread.interrupted();
              }
            });

    try {
      assertThat(interrupted.get(30, TimeUnit.SECONDS)).isTrue();
    } catch (ExecutionException failure) {
      throw new AssertionError(failure);
    }
  }
}

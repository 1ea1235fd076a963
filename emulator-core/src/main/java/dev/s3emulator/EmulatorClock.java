package dev.s3emulator;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/**
 * The time of an emulator, which a test can move.
 *
 * <p>It shows the time of its source (the system's unless given another) until {@link #advance},
 * {@link #set} or {@link #freeze} is called, and again after {@link #reset}. One clock may serve
 * several servers. Safe for use by many threads.
 */
public final class EmulatorClock implements InstantSource {

  private final InstantSource source;
  private final AtomicReference<Reading> reading = new AtomicReference<>(Running.ON_TIME);

  private EmulatorClock(InstantSource source) {
    this.source = source;
  }

  /** Returns a clock that shows the system's time. */
  public static EmulatorClock system() {
    return new EmulatorClock(InstantSource.system());
  }

  /** Returns a clock that shows the time of {@code source}. */
  public static EmulatorClock of(InstantSource source) {
    return new EmulatorClock(source);
  }

  /** Returns a clock that stands at {@code instant} until it is moved. */
  public static EmulatorClock frozenAt(Instant instant) {
    EmulatorClock clock = system();
    clock.set(instant);
    clock.reading.set(new Frozen(instant));
    return clock;
  }

  /** Returns the time that this clock shows. */
  @Override
  public Instant instant() {
    return reading.get().at(source);
  }

  /**
   * Moves the clock forward. A frozen clock stays frozen.
   *
   * @throws IllegalArgumentException if {@code duration} is negative ({@link #set} goes back) or
   *     leads beyond the year 9999
   */
  public void advance(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException(
          "A clock cannot advance by " + duration + ": set(Instant) goes back.");
    }
    move(current -> current.plus(duration));
  }

  /**
   * Makes the clock show {@code instant}. A running clock runs on from there, a frozen clock stays
   * frozen.
   *
   * @throws IllegalArgumentException if {@code instant} lies before 1970 or beyond the year 9999
   */
  public void set(Instant instant) {
    move(current -> instant);
  }

  /** Stops the clock at the time that it shows. Does nothing when it is frozen already. */
  public void freeze() {
    reading.updateAndGet(current -> new Frozen(current.at(source)));
  }

  /** Lets a frozen clock run on from the time that it shows. Does nothing when it is running. */
  public void resume() {
    reading.updateAndGet(current -> current.runningFrom(source));
  }

  /** Returns the clock to its source's time, running. */
  public void reset() {
    reading.set(Running.ON_TIME);
  }

  /** Returns whether the clock stands still. */
  public boolean isFrozen() {
    return reading.get() instanceof Frozen;
  }

  /** Returns the time that this clock shows, and whether it is frozen. */
  @Override
  public String toString() {
    return "EmulatorClock[" + instant() + (isFrozen() ? ", frozen]" : "]");
  }

  private void move(UnaryOperator<Instant> step) {
    reading.updateAndGet(
        current -> {
          Instant shown = current.at(source);
          return current.showing(requireStorable(shown, step), source);
        });
  }

  /** Answers write years with four digits. */
  private static Instant requireStorable(Instant from, UnaryOperator<Instant> step) {
    Instant moved;
    try {
      moved = step.apply(from);
    } catch (DateTimeException | ArithmeticException tooFar) {
      throw new IllegalArgumentException("A clock cannot be set beyond the year 9999.", tooFar);
    }
    if (moved.isBefore(Instant.EPOCH) || !moved.isBefore(Instant.parse("9999-12-31T00:00:00Z"))) {
      throw new IllegalArgumentException(
          "A clock cannot show " + moved + ": it goes from 1970 to 9999.");
    }
    return moved;
  }

  /** How the time follows from the source's. Immutable, so that moving is one swap. */
  private sealed interface Reading {
    Instant at(InstantSource source);

    Reading showing(Instant instant, InstantSource source);

    default Running runningFrom(InstantSource source) {
      return Running.showingNow(at(source), source);
    }
  }

  private record Running(Duration ahead) implements Reading {
    static final Running ON_TIME = new Running(Duration.ZERO);

    static Running showingNow(Instant instant, InstantSource source) {
      return new Running(Duration.between(source.instant(), instant));
    }

    @Override
    public Instant at(InstantSource source) {
      return source.instant().plus(ahead);
    }

    @Override
    public Reading showing(Instant instant, InstantSource source) {
      return showingNow(instant, source);
    }

    @Override
    public Running runningFrom(InstantSource source) {
      return this;
    }
  }

  private record Frozen(Instant instant) implements Reading {
    @Override
    public Instant at(InstantSource source) {
      return instant;
    }

    @Override
    public Reading showing(Instant moved, InstantSource source) {
      return new Frozen(moved);
    }
  }
}

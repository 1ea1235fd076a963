package dev.s3emulator;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.UnaryOperator;

/**
 * The time of an emulator, which a test can move.
 *
 * <p>It shows the time of its source (the system's unless given another) until {@link #advance},
 * {@link #set} or {@link #freeze} is called, and again after {@link #reset}. One clock may serve
 * several servers. Safe for use by many threads.
 */
public final class EmulatorClock implements InstantSource {

  private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

  private final InstantSource source;

  /** Written by {@link #change} only, read without a lock. */
  private volatile Reading reading;

  private EmulatorClock(InstantSource source, Reading reading) {
    this.source = source;
    this.reading = reading;
  }

  /** Returns a clock that shows the system's time. */
  public static EmulatorClock system() {
    return of(InstantSource.system());
  }

  /** Returns a clock that shows the time of {@code source}. */
  public static EmulatorClock of(InstantSource source) {
    return new EmulatorClock(source, Running.ON_TIME);
  }

  /**
   * Returns a clock that stands at {@code instant} until it is moved.
   *
   * @throws IllegalArgumentException if {@code instant} lies before 1970 or beyond the year 9999
   */
  public static EmulatorClock frozenAt(Instant instant) {
    return new EmulatorClock(InstantSource.system(), new Frozen(requireShowable(instant)));
  }

  /** Returns the time that this clock shows. */
  @Override
  public Instant instant() {
    return reading.at(source);
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
    move(
        current -> {
          try {
            return current.plus(duration);
          } catch (DateTimeException | ArithmeticException tooFar) {
            return Instant.MAX;
          }
        });
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
    change(current -> new Frozen(current.at(source)));
  }

  /** Lets a frozen clock run on from the time that it shows. Does nothing when it is running. */
  public void resume() {
    change(current -> current.runningFrom(source));
  }

  /** Returns the clock to its source's time, running. */
  public void reset() {
    change(current -> Running.ON_TIME);
  }

  /** Returns whether the clock stands still. */
  public boolean isFrozen() {
    return reading instanceof Frozen;
  }

  /** Returns the time that this clock shows, and whether it is frozen. */
  @Override
  public String toString() {
    return "EmulatorClock[" + instant() + (isFrozen() ? ", frozen]" : "]");
  }

  private void move(UnaryOperator<Instant> step) {
    change(current -> current.showing(requireShowable(step.apply(current.at(source))), source));
  }

  private synchronized void change(UnaryOperator<Reading> step) {
    reading = step.apply(reading);
  }

  /** The dates of answers have years with four digits. */
  private static Instant requireShowable(Instant instant) {
    if (instant.isBefore(Instant.EPOCH) || !instant.isBefore(END)) {
      throw new IllegalArgumentException(
          "A clock cannot show " + instant + ": it goes from 1970 to 9999.");
    }
    return instant;
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

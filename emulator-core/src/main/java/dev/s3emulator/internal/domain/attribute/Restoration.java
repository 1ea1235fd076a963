package dev.s3emulator.internal.domain.attribute;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * A restoration of an archived version: a copy that can be read from one time until another. What
 * it is follows from the time; nothing has to happen for it to end.
 *
 * @param tier how fast it was asked for
 * @param days how long the copy was asked for
 * @param available when the copy is there
 * @param expiry when it is gone again
 */
public record Restoration(Tier tier, int days, Instant available, Instant expiry) {

  /** How fast an archive is read, from the slowest to the fastest; spelled as on the wire. */
  public enum Tier {
    /** The cheapest. */
    Bulk,
    /** The default. */
    Standard,
    /** The fastest, which the deepest archive does not have. */
    Expedited
  }

  /** What a restoration is at one time. */
  public enum Status {
    /** The copy is not there yet. */
    ONGOING,
    /** The copy can be read. */
    RESTORED,
    /** The copy is gone. */
    EXPIRED
  }

  /** Returns a restoration that takes some time from now on. */
  public static Restoration begin(Tier tier, int days, Duration duration, Instant now) {
    Instant available = now.plus(duration);
    return new Restoration(tier, days, available, expiry(available, days));
  }

  /** Returns the restoration with a copy that lives for this many days from now on. */
  public Restoration extended(int newDays, Instant now) {
    return new Restoration(tier, newDays, available, expiry(now, newDays));
  }

  /** Returns what it is at this time. */
  public Status at(Instant now) {
    if (now.isBefore(available)) {
      return Status.ONGOING;
    }
    return now.isBefore(expiry) ? Status.RESTORED : Status.EXPIRED;
  }

  /** The end is rounded up to the next midnight in UTC. */
  private static Instant expiry(Instant from, int days) {
    Instant end = from.plus(days, ChronoUnit.DAYS);
    LocalDate day = LocalDate.ofInstant(end, ZoneOffset.UTC);
    Instant midnight = day.atStartOfDay().toInstant(ZoneOffset.UTC);
    return midnight.equals(end) ? end : midnight.plus(1, ChronoUnit.DAYS);
  }
}

package dev.s3emulator.internal.domain;

import dev.s3emulator.internal.domain.attribute.Retention;
import dev.s3emulator.internal.domain.attribute.Retention.Mode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The retention that a bucket with Object Lock gives to new versions whose request names none.
 *
 * @param mode who may shorten it
 * @param unit what is counted
 * @param count how many of them, at least 1
 */
public record DefaultRetention(Mode mode, Unit unit, int count) implements BucketConfiguration {

  /**
   * Returns a default retention.
   *
   * @throws S3Exception InvalidArgument if the period is none, or longer than S3 allows
   */
  public static DefaultRetention of(Mode mode, Unit unit, int count) {
    if (count < 1) {
      throw invalid("Default retention period must be a positive integer value.", unit, count);
    }
    if (count > unit.max) {
      throw invalid("Default retention period too large.", unit, count);
    }
    return new DefaultRetention(mode, unit, count);
  }

  /** Returns the retention of a version that is created at this time. */
  public Retention from(Instant creation) {
    OffsetDateTime begin = creation.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
    return new Retention(mode, begin.plus(count, unit.calendarUnit).toInstant());
  }

  private static S3Exception invalid(String message, Unit unit, int count) {
    return S3Exception.invalidArgument(message, unit.wireName, Integer.toString(count));
  }

  /** The units of a period with their limits. */
  public enum Unit {
    /** Days of 24 hours. */
    DAYS("Days", 36_500, ChronoUnit.DAYS),
    /** Years of the calendar. */
    YEARS("Years", 100, ChronoUnit.YEARS);

    private final String wireName;
    private final int max;
    private final ChronoUnit calendarUnit;

    Unit(String wireName, int max, ChronoUnit calendarUnit) {
      this.wireName = wireName;
      this.max = max;
      this.calendarUnit = calendarUnit;
    }

    /** Returns the name of its element. */
    public String wireName() {
      return wireName;
    }
  }
}

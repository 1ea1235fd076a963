package dev.s3emulator.internal.accesslog;

import dev.s3emulator.internal.domain.BucketSettings;
import dev.s3emulator.internal.domain.configuration.LoggingConfiguration.KeyFormat;
import dev.s3emulator.internal.domain.configuration.LoggingConfiguration.Target;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * What a delivery puts into one object: records about one bucket with one target, and of one day
 * where the key tells the day of the requests.
 *
 * @param sourceName the bucket that they are about
 * @param sourceAccount the account of its owner
 * @param sourceRegion its region
 * @param target where they go
 * @param day the day, or empty where the time of delivery counts
 */
record LogObject(
    String sourceName,
    String sourceAccount,
    String sourceRegion,
    Target target,
    Optional<LocalDate> day) {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd-HH-mm-ss");
  private static final DateTimeFormatter FOLDERS = DateTimeFormatter.ofPattern("yyyy/MM/dd/");

  /** Returns the object that a record belongs to. */
  static LogObject of(LogRecord logged) {
    BucketSettings source = logged.source();
    boolean byEvent =
        logged.target().keyFormat().equals(Optional.of(KeyFormat.PARTITIONED_BY_EVENT_TIME));
    return new LogObject(
        source.name(),
        source.owner().accountId(),
        source.region(),
        logged.target(),
        byEvent
            ? Optional.of(LocalDate.ofInstant(logged.time(), ZoneOffset.UTC))
            : Optional.empty());
  }

  /** Returns the key of an object that is delivered now. */
  String key(Instant now, String uniqueString) {
    LocalDateTime time =
        day.map(LocalDate::atStartOfDay)
            .orElseGet(() -> LocalDateTime.ofInstant(now, ZoneOffset.UTC));
    boolean simple = target.keyFormat().orElse(KeyFormat.SIMPLE) == KeyFormat.SIMPLE;
    String folders =
        simple
            ? ""
            : sourceAccount + '/' + sourceRegion + '/' + sourceName + '/' + FOLDERS.format(time);
    return target.prefix() + folders + TIME.format(time) + '-' + uniqueString;
  }
}

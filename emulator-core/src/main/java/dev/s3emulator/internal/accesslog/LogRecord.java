package dev.s3emulator.internal.accesslog;

import dev.s3emulator.internal.domain.BucketSettings;
import dev.s3emulator.internal.domain.configuration.LoggingConfiguration.Target;
import java.time.Instant;

/**
 * A record that waits for its delivery.
 *
 * @param source the bucket that it is about, as it was then
 * @param target where it goes, as it was said then
 * @param time when the request was made
 * @param line its text
 */
record LogRecord(BucketSettings source, Target target, Instant time, String line) {}

package dev.s3emulator.internal.pipeline;

import dev.s3emulator.internal.protocol.Dates;
import java.time.Instant;

/**
 * The text of the current second, which thousands of answers share.
 *
 * <p>A race costs one more formatting, never a wrong text: instant and text travel together.
 */
final class HttpDateCache {

  private volatile Entry last = new Entry(Instant.EPOCH, Dates.http(Instant.EPOCH));

  String format(Instant second) {
    Entry entry = last;
    if (!entry.second.equals(second)) {
      entry = new Entry(second, Dates.http(second));
      last = entry;
    }
    return entry.text;
  }

  private record Entry(Instant second, String text) {}
}

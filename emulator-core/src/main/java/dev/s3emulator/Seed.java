package dev.s3emulator;

import dev.s3emulator.internal.engine.S3Engine;
import java.util.Set;

/** A step that fills a server. */
@FunctionalInterface
interface Seed {

  /**
   * Puts something in.
   *
   * @param kept the buckets to leave as they are
   */
  void plant(S3Engine engine, Set<String> kept);
}

package dev.s3emulator;

import dev.s3emulator.internal.domain.S3State;
import dev.s3emulator.internal.engine.Baseline;
import dev.s3emulator.internal.engine.S3Engine;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/** What a server was seeded with, and the way back to it. Safe for use by many threads. */
final class Seedbed {

  private final S3Engine engine;

  /** Held while something is seeded, so that no seeding takes another's objects for its own. */
  private final ReentrantLock seeding = new ReentrantLock();

  private volatile Baseline baseline;

  /** Makes the seedbed of an engine; what that holds already counts as seeded. */
  Seedbed(S3Engine engine) {
    this.engine = engine;
    baseline = new Baseline(engine.state());
  }

  /** Puts something in, to which a reset returns. */
  void plant(Seed seed) {
    plant(seed, Set.of());
  }

  /**
   * Puts something in, to which a reset returns.
   *
   * @param kept the buckets to leave as they are
   */
  void plant(Seed seed, Set<String> kept) {
    seeding.lock();
    try {
      S3State before = engine.state();
      seed.plant(engine, kept);
      baseline = baseline.plusSeeding(before, engine.state());
    } finally {
      seeding.unlock();
    }
  }

  /** Returns to what was put in. */
  void reset() {
    engine.restore(baseline.state());
  }
}

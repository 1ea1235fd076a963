package dev.s3emulator.junit5.internal.endpoint;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** The buckets that a run of tests has on another S3 just now. Safe for use by many threads. */
public final class BucketClaims {

  private final String run;
  private final Set<String> names = new HashSet<>();

  private BucketClaims(String run) {
    this.run = run;
  }

  /** Returns those of a run that has none yet. */
  public static BucketClaims ofNewRun() {
    return new BucketClaims(UUID.randomUUID().toString());
  }

  /** Returns the id of the run. */
  String run() {
    return run;
  }

  /** Takes a name, and returns whether nobody had it. */
  synchronized boolean take(String name) {
    return names.add(name);
  }

  synchronized void give(String name) {
    names.remove(name);
  }
}

package dev.s3emulator.internal.domain.configuration;

import dev.s3emulator.internal.domain.BucketConfiguration;

/**
 * Whether the tags of a bucket count in access decisions.
 *
 * @param enabled whether they do
 */
public record AbacStatus(boolean enabled) implements BucketConfiguration {

  /** What holds for a bucket where nothing was set. */
  public static final AbacStatus DISABLED = new AbacStatus(false);
}

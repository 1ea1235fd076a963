package dev.s3emulator.internal.domain.configuration;

import dev.s3emulator.internal.domain.BucketConfiguration;

/**
 * Whether the accelerate endpoint serves a bucket.
 *
 * @param enabled whether it does; false after it was suspended
 */
public record AccelerateConfiguration(boolean enabled) implements BucketConfiguration {}

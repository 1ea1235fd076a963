package dev.s3emulator.internal.domain.configuration;

import dev.s3emulator.internal.domain.BucketConfiguration;

/**
 * Who is to be told about what happens in a bucket. Kept and shown; nothing is sent yet.
 *
 * @param document the configuration as it was checked and kept
 */
public record NotificationConfiguration(DocumentNode document) implements BucketConfiguration {}

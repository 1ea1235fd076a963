package dev.s3emulator.internal.domain.configuration;

import dev.s3emulator.internal.domain.BucketConfiguration;

/**
 * Where copies of new objects are to go. Kept and shown; nothing is replicated yet.
 *
 * @param document the configuration as it was checked and kept
 */
public record ReplicationConfiguration(DocumentNode document) implements BucketConfiguration {}

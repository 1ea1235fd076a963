package dev.s3emulator.internal.domain.configuration;

import dev.s3emulator.internal.domain.BucketConfiguration;

/**
 * When objects are to move or go. Kept and shown; nothing is executed yet.
 *
 * @param document the rules as they were checked and kept
 * @param minimumObjectSize the value of {@code x-amz-transition-default-minimum-object-size}
 */
public record LifecycleConfiguration(DocumentNode document, String minimumObjectSize)
    implements BucketConfiguration {

  /** The minimum size that holds when a request names none: 128 KiB for every class. */
  public static final String DEFAULT_MINIMUM_OBJECT_SIZE = "all_storage_classes_128K";
}

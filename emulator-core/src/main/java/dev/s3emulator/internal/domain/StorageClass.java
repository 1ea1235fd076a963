package dev.s3emulator.internal.domain;

import java.util.Optional;

/** The storage classes of the service model; the constants are spelled as on the wire. */
public enum StorageClass {
  /** The default; headers leave it out, listings show it. */
  STANDARD,
  /** Reduced redundancy. */
  REDUCED_REDUNDANCY,
  /** Infrequent access. */
  STANDARD_IA,
  /** Infrequent access in one zone. */
  ONEZONE_IA,
  /** Intelligent tiering. */
  INTELLIGENT_TIERING,
  /** Flexible retrieval: archived. */
  GLACIER,
  /** Instant retrieval. */
  GLACIER_IR,
  /** Deep archive. */
  DEEP_ARCHIVE;

  /** Returns the class with this wire name if a general purpose bucket accepts it for a write. */
  public static Optional<StorageClass> parse(String wireName) {
    for (StorageClass storageClass : values()) {
      if (storageClass.name().equals(wireName)) {
        return Optional.of(storageClass);
      }
    }
    return Optional.empty();
  }

  /** Returns whether an object of this class must be restored before it can be read. */
  public boolean isArchived() {
    return this == GLACIER || this == DEEP_ARCHIVE;
  }
}

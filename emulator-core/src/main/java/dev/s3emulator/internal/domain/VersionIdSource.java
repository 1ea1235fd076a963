package dev.s3emulator.internal.domain;

/** Issues version ids. */
@FunctionalInterface
public interface VersionIdSource {

  /** Returns a new id for the entry with this sequence number. */
  VersionId next(long sequence);
}

package dev.s3emulator.internal.domain;

/** Issues the ids of multipart uploads. */
@FunctionalInterface
public interface UploadIdSource {

  /** Returns a new id for the upload to this key with this sequence number. */
  UploadId next(ObjectKey key, long sequence);
}

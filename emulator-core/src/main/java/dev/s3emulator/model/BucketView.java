package dev.s3emulator.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A bucket as it was at one instant, with its objects. Immutable and safe for use by many threads.
 *
 * <p>Two views are equal if they show the same bucket in the same state. Implemented by the
 * emulator only; methods may be added.
 */
public interface BucketView {

  /** Returns the name. */
  String name();

  /** Returns the region, such as {@code us-east-1}. */
  String region();

  /** Returns the account that owns the bucket: 12 digits. */
  String ownerAccountId();

  /** Returns when the bucket was created, by the server's clock, in whole seconds. */
  Instant creationDate();

  /**
   * Returns what GetBucketVersioning shows: {@code Enabled}, {@code Suspended}, or nothing as long
   * as versioning was never configured.
   */
  Optional<String> versioning();

  /** Returns whether the bucket has MFA Delete turned on. */
  boolean mfaDelete();

  /** Returns whether the bucket has Object Lock. */
  boolean objectLock();

  /** Returns the bucket's tags in their order. */
  Map<String, String> tags();

  /** Returns the bucket policy, character by character as it was set, or nothing without one. */
  Optional<String> policy();

  /**
   * Returns the keys that ListObjectsV2 shows: those whose newest version is not a delete marker,
   * in the order of their UTF-8 bytes. Takes time proportional to the number of keys.
   */
  List<String> keys();

  /** Returns the number of keys that have any version, also those hidden by a delete marker. */
  int size();

  /**
   * Returns each key that has any version, also hidden ones, in the order of the UTF-8 bytes. Reads
   * no further than the caller does.
   */
  Iterable<ObjectView> objects();

  /** Returns the versions of a key, or nothing if it has none. */
  Optional<ObjectView> object(String key);
}

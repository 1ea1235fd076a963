package dev.s3emulator.internal.protocol;

import dev.s3emulator.internal.domain.ObjectKey;
import org.jspecify.annotations.Nullable;

/**
 * What a request addresses: the service, a bucket, or an object.
 *
 * @param bucketName the bucket as named in the host or the path, or null at the service root
 * @param key the decoded key, or null at a bucket; never empty
 */
public record RequestTarget(@Nullable String bucketName, @Nullable ObjectKey key) {

  /** The service root. */
  public static final RequestTarget SERVICE = new RequestTarget(null, null);

  /** The three kinds of target. */
  public enum Level {
    /** The root of the service. */
    SERVICE,
    /** A bucket. */
    BUCKET,
    /** A key of a bucket. */
    OBJECT
  }

  /** Returns the kind of target. */
  public Level level() {
    if (bucketName == null) {
      return Level.SERVICE;
    }
    return key == null ? Level.BUCKET : Level.OBJECT;
  }

  /** Returns the bucket that this target lies in. */
  public RequestTarget bucketOnly() {
    return new RequestTarget(bucketName, null);
  }
}

package dev.s3emulator.internal.protocol;

import dev.s3emulator.internal.domain.ObjectKey;
import org.jspecify.annotations.Nullable;

/**
 * What a request addresses: the service, a bucket, an object, or a page of a website.
 *
 * @param bucketName the bucket as named in the host or the path, or null at the service root
 * @param key the decoded key, or null at a bucket; never empty
 * @param endpoint what else the host says
 */
public record RequestTarget(
    @Nullable String bucketName, @Nullable ObjectKey key, Endpoint endpoint) {

  /** The service root. */
  public static final RequestTarget SERVICE = new RequestTarget(null, null);

  /** Makes a target of the API at a host that names no region. */
  public RequestTarget(@Nullable String bucketName, @Nullable ObjectKey key) {
    this(bucketName, key, Endpoint.REST);
  }

  /** The kinds of target. */
  public enum Level {
    /** The root of the service. */
    SERVICE,
    /** A bucket. */
    BUCKET,
    /** A key of a bucket. */
    OBJECT,
    /** Any path at the website of a bucket. */
    WEBSITE
  }

  /** Returns the kind of target. */
  public Level level() {
    if (isWebsite()) {
      return Level.WEBSITE;
    }
    if (bucketName == null) {
      return Level.SERVICE;
    }
    return key == null ? Level.BUCKET : Level.OBJECT;
  }

  /** Returns the bucket that this target lies in. */
  public RequestTarget bucketOnly() {
    return new RequestTarget(bucketName, null, endpoint);
  }

  /** Returns whether a browser asks for a page, rather than a client for an operation. */
  public boolean isWebsite() {
    return endpoint.kind() == Endpoint.Kind.WEBSITE;
  }
}

package dev.s3emulator.internal.domain;

import dev.s3emulator.internal.domain.attribute.AccessControlList;

/**
 * The access control list of a bucket that was given one; a bucket without it is private.
 *
 * @param list the grants
 */
public record BucketAcl(AccessControlList list) implements BucketConfiguration {

  /** What a bucket has that was given no list. */
  public static final BucketAcl PRIVATE = new BucketAcl(AccessControlList.PRIVATE);
}

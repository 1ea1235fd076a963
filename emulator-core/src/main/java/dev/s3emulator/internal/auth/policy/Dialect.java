package dev.s3emulator.internal.auth.policy;

import java.util.Optional;

/**
 * In what policies of buckets and of users differ.
 *
 * @param bucketArn the bucket, empty for users
 */
record Dialect(Optional<String> bucketArn) {

  /** Statements have no principal, and any resources. */
  static final Dialect OF_USER = new Dialect(Optional.empty());

  /** Statements have a principal, and resources in the bucket. */
  static Dialect ofBucket(String arn) {
    return new Dialect(Optional.of(arn));
  }

  boolean isOfBucket() {
    return bucketArn.isPresent();
  }
}

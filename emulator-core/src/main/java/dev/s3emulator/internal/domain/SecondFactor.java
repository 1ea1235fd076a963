package dev.s3emulator.internal.domain;

/** What the header {@code x-amz-mfa} of a request proved, after its code was judged. */
public enum SecondFactor {
  /** Nothing: the request has no such header, or the bucket does not ask for it. */
  ABSENT,
  /** The code is right, but the caller is not the root of the account that owns the bucket. */
  OF_ANOTHER,
  /** The root of the account that owns the bucket has sent the right code. */
  OF_BUCKET_OWNER
}

package dev.s3emulator.internal.domain;

/**
 * What keeps a bucket from being made public.
 *
 * @param blockPublicAcls refuses public ACLs
 * @param ignorePublicAcls makes public ACLs mean nothing
 * @param blockPublicPolicy refuses public policies
 * @param restrictPublicBuckets lets a public policy work within the account only
 */
public record PublicAccessBlock(
    boolean blockPublicAcls,
    boolean ignorePublicAcls,
    boolean blockPublicPolicy,
    boolean restrictPublicBuckets)
    implements BucketConfiguration {

  /** What a new bucket has: everything blocked. */
  public static final PublicAccessBlock ALL = new PublicAccessBlock(true, true, true, true);
}

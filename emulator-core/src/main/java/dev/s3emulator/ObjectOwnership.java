package dev.s3emulator;

/** Who owns what is uploaded into a bucket, and whether its access control lists (ACLs) count. */
public enum ObjectOwnership {
  /** The bucket's owner owns everything, and ACLs are off: what a new bucket has. */
  BUCKET_OWNER_ENFORCED,
  /**
   * The bucket's owner owns what others upload with the ACL {@code bucket-owner-full-control}; all
   * else is owned by its uploader. ACLs count.
   */
  BUCKET_OWNER_PREFERRED,
  /** Whoever uploads an object owns it. ACLs count. */
  OBJECT_WRITER
}

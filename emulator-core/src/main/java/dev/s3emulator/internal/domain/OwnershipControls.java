package dev.s3emulator.internal.domain;

import java.util.Arrays;
import java.util.Optional;

/**
 * Who owns the objects that others upload, and whether ACLs mean anything.
 *
 * @param objectOwnership the one rule
 */
public record OwnershipControls(ObjectOwnership objectOwnership) implements BucketConfiguration {

  /** What a new bucket has. */
  public static final OwnershipControls ENFORCED =
      new OwnershipControls(ObjectOwnership.BUCKET_OWNER_ENFORCED);

  /** The ownership settings by their wire names. */
  public enum ObjectOwnership {
    /** The bucket's owner owns everything, and ACLs are off. */
    BUCKET_OWNER_ENFORCED("BucketOwnerEnforced"),
    /** The bucket's owner owns what is uploaded with {@code bucket-owner-full-control}. */
    BUCKET_OWNER_PREFERRED("BucketOwnerPreferred"),
    /** Whoever uploads an object owns it. */
    OBJECT_WRITER("ObjectWriter");

    private final String wireName;

    ObjectOwnership(String wireName) {
      this.wireName = wireName;
    }

    /** Returns the name as in headers and documents. */
    public String wireName() {
      return wireName;
    }

    /** Returns the setting of this name. */
    public static Optional<ObjectOwnership> of(String wireName) {
      return Arrays.stream(values()).filter(one -> one.wireName.equals(wireName)).findFirst();
    }
  }
}

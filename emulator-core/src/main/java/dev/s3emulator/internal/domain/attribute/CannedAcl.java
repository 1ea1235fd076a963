package dev.s3emulator.internal.domain.attribute;

import dev.s3emulator.internal.domain.attribute.AccessControlList.Grant;
import dev.s3emulator.internal.domain.attribute.AccessControlList.Permission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The access control lists that have a name (protocol-notes 25). */
public enum CannedAcl {
  /** Nobody but the owner. */
  PRIVATE("private"),
  /** Everybody may read. */
  PUBLIC_READ("public-read"),
  /** Everybody may read and write. */
  PUBLIC_READ_WRITE("public-read-write"),
  /** Everybody with an account may read. */
  AUTHENTICATED_READ("authenticated-read"),
  /** EC2 may fetch images. */
  AWS_EXEC_READ("aws-exec-read"),
  /** The bucket's owner may read; means nothing for a bucket. */
  BUCKET_OWNER_READ("bucket-owner-read"),
  /** The bucket's owner may do everything; means nothing for a bucket. */
  BUCKET_OWNER_FULL_CONTROL("bucket-owner-full-control"),
  /** Logs may be delivered into the bucket; not for objects. */
  LOG_DELIVERY_WRITE("log-delivery-write");

  /** The account with which EC2 fetches images, which S3 shows in such lists. */
  private static final String EC2 =
      "6aa5a366c34c1cbe25dc49211496e913e0351eb0e8c37aa3477e40942ec6b97c";

  private final String wireName;

  CannedAcl(String wireName) {
    this.wireName = wireName;
  }

  /** Returns the list of this name for a bucket. */
  public static Optional<CannedAcl> ofBucket(String wireName) {
    return Arrays.stream(values()).filter(one -> one.wireName.equals(wireName)).findFirst();
  }

  /** Returns the list of this name for an object. */
  public static Optional<CannedAcl> ofObject(String wireName) {
    return ofBucket(wireName).filter(one -> one != LOG_DELIVERY_WRITE);
  }

  /** Returns the name as in headers. */
  public String wireName() {
    return wireName;
  }

  /**
   * Returns the list.
   *
   * @param ownerId the canonical id of who owns the bucket or the object that gets it
   * @param bucketOwnerId the canonical id of who owns the bucket; the same for a bucket's own list
   */
  public AccessControlList list(String ownerId, String bucketOwnerId) {
    boolean ofBucketOwner = ownerId.equals(bucketOwnerId);
    return switch (this) {
      case BUCKET_OWNER_READ, BUCKET_OWNER_FULL_CONTROL ->
          ofBucketOwner ? AccessControlList.PRIVATE : listOfWriter(bucketOwnerId);
      default -> listOfWriter(bucketOwnerId);
    };
  }

  /** Returns the list of an object that belongs to somebody else than its bucket. */
  public AccessControlList listOfWriter(String bucketOwnerId) {
    return switch (this) {
      case PRIVATE -> AccessControlList.PRIVATE;
      case PUBLIC_READ -> plus(new Grant(Grantee.Group.ALL_USERS, Permission.READ));
      case PUBLIC_READ_WRITE ->
          plus(
              new Grant(Grantee.Group.ALL_USERS, Permission.READ),
              new Grant(Grantee.Group.ALL_USERS, Permission.WRITE));
      case AUTHENTICATED_READ ->
          plus(new Grant(Grantee.Group.AUTHENTICATED_USERS, Permission.READ));
      case AWS_EXEC_READ -> plus(new Grant(new Grantee.Account(EC2), Permission.READ));
      case BUCKET_OWNER_READ ->
          plus(new Grant(new Grantee.Account(bucketOwnerId), Permission.READ));
      case BUCKET_OWNER_FULL_CONTROL ->
          plus(new Grant(new Grantee.Account(bucketOwnerId), Permission.FULL_CONTROL));
      case LOG_DELIVERY_WRITE ->
          plus(
              new Grant(Grantee.Group.LOG_DELIVERY, Permission.WRITE),
              new Grant(Grantee.Group.LOG_DELIVERY, Permission.READ_ACP));
    };
  }

  private static AccessControlList plus(Grant... toOthers) {
    List<Grant> grants = new ArrayList<>(AccessControlList.PRIVATE.grants());
    grants.addAll(List.of(toOthers));
    return new AccessControlList(grants);
  }
}

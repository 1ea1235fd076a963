package dev.s3emulator.internal.auth.acl;

import dev.s3emulator.internal.domain.attribute.AccessControlList.Permission;
import dev.s3emulator.internal.protocol.NeededAction;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an access control list must grant so that somebody may perform an action.
 *
 * <p>The table is AWS's own ("mapping of ACL permissions and access policy permissions"); most
 * actions are not in it, since no list can grant them. A new object has a table of its own.
 *
 * @param resource whose list it is
 * @param permission the permission that the list must grant
 * @param ownEntryOnly whether the grant reaches only entries that the caller owns: who may write
 *     into a bucket may delete and overwrite there what is its own, and nothing else
 *     (delete-semantics 10)
 */
public record AclRequirement(Resource resource, Permission permission, boolean ownEntryOnly) {

  private static final AclRequirement WRITE =
      new AclRequirement(Resource.BUCKET, Permission.WRITE, true);

  private static final Map<String, AclRequirement> ON_WHAT_IS_THERE = table();

  /** Who may upload may bring a list along: it is that of the caller's own object. */
  private static final Map<String, AclRequirement> ON_NEW_OBJECT =
      Map.of("s3:PutObject", WRITE, "s3:PutObjectAcl", WRITE);

  /** What has a list. */
  public enum Resource {
    /** The bucket. */
    BUCKET,
    /** The version that the request means. */
    OBJECT
  }

  /**
   * Returns what the action requires, or empty if no list can grant it.
   *
   * @param action the IAM action, with its own name where a version is named, such as {@code
   *     s3:GetObjectVersion}
   */
  public static Optional<AclRequirement> of(NeededAction action) {
    Map<String, AclRequirement> table = action.onNewObject() ? ON_NEW_OBJECT : ON_WHAT_IS_THERE;
    return Optional.ofNullable(table.get(action.name()));
  }

  private static Map<String, AclRequirement> table() {
    Map<String, AclRequirement> table = new HashMap<>();
    AclRequirement list = new AclRequirement(Resource.BUCKET, Permission.READ, false);
    table.put("s3:ListBucket", list);
    table.put("s3:ListBucketVersions", list);
    table.put("s3:ListBucketMultipartUploads", list);
    table.put("s3:PutObject", WRITE);
    // Not s3:DeleteObjectVersion: AWS lets a list grant that to the bucket's owner only, who
    // needs no grant for it.
    table.put("s3:DeleteObject", WRITE);
    table.put("s3:GetBucketAcl", acp(Resource.BUCKET, Permission.READ_ACP));
    table.put("s3:PutBucketAcl", acp(Resource.BUCKET, Permission.WRITE_ACP));
    AclRequirement read = new AclRequirement(Resource.OBJECT, Permission.READ, false);
    table.put("s3:GetObject", read);
    table.put("s3:GetObjectVersion", read);
    table.put("s3:GetObjectTorrent", read);
    table.put("s3:GetObjectVersionTorrent", read);
    table.put("s3:GetObjectAcl", acp(Resource.OBJECT, Permission.READ_ACP));
    table.put("s3:GetObjectVersionAcl", acp(Resource.OBJECT, Permission.READ_ACP));
    table.put("s3:PutObjectAcl", acp(Resource.OBJECT, Permission.WRITE_ACP));
    table.put("s3:PutObjectVersionAcl", acp(Resource.OBJECT, Permission.WRITE_ACP));
    return Map.copyOf(table);
  }

  private static AclRequirement acp(Resource resource, Permission permission) {
    return new AclRequirement(resource, permission, false);
  }
}

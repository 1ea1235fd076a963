package dev.s3emulator.internal.operation.bucket;

import dev.s3emulator.internal.domain.OwnershipControls;
import dev.s3emulator.internal.domain.OwnershipControls.ObjectOwnership;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.attribute.AccessControlList;
import dev.s3emulator.internal.protocol.AclHeaders;
import dev.s3emulator.internal.protocol.NeededAction;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Request;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The headers of CreateBucket beyond the common ones. */
final class CreateBucketHeaders {

  private CreateBucketHeaders() {}

  /**
   * Refuses what S3 refuses, and what the emulator does not do yet.
   *
   * @throws S3Exception InvalidArgument, InvalidRequest, NotImplemented, or what {@link #acl} says
   */
  static void check(S3Request request) {
    checkNamespace(request.header(S3Headers.BUCKET_NAMESPACE));
    ownership(request);
    objectLockEnabled(request);
    acl(request);
  }

  /**
   * Returns the IAM actions that the headers ask for: what they give the bucket needs the
   * permission to give it that later. The canned ACL private is what it has anyway.
   */
  static List<NeededAction> actions(S3Request request) {
    List<NeededAction> actions = new ArrayList<>();
    actions.add(NeededAction.of("s3:CreateBucket"));
    String acl = request.header(S3Headers.ACL);
    if ((acl != null && !acl.equals("private"))
        || request.head().headers().containsPrefix(S3Headers.GRANT_PREFIX)) {
      actions.add(NeededAction.of("s3:PutBucketAcl"));
    }
    if ("true".equalsIgnoreCase(request.header(S3Headers.BUCKET_OBJECT_LOCK_ENABLED))) {
      actions.add(NeededAction.of("s3:PutBucketObjectLockConfiguration"));
      actions.add(NeededAction.of("s3:PutBucketVersioning"));
    }
    if (request.header(S3Headers.OBJECT_OWNERSHIP) != null) {
      actions.add(NeededAction.of("s3:PutBucketOwnershipControls"));
    }
    return List.copyOf(actions);
  }

  /**
   * Returns whether the bucket is to be made for Object Lock.
   *
   * @throws S3Exception InvalidArgument if the header is neither {@code true} nor {@code false}
   */
  static boolean objectLockEnabled(S3Request request) {
    String value = request.header(S3Headers.BUCKET_OBJECT_LOCK_ENABLED);
    if (value == null || value.equalsIgnoreCase("false")) {
      return false;
    }
    if (!value.equalsIgnoreCase("true")) {
      throw S3Exception.invalidArgument(
          "Invalid value for header " + S3Headers.BUCKET_OBJECT_LOCK_ENABLED,
          S3Headers.BUCKET_OBJECT_LOCK_ENABLED,
          value);
    }
    return true;
  }

  private static void checkNamespace(@Nullable String namespace) {
    if (namespace == null || namespace.equals("global")) {
      return;
    }
    if (namespace.equals("account-regional")) {
      throw S3Exception.notEmulated("account-regional bucket namespaces");
    }
    throw S3Exception.invalidArgument(
        "Invalid x-amz-bucket-namespace header: " + namespace, S3Headers.BUCKET_NAMESPACE);
  }

  /**
   * Returns who is to own what others upload.
   *
   * @throws S3Exception InvalidArgument if there is no such setting
   */
  static OwnershipControls ownership(S3Request request) {
    String name = request.header(S3Headers.OBJECT_OWNERSHIP);
    return name == null
        ? OwnershipControls.ENFORCED
        : ObjectOwnership.of(name)
            .map(OwnershipControls::new)
            .orElseThrow(
                () ->
                    S3Exception.invalidArgument(
                        "Invalid x-amz-object-ownership header: " + name,
                        S3Headers.OBJECT_OWNERSHIP));
  }

  /**
   * Returns the bucket's access control list.
   *
   * @throws S3Exception InvalidArgument or InvalidRequest for what is no list;
   *     InvalidBucketAclWithObjectOwnership if it grants anything while lists are off;
   *     InvalidBucketAclWithBlockPublicAccessError if it is public, which a new bucket cannot be
   */
  static AccessControlList acl(S3Request request) {
    if (!AclHeaders.areIn(request)) {
      return AccessControlList.PRIVATE;
    }
    AclHeaders headers = AclHeaders.ofBucket(request);
    String owner = request.requester().canonicalId();
    if (ownership(request).equals(OwnershipControls.ENFORCED)) {
      // Also a grant that gives the owner what it has anyway: such headers are not looked into.
      if (headers.canned() == null || headers.list(owner, owner).grantsToOthersThan(owner)) {
        throw S3Exception.of(S3Error.INVALID_BUCKET_ACL_WITH_OBJECT_OWNERSHIP);
      }
      return AccessControlList.PRIVATE;
    }
    AccessControlList list = headers.list(owner, owner);
    if (list.isPublic()) {
      throw S3Exception.of(S3Error.INVALID_BUCKET_ACL_WITH_BLOCK_PUBLIC_ACCESS)
          .because("A new bucket has a public access block; remove it, then set the ACL.");
    }
    return list;
  }
}

package dev.s3emulator.internal.operation.bucket;

import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Request;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The headers of CreateBucket beyond the common ones.
 *
 * <p>Every bucket is made with the ownership BucketOwnerEnforced, the default of S3, under which an
 * ACL may say no more than that the owner owns the bucket.
 */
final class CreateBucketHeaders {

  private static final String ENFORCED = "BucketOwnerEnforced";
  private static final List<String> OTHER_OWNERSHIPS =
      List.of("BucketOwnerPreferred", "ObjectWriter");

  /** Canned ACLs that give nothing to others; the last two mean nothing for a bucket. */
  private static final List<String> PRIVATE_ACLS =
      List.of("private", "bucket-owner-read", "bucket-owner-full-control");

  private static final List<String> GRANTING_ACLS =
      List.of(
          "public-read",
          "public-read-write",
          "authenticated-read",
          "aws-exec-read",
          "log-delivery-write");

  private CreateBucketHeaders() {}

  /**
   * Refuses what S3 refuses, and what the emulator does not do yet.
   *
   * @throws S3Exception InvalidArgument, InvalidRequest, InvalidBucketAclWithObjectOwnership or
   *     NotImplemented
   */
  static void check(S3Request request) {
    checkNamespace(request.header(S3Headers.BUCKET_NAMESPACE));
    checkOwnership(request.header(S3Headers.OBJECT_OWNERSHIP));
    objectLockEnabled(request);
    checkAcl(request);
  }

  /**
   * Returns the IAM actions that the headers ask for: what they give the bucket needs the
   * permission to give it that later. The canned ACL private is what it has anyway.
   */
  static List<String> actions(S3Request request) {
    List<String> actions = new ArrayList<>();
    actions.add("s3:CreateBucket");
    String acl = request.header(S3Headers.ACL);
    if ((acl != null && !acl.equals("private"))
        || request.head().headers().containsPrefix(S3Headers.GRANT_PREFIX)) {
      actions.add("s3:PutBucketAcl");
    }
    if ("true".equalsIgnoreCase(request.header(S3Headers.BUCKET_OBJECT_LOCK_ENABLED))) {
      actions.add("s3:PutBucketObjectLockConfiguration");
      actions.add("s3:PutBucketVersioning");
    }
    if (request.header(S3Headers.OBJECT_OWNERSHIP) != null) {
      actions.add("s3:PutBucketOwnershipControls");
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

  private static void checkOwnership(@Nullable String ownership) {
    if (ownership == null || ownership.equals(ENFORCED)) {
      return;
    }
    if (OTHER_OWNERSHIPS.contains(ownership)) {
      throw S3Exception.notEmulated("Object Ownership " + ownership);
    }
    throw S3Exception.invalidArgument(
        "Invalid x-amz-object-ownership header: " + ownership, S3Headers.OBJECT_OWNERSHIP);
  }

  private static void checkAcl(S3Request request) {
    String acl = request.header(S3Headers.ACL);
    boolean grants = request.head().headers().withPrefix(S3Headers.GRANT_PREFIX).size() > 0;
    if (acl != null && grants) {
      throw S3Exception.invalidRequest(
          "Specifying both Canned ACLs and Header Grants is not allowed");
    }
    if (acl != null && !PRIVATE_ACLS.contains(acl) && !GRANTING_ACLS.contains(acl)) {
      // Recorded with an empty message.
      throw S3Exception.invalidArgument("", S3Headers.ACL, acl);
    }
    if (grants || (acl != null && GRANTING_ACLS.contains(acl))) {
      throw S3Exception.of(S3Error.INVALID_BUCKET_ACL_WITH_OBJECT_OWNERSHIP);
    }
  }
}

package dev.s3emulator.internal.protocol;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.Ownership;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.attribute.AccessControlList;
import dev.s3emulator.internal.domain.attribute.AccessControlList.Permission;
import dev.s3emulator.internal.domain.attribute.CannedAcl;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The access control list that the headers of a request ask for: by its name, or grant by grant.
 *
 * @param canned the list with a name
 * @param headers all headers
 * @param accounts knows the accounts
 */
public record AclHeaders(@Nullable CannedAcl canned, Headers headers, AccessCheck accounts) {

  /** Returns whether a request has such headers. */
  public static boolean areIn(S3Request request) {
    Headers headers = request.head().headers();
    return headers.contains(S3Headers.ACL) || headers.containsPrefix(S3Headers.GRANT_PREFIX);
  }

  /**
   * Returns what a request asks for a bucket.
   *
   * @throws S3Exception InvalidArgument for a name that no list has, InvalidRequest for a name with
   *     grants
   */
  public static AclHeaders ofBucket(S3Request request) {
    return of(request, CannedAcl::ofBucket);
  }

  /**
   * Returns what a request asks for an object.
   *
   * @throws S3Exception as for a bucket
   */
  public static AclHeaders ofObject(S3Request request) {
    return of(request, CannedAcl::ofObject);
  }

  private static AclHeaders of(S3Request request, Function<String, Optional<CannedAcl>> names) {
    Headers headers = request.head().headers();
    String name = headers.first(S3Headers.ACL);
    if (name == null) {
      return new AclHeaders(null, headers, request.access());
    }
    CannedAcl canned =
        // S3 really sends no message here (recorded-answers 17).
        names.apply(name).orElseThrow(() -> S3Exception.invalidArgument("", S3Headers.ACL, name));
    if (headers.containsPrefix(S3Headers.GRANT_PREFIX)) {
      throw S3Exception.invalidRequest(
          "Specifying both Canned ACLs and Header Grants is not allowed");
    }
    return new AclHeaders(canned, headers, request.access());
  }

  /**
   * Returns the list if the bucket takes it: for the bucket itself or for an object in it.
   *
   * @param owner who owns what gets the list
   * @throws S3Exception AccessControlListNotSupported if lists are off in the bucket, and this says
   *     anything else than that the bucket's owner controls everything; AccessDenied if it is
   *     public and the bucket blocks such lists; else as {@link #list}
   */
  public AccessControlList in(Bucket bucket, Owner owner) {
    Ownership ownership = Ownership.in(bucket);
    String bucketOwner = bucket.settings().owner().canonicalId();
    if (!ownership.disablesAcls()) {
      return ownership.requireUnblocked(list(owner.canonicalId(), bucketOwner));
    }
    if (!isFullControlOf(bucketOwner)) {
      throw ownership.refusalOfAcls();
    }
    return AccessControlList.PRIVATE;
  }

  /**
   * Returns the list.
   *
   * @param ownerId the canonical id of who owns what gets the list
   * @param bucketOwnerId the canonical id of who owns the bucket
   * @throws S3Exception InvalidArgument for what names no grantee, UnresolvableGrantByEmailAddress,
   *     MalformedACLError for too many grants
   */
  public AccessControlList list(String ownerId, String bucketOwnerId) {
    return canned != null
        ? canned.list(ownerId, bucketOwnerId)
        : GrantHeaders.read(headers, accounts);
  }

  /** The grant that says the same as the canned list passes as that does. */
  private boolean isFullControlOf(String bucketOwnerId) {
    if (canned != null) {
      return canned == CannedAcl.BUCKET_OWNER_FULL_CONTROL;
    }
    String grantees = headers.first(GrantHeaders.name(Permission.FULL_CONTROL));
    return grantees != null
        && headers.withPrefix(S3Headers.GRANT_PREFIX).size() == 1
        && grantees.replace("\"", "").equals("id=" + bucketOwnerId);
  }
}

package dev.s3emulator.internal.operation.object;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.TagSet;
import dev.s3emulator.internal.domain.WritePrecondition;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Request;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The request headers that PutObject and CopyObject share, apart from metadata. */
final class WriteHeaders {

  private static final List<String> CANNED_ACLS =
      List.of(
          "private",
          "public-read",
          "public-read-write",
          "authenticated-read",
          "aws-exec-read",
          "bucket-owner-read",
          "bucket-owner-full-control");

  private WriteHeaders() {}

  /**
   * Returns the conditions on the current object of the key.
   *
   * @throws S3Exception NotImplemented for what S3 does not take
   */
  static WritePrecondition precondition(S3Request request) {
    return WritePrecondition.of(
        request.headerValue(S3Headers.IF_MATCH), request.headerValue(S3Headers.IF_NONE_MATCH));
  }

  /** Returns the tags of the tagging header, none without one. */
  static TagSet tags(S3Request request) {
    String header = request.header(S3Headers.TAGGING);
    return header == null || header.isEmpty() ? TagSet.EMPTY : TagSet.parseHeader(header);
  }

  /**
   * Refuses what would give the object other properties than it can have here: an ACL, an
   * encryption that does not fit together.
   */
  static void check(S3Request request, Bucket bucket) {
    Headers headers = request.head().headers();
    EncryptionHeaders.of(request).in(bucket, request);
    checkAcl(headers, bucket);
  }

  /** Every bucket has the ownership BucketOwnerEnforced: its ACLs are off. */
  private static void checkAcl(Headers headers, Bucket bucket) {
    String canned = headers.first(S3Headers.ACL);
    Headers grants = headers.withPrefix(S3Headers.GRANT_PREFIX);
    if (canned != null && !CANNED_ACLS.contains(canned)) {
      // S3 really sends no message here.
      throw S3Exception.invalidArgument("", S3Headers.ACL, canned);
    }
    if (canned != null && grants.size() > 0) {
      throw S3Exception.invalidRequest(
          "Specifying both Canned ACLs and Header Grants is not allowed");
    }
    boolean accepted =
        canned != null
            ? canned.equals("bucket-owner-full-control")
            : grants.size() == 0
                || (grants.size() == 1
                    && isOwner(grants.first(S3Headers.GRANT_PREFIX + "full-control"), bucket));
    if (!accepted) {
      throw S3Exception.of(S3Error.ACCESS_CONTROL_LIST_NOT_SUPPORTED);
    }
  }

  /** The grant that says the same as the canned ACL bucket-owner-full-control passes as it does. */
  private static boolean isOwner(@Nullable String grantees, Bucket bucket) {
    return grantees != null
        && grantees.replace("\"", "").equals("id=" + bucket.settings().owner().canonicalId());
  }
}

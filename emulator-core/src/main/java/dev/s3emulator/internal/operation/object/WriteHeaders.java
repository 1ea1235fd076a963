package dev.s3emulator.internal.operation.object;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.TagSet;
import dev.s3emulator.internal.domain.WritePrecondition;
import dev.s3emulator.internal.domain.attribute.AccessControlList;
import dev.s3emulator.internal.domain.attribute.VersionAttributes;
import dev.s3emulator.internal.protocol.AclHeaders;
import dev.s3emulator.internal.protocol.LockHeaders;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Request;
import java.time.Instant;

/** The request headers that PutObject and CopyObject share, apart from metadata. */
final class WriteHeaders {

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
   * Returns the access control list that the object gets.
   *
   * @throws S3Exception if the headers name none, or one that the bucket does not take
   */
  static AccessControlList acl(S3Request request, Bucket bucket) {
    return AclHeaders.areIn(request)
        ? AclHeaders.ofObject(request).in(bucket, request.requester())
        : AccessControlList.PRIVATE;
  }

  /**
   * Returns what the headers say about the object beside metadata and tags.
   *
   * @param now the time, which the end of a retention must be behind
   */
  static VersionAttributes attributes(
      S3Request request, EncryptionHeaders encryption, Bucket bucket, Instant now) {
    return VersionAttributes.DEFAULT
        .with(encryption.in(bucket, request))
        .with(acl(request, bucket))
        .with(LockHeaders.read(request, bucket, now));
  }

  /**
   * Refuses what would give the object other properties than it can have here: an ACL, an
   * encryption that does not fit together.
   */
  static void check(S3Request request, Bucket bucket) {
    EncryptionHeaders.of(request).in(bucket, request);
    acl(request, bucket);
  }
}

package dev.s3emulator.internal.pipeline;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.BucketSettings;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.S3State;
import dev.s3emulator.internal.protocol.RequestPayer;
import dev.s3emulator.internal.protocol.RequestTarget.Level;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.routing.Route;
import java.util.Optional;
import java.util.Set;

/**
 * Which operations of a Requester Pays bucket ask who pays, and which say it in their answers.
 *
 * <p>Asked are those that have the header {@code x-amz-request-payer} in the service model. What S3
 * makes of the others is not known: no SDK could send them the header.
 */
final class RequesterPays {

  /** Operations whose model has {@code x-amz-request-payer}. */
  static final Set<String> ASKING =
      Set.of(
          "AbortMultipartUpload",
          "CompleteMultipartUpload",
          "CopyObject",
          "CreateMultipartUpload",
          "DeleteObject",
          "DeleteObjects",
          "GetBucketAccelerateConfiguration",
          "GetObject",
          "GetObjectAcl",
          "GetObjectAttributes",
          "GetObjectLegalHold",
          "GetObjectRetention",
          "GetObjectTagging",
          "GetObjectTorrent",
          "HeadObject",
          "ListMultipartUploads",
          "ListObjectVersions",
          "ListObjects",
          "ListObjectsV2",
          "ListParts",
          "PutObject",
          "PutObjectAcl",
          "PutObjectLegalHold",
          "PutObjectLockConfiguration",
          "PutObjectRetention",
          "PutObjectTagging",
          "RestoreObject",
          "UpdateObjectEncryption",
          "UploadPart",
          "UploadPartCopy");

  /** Those of them whose answers have no {@code x-amz-request-charged}. */
  static final Set<String> SILENT =
      Set.of("GetObjectLegalHold", "GetObjectRetention", "GetObjectTagging", "PutObjectTagging");

  private RequesterPays() {}

  /**
   * Checks that a request says who pays.
   *
   * @throws S3Exception AccessDenied
   */
  static void check(S3Request request, Route route, BucketSettings bucket) {
    if (route.level() == Level.WEBSITE) {
      if (RequestPayer.isAskedFor(bucket)) {
        throw RequestPayer.refused(bucket, "a website cannot ask its visitors to.");
      }
    } else if (ASKING.contains(route.operation())) {
      RequestPayer.require(request, bucket);
    }
  }

  /** Returns whether the answer to a request says that the requester pays for it. */
  static boolean isCharged(S3Request request, Route route, S3State state) {
    // Nearly all requests end here.
    if (request.header(S3Headers.REQUEST_PAYER) == null
        || !ASKING.contains(route.operation())
        || SILENT.contains(route.operation())) {
      return false;
    }
    Optional<Bucket> bucket = state.bucket(request.bucketName());
    return bucket.isPresent() && RequestPayer.isCharged(request, bucket.get().settings());
  }
}

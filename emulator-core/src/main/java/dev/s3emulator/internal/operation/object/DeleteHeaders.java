package dev.s3emulator.internal.operation.object;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.DeleteCommand.Authority;
import dev.s3emulator.internal.domain.MfaDeleteRule;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.SecondFactor;
import dev.s3emulator.internal.domain.VersionId;
import dev.s3emulator.internal.protocol.LockHeaders;
import dev.s3emulator.internal.protocol.MfaHeader;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Request;
import java.util.List;
import java.util.Optional;

/** The request headers that DeleteObject and DeleteObjects share. */
final class DeleteHeaders {

  /**
   * Conditions that S3 answers with 501 on a general purpose bucket, in the order in which it names
   * them. What it does with the last three is not known; refusing never deletes by mistake.
   */
  private static final List<String> UNSUPPORTED_CONDITIONS =
      List.of(
          "x-amz-if-match-last-modified-time",
          "x-amz-if-match-size",
          S3Headers.IF_NONE_MATCH,
          S3Headers.IF_MODIFIED_SINCE,
          S3Headers.IF_UNMODIFIED_SINCE);

  private DeleteHeaders() {}

  /**
   * Refuses conditions other than If-Match, and If-Match on a version.
   *
   * @throws S3Exception NotImplemented with the header's name
   */
  static void refuseUnsupportedConditions(S3Request request, Optional<VersionId> versionId) {
    for (String header : UNSUPPORTED_CONDITIONS) {
      if (request.header(header) != null) {
        throw S3Exception.notImplementedHeader(header);
      }
    }
    if (versionId.isPresent() && request.header(S3Headers.IF_MATCH) != null) {
      throw S3Exception.notImplementedHeader(S3Headers.IF_MATCH);
    }
  }

  /**
   * Checks the form of what the caller presents beyond the request itself.
   *
   * @throws S3Exception InvalidArgument if the bypass header, whatever its value, is sent to a
   *     bucket without Object Lock, or if the MFA header is malformed
   */
  static void check(S3Request request, Bucket bucket) {
    String bypass = request.header(S3Headers.BYPASS_GOVERNANCE_RETENTION);
    if (bypass != null && !bucket.settings().objectLockEnabled()) {
      throw S3Exception.invalidArgument(
          "x-amz-bypass-governance-retention is only applicable to Object Lock enabled buckets.",
          S3Headers.BYPASS_GOVERNANCE_RETENTION);
    }
    MfaHeader.check(request);
  }

  /** Returns whether the request asks to get past retentions in the mode GOVERNANCE. */
  static boolean bypassesGovernance(S3Request request) {
    return LockHeaders.bypassesGovernance(request);
  }

  /**
   * Returns what the caller presents beyond the request itself. A second factor counts only where
   * the bucket asks for it; a wrong one always fails there (delete-semantics 5).
   *
   * @throws S3Exception if the code is wrong
   */
  static Authority authority(S3Request request, Bucket bucket) {
    check(request, bucket);
    SecondFactor secondFactor =
        MfaDeleteRule.isOn(bucket.settings())
            ? MfaHeader.judge(request, bucket)
            : SecondFactor.ABSENT;
    return new Authority(bypassesGovernance(request), secondFactor);
  }
}

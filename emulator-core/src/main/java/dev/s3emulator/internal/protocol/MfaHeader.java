package dev.s3emulator.internal.protocol;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.MfaToken;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.SecondFactor;

/** The header {@code x-amz-mfa}. */
public final class MfaHeader {

  private MfaHeader() {}

  /**
   * Checks the form of the header, if it is there.
   *
   * @throws S3Exception InvalidArgument
   */
  public static void check(S3Request request) {
    request.headerValue(S3Headers.MFA).ifPresent(MfaToken::parse);
  }

  /**
   * Judges what the header proves; a code that counts once is used thereby.
   *
   * @param bucket what it is to be used for
   * @throws S3Exception if the code is wrong
   */
  public static SecondFactor judge(S3Request request, Bucket bucket) {
    return request
        .headerValue(S3Headers.MFA)
        .map(MfaToken::parse)
        .map(token -> request.access().secondFactor(token, bucket))
        .orElse(SecondFactor.ABSENT);
  }
}

package dev.s3emulator.internal.auth;

import dev.s3emulator.internal.auth.sigv4.AmzDate;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.protocol.Dates;
import dev.s3emulator.internal.protocol.RequestHead;
import dev.s3emulator.internal.protocol.S3Headers;
import java.time.Instant;

/**
 * When a request was signed that has its signature in a header.
 *
 * @param amzDate the time, in the notation of strings to sign
 * @param asSent the header that says so: x-amz-date if sent, otherwise Date
 */
record RequestDate(AmzDate amzDate, String asSent) {

  /**
   * Reads the time.
   *
   * @throws S3Exception AccessDenied if the header that counts is absent or no date
   */
  static RequestDate of(RequestHead head) {
    String sent = head.headers().first(S3Headers.AMZ_DATE);
    if (sent == null) {
      sent = head.headers().first(S3Headers.DATE);
    }
    if (sent == null) {
      throw unusable();
    }
    AmzDate basic = AmzDate.parse(sent);
    return new RequestDate(
        basic != null
            ? basic
            : AmzDate.of(Dates.parseHttp(sent).orElseThrow(RequestDate::unusable)),
        sent);
  }

  private static S3Exception unusable() {
    return S3Exception.of(
        S3Error.ACCESS_DENIED, "AWS authentication requires a valid Date or x-amz-date header");
  }

  Instant time() {
    return amzDate.time();
  }
}

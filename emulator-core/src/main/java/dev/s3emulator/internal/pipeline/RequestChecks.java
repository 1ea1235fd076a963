package dev.s3emulator.internal.pipeline;

import dev.s3emulator.internal.domain.BucketSettings;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.S3State;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.routing.BodyRule;
import dev.s3emulator.internal.routing.Route;

/** The checks that every operation shares, in S3's order (delete-semantics 11). */
final class RequestChecks {

  /** The largest header section that S3 reads, in bytes. */
  static final int MAX_HEADER_BYTES = 8 * 1024;

  private RequestChecks() {}

  /** Refuses a header section that is too large. */
  static void checkHeaderSize(Headers headers) {
    int[] bytes = new int[1];
    headers.forEach((name, value) -> bytes[0] += name.length() + value.length() + 4);
    if (bytes[0] > MAX_HEADER_BYTES) {
      throw headerSectionTooLarge();
    }
  }

  static S3Exception headerSectionTooLarge() {
    return S3Exception.of(S3Error.REQUEST_HEADER_SECTION_TOO_LARGE)
        .with("MaxSizeAllowed", MAX_HEADER_BYTES);
  }

  /** Checks that the bucket is there, whom it belongs to, and who pays for the request. */
  static void checkBucket(S3Request request, Route route, S3State state) {
    String expectedOwner = request.header(S3Headers.EXPECTED_BUCKET_OWNER);
    if (expectedOwner != null) {
      Owner.requireAccountIdForm(expectedOwner);
    }
    if (route.bucketMustExist()) {
      BucketSettings bucket = state.requireBucket(request.bucketName()).settings();
      HostRules.check(request.target(), bucket);
      if (expectedOwner != null) {
        bucket.owner().requireAccountId(expectedOwner);
      }
      RequesterPays.check(request, route, bucket);
    }
  }

  /** Checks the payload form, that only a PUT copies, and the length of the key. */
  static void checkForm(S3Request request, Route route) {
    checkPayloadForm(request, route);
    checkCopySource(request, route.method());
    ObjectKey key = request.target().key();
    if (key != null) {
      key.requireValidLength();
    }
  }

  /** Only uploads may have trailers. */
  private static void checkPayloadForm(S3Request request, Route route) {
    String form = request.header(S3Headers.CONTENT_SHA256);
    if (form != null && form.endsWith("-TRAILER") && route.body().kind() != BodyRule.Kind.UPLOAD) {
      throw S3Exception.invalidRequest("The value of x-amz-content-sha256 header is invalid.");
    }
  }

  /** Other methods than PUT copy nothing; of POST only what has an upload is known to say so. */
  private static void checkCopySource(S3Request request, String method) {
    String source = request.header(S3Headers.COPY_SOURCE);
    if (source == null || method.equals("PUT") || method.equals("OPTIONS")) {
      return;
    }
    if (!method.equals("POST") || request.parameter("uploadId") != null) {
      throw S3Exception.invalidArgument(
          "You can only specify a copy source header for copy requests.",
          S3Headers.COPY_SOURCE,
          source);
    }
  }
}

package dev.s3emulator.internal.pipeline;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.BucketSettings;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.S3State;
import dev.s3emulator.internal.protocol.RequestPayer;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.routing.PayerRule;
import dev.s3emulator.internal.routing.Route;
import java.util.Optional;

/** Does with requests to a Requester Pays bucket what their {@link PayerRule} says. */
final class RequesterPays {

  private RequesterPays() {}

  /**
   * Checks that a request says who pays.
   *
   * @throws S3Exception AccessDenied
   */
  static void check(S3Request request, Route route, BucketSettings bucket) {
    switch (route.payer()) {
      case NOT_ASKED -> {}
      case ASKED, ASKED_SILENTLY -> RequestPayer.require(request, bucket);
      case REFUSED -> {
        if (RequestPayer.isAskedFor(bucket)) {
          throw RequestPayer.refused(bucket, "a website cannot ask its visitors to.");
        }
      }
    }
  }

  /** Returns whether the answer to a request says that the requester pays for it. */
  static boolean isCharged(S3Request request, Route route, S3State state) {
    // Nearly all requests end here.
    if (request.header(S3Headers.REQUEST_PAYER) == null || route.payer() != PayerRule.ASKED) {
      return false;
    }
    Optional<Bucket> bucket = state.bucket(request.bucketName());
    return bucket.isPresent() && RequestPayer.isCharged(request, bucket.get().settings());
  }
}

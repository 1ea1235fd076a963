package dev.s3emulator.internal.protocol;

import dev.s3emulator.internal.domain.BucketSettings;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.configuration.RequestPayment;

/**
 * The header {@code x-amz-request-payer} and what a Requester Pays bucket makes of it: whoever is
 * not of the owner's account must send it, and nobody in particular cannot pay (delete-semantics
 * 9).
 */
public final class RequestPayer {

  /** The one value of both headers. */
  public static final String REQUESTER = "requester";

  private RequestPayer() {}

  /** Returns whether requesters pay for this bucket. */
  public static boolean isAskedFor(BucketSettings bucket) {
    return bucket
        .configuration(RequestPayment.class)
        .filter(payment -> payment.payer() == RequestPayment.Payer.REQUESTER)
        .isPresent();
  }

  /**
   * Checks that a request says who pays, if its requester has to.
   *
   * @throws S3Exception AccessDenied
   */
  public static void require(S3Request request, BucketSettings bucket) {
    if (!isAskedFor(bucket) || isOwners(request, bucket)) {
      return;
    }
    if (request.caller().isAnonymous()) {
      throw refused(bucket, "who is not known cannot pay.");
    }
    if (!isSent(request)) {
      throw refused(
          bucket,
          "the account "
              + request.requester().accountId()
              + " does not say x-amz-request-payer: requester.");
    }
  }

  /** Returns whether the requester pays for a request that {@link #require} has let through. */
  public static boolean isCharged(S3Request request, BucketSettings bucket) {
    return isSent(request) && isAskedFor(bucket) && !isOwners(request, bucket);
  }

  /** Returns the refusal of a request to a Requester Pays bucket. */
  public static S3Exception refused(BucketSettings bucket, String why) {
    return S3Exception.of(S3Error.ACCESS_DENIED)
        .because("For requests to the bucket " + bucket.name() + " the requester pays, and " + why);
  }

  private static boolean isSent(S3Request request) {
    return REQUESTER.equals(request.header(S3Headers.REQUEST_PAYER));
  }

  private static boolean isOwners(S3Request request, BucketSettings bucket) {
    return bucket.owner().accountId().equals(request.requester().accountId());
  }
}

package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.configuration.RequestPayment;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.routing.Route;

/**
 * {@code GET /bucket?requestPayment}: who pays; the owner, unless it was set.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketRequestPayment.html">AWS</a>
 */
final class GetBucketRequestPayment extends GetConfiguration<RequestPayment> {

  static final Route ROUTE = Route.bucket("GET", "GetBucketRequestPayment").query("requestPayment");

  GetBucketRequestPayment(S3Engine engine) {
    super(engine, ROUTE, RequestPaymentDocument.KIND);
  }
}

package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.configuration.RequestPayment;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.routing.BodyRule;
import dev.s3emulator.internal.routing.Route;

/**
 * {@code PUT /bucket?requestPayment}: sets who pays.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketRequestPayment.html">AWS</a>
 */
final class PutBucketRequestPayment extends PutConfiguration<RequestPayment> {

  static final Route ROUTE =
      Route.bucket("PUT", "PutBucketRequestPayment")
          .query("requestPayment")
          .body(BodyRule.checkedDocument(MAX_DOCUMENT_BYTES));

  PutBucketRequestPayment(S3Engine engine) {
    super(engine, ROUTE, RequestPaymentDocument.KIND);
  }
}

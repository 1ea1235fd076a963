package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.configuration.LoggingConfiguration;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.routing.Route;

/**
 * {@code GET /bucket?logging}: where the records of requests to the bucket go.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLogging.html">AWS</a>
 */
final class GetBucketLogging extends GetConfiguration<LoggingConfiguration> {

  static final Route ROUTE = Route.bucket("GET", "GetBucketLogging").query("logging");

  GetBucketLogging(S3Engine engine) {
    super(engine, ROUTE, LoggingDocument.KIND);
  }
}

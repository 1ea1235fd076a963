package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.configuration.AbacStatus;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.routing.Route;

/**
 * {@code GET /bucket?abac}: whether the tags of the bucket count in access decisions.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketAbac.html">AWS</a>
 */
final class GetBucketAbac extends GetConfiguration<AbacStatus> {

  static final Route ROUTE =
      Route.bucket("GET", "GetBucketAbac").query("abac").action("s3:GetBucketABAC");

  GetBucketAbac(S3Engine engine) {
    super(engine, ROUTE, AbacDocument.KIND);
  }
}

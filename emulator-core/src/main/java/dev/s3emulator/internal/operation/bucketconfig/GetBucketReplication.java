package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.configuration.ReplicationConfiguration;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.routing.Route;

/**
 * {@code GET /bucket?replication}: the replication rules.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketReplication.html">AWS</a>
 */
final class GetBucketReplication extends GetConfiguration<ReplicationConfiguration> {

  static final Route ROUTE =
      Route.bucket("GET", "GetBucketReplication")
          .query("replication")
          .action("s3:GetReplicationConfiguration");

  GetBucketReplication(S3Engine engine) {
    super(engine, ROUTE, ReplicationDocument.KIND);
  }
}

package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.configuration.ReplicationConfiguration;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.routing.Route;

/**
 * {@code DELETE /bucket?replication}: removes the replication rules.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketReplication.html">AWS</a>
 */
final class DeleteBucketReplication extends DeleteConfiguration {

  static final Route ROUTE =
      Route.bucket("DELETE", "DeleteBucketReplication")
          .query("replication")
          .action("s3:PutReplicationConfiguration");

  DeleteBucketReplication(S3Engine engine) {
    super(engine, ROUTE, ReplicationConfiguration.class);
  }
}

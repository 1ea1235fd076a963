package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.S3State;
import dev.s3emulator.internal.domain.VersioningState;
import dev.s3emulator.internal.domain.configuration.DocumentNode;
import dev.s3emulator.internal.domain.configuration.ReplicationConfiguration;
import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.protocol.S3Request;
import dev.s3emulator.internal.routing.BodyRule;
import dev.s3emulator.internal.routing.Route;

/**
 * {@code PUT /bucket?replication}: replaces the replication rules, which are kept and shown;
 * nothing is replicated yet.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketReplication.html">AWS</a>
 */
final class PutBucketReplication extends PutConfiguration<ReplicationConfiguration> {

  static final Route ROUTE =
      Route.bucket("PUT", "PutBucketReplication")
          .query("replication")
          .action("s3:PutReplicationConfiguration")
          .body(BodyRule.checkedDocument(MAX_DOCUMENT_BYTES));

  private static final String ARN_PREFIX = "arn:aws:s3:::";

  PutBucketReplication(S3Engine engine) {
    super(engine, ROUTE, ReplicationDocument.KIND);
  }

  @Override
  ReplicationConfiguration prepare(
      S3Request request, Bucket bucket, ReplicationConfiguration configuration) {
    if (bucket.versioning() != VersioningState.ENABLED) {
      throw S3Exception.invalidRequest(
          "Versioning must be 'Enabled' on the bucket to apply a replication configuration");
    }
    for (DocumentNode rule : configuration.document().all("Rule")) {
      rule.first("Destination")
          .flatMap(destination -> destination.textOf("Bucket"))
          .ifPresent(this::requireDestination);
    }
    return new ReplicationConfiguration(
        GeneratedIds.complete(configuration.document(), "ID", engine().ids()));
  }

  private void requireDestination(String arn) {
    if (!arn.startsWith(ARN_PREFIX)) {
      throw S3Exception.invalidArgument("Invalid bucket ARN", "Bucket", arn);
    }
    S3State state = engine().state();
    boolean versioned =
        state
            .bucket(arn.substring(ARN_PREFIX.length()))
            .orElseThrow(() -> S3Exception.invalidRequest("Destination bucket must exist."))
            .versioning()
            .equals(VersioningState.ENABLED);
    if (!versioned) {
      throw S3Exception.invalidRequest("Destination bucket must have versioning enabled.");
    }
  }
}

package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.routing.Operation;
import java.util.List;

/** The operations of this package: one line registers one. */
public final class BucketConfigOperations {

  private BucketConfigOperations() {}

  /** Returns the operations of one server. */
  public static List<Operation> of(S3Engine engine) {
    return List.of(
        new DeleteBucketAnalyticsConfiguration(engine),
        new DeleteBucketCors(engine),
        new DeleteBucketEncryption(engine),
        new DeleteBucketIntelligentTieringConfiguration(engine),
        new DeleteBucketInventoryConfiguration(engine),
        new DeleteBucketLifecycle(engine),
        new DeleteBucketMetricsConfiguration(engine),
        new DeleteBucketOwnershipControls(engine),
        new DeleteBucketReplication(engine),
        new DeleteBucketTagging(engine),
        new DeleteBucketWebsite(engine),
        new DeletePublicAccessBlock(engine),
        new GetBucketAbac(engine),
        new GetBucketAccelerateConfiguration(engine),
        new GetBucketAnalyticsConfiguration(engine),
        new GetBucketCors(engine),
        new GetBucketEncryption(engine),
        new GetBucketIntelligentTieringConfiguration(engine),
        new GetBucketInventoryConfiguration(engine),
        new GetBucketLifecycleConfiguration(engine),
        new GetBucketLogging(engine),
        new GetBucketMetricsConfiguration(engine),
        new GetBucketNotificationConfiguration(engine),
        new GetBucketOwnershipControls(engine),
        new GetBucketReplication(engine),
        new GetBucketRequestPayment(engine),
        new GetBucketTagging(engine),
        new GetBucketWebsite(engine),
        new GetPublicAccessBlock(engine),
        new ListBucketAnalyticsConfigurations(engine),
        new ListBucketIntelligentTieringConfigurations(engine),
        new ListBucketInventoryConfigurations(engine),
        new ListBucketMetricsConfigurations(engine),
        new PreflightRequest(engine),
        new PutBucketAbac(engine),
        new PutBucketAccelerateConfiguration(engine),
        new PutBucketAnalyticsConfiguration(engine),
        new PutBucketCors(engine),
        new PutBucketEncryption(engine),
        new PutBucketIntelligentTieringConfiguration(engine),
        new PutBucketInventoryConfiguration(engine),
        new PutBucketLifecycleConfiguration(engine),
        new PutBucketLogging(engine),
        new PutBucketMetricsConfiguration(engine),
        new PutBucketNotificationConfiguration(engine),
        new PutBucketOwnershipControls(engine),
        new PutBucketReplication(engine),
        new PutBucketRequestPayment(engine),
        new PutBucketTagging(engine),
        new PutBucketWebsite(engine),
        new PutPublicAccessBlock(engine));
  }
}

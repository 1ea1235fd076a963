package dev.s3emulator.internal.operation.bucketconfig;

import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.routing.Operation;
import java.util.List;

/** The operations of this package: one line registers one. */
public final class BucketConfigOperations {

  private BucketConfigOperations() {}

  /** Returns the operations of one server. */
  public static List<Operation> of(S3Engine engine) {
    return List.of(new GetBucketRequestPayment(engine), new PutBucketRequestPayment(engine));
  }
}

package dev.s3emulator.internal.operation.access;

import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.routing.Operation;
import java.util.List;

/** The operations of this group. */
public final class AccessOperations {

  private AccessOperations() {}

  /** Returns the operations. */
  public static List<Operation> of(S3Engine engine) {
    return List.of(
        new DeleteBucketPolicy(engine),
        new GetBucketAcl(engine),
        new GetBucketPolicy(engine),
        new GetBucketPolicyStatus(engine),
        new GetObjectAcl(engine),
        new PutBucketAcl(engine),
        new PutBucketPolicy(engine),
        new PutObjectAcl(engine));
  }
}

package dev.s3emulator.internal.operation.objectlock;

import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.routing.Operation;
import java.util.List;

/** The operations of this group. */
public final class ObjectLockOperations {

  private ObjectLockOperations() {}

  /** Returns the operations. */
  public static List<Operation> of(S3Engine engine) {
    return List.of(
        new GetObjectLegalHold(engine),
        new GetObjectLockConfiguration(engine),
        new GetObjectRetention(engine),
        new PutObjectLegalHold(engine),
        new PutObjectLockConfiguration(engine),
        new PutObjectRetention(engine));
  }
}

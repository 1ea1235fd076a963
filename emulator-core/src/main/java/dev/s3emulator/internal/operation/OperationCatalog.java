package dev.s3emulator.internal.operation;

import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.operation.access.AccessOperations;
import dev.s3emulator.internal.operation.bucket.BucketOperations;
import dev.s3emulator.internal.operation.bucketconfig.BucketConfigOperations;
import dev.s3emulator.internal.operation.object.ObjectOperations;
import dev.s3emulator.internal.operation.objectlock.ObjectLockOperations;
import dev.s3emulator.internal.operation.service.ServiceOperations;
import dev.s3emulator.internal.routing.Operation;
import java.util.List;
import java.util.stream.Stream;

/** All operations that answer. Those that do not yet are in {@link UnsupportedOperations}. */
public final class OperationCatalog {

  private OperationCatalog() {}

  /** Returns the operations of one server. */
  public static List<Operation> of(S3Engine engine) {
    return Stream.of(
            ServiceOperations.of(engine),
            BucketOperations.of(engine),
            BucketConfigOperations.of(engine),
            ObjectOperations.of(engine),
            ObjectLockOperations.of(engine),
            AccessOperations.of(engine))
        .flatMap(List::stream)
        .toList();
  }
}

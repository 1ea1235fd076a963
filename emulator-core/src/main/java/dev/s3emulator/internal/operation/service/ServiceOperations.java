package dev.s3emulator.internal.operation.service;

import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.routing.Operation;
import java.util.List;

/** The operations of this package: one line registers one. */
public final class ServiceOperations {

  private ServiceOperations() {}

  /** Returns the operations of one server. */
  public static List<Operation> of(S3Engine engine) {
    return List.of(new ListBuckets(engine));
  }
}

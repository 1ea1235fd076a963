package dev.s3emulator.internal.operation.bucket;

import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.routing.Operation;
import java.util.List;

/** The operations of this package: one line registers one. */
public final class BucketOperations {

  private BucketOperations() {}

  /** Returns the operations of one server. */
  public static List<Operation> of(S3Engine engine) {
    return List.of(
        new CreateBucket(engine),
        new DeleteBucket(engine),
        new GetBucketLocation(engine),
        new GetBucketVersioning(engine),
        new HeadBucket(engine),
        new ListMultipartUploads(engine),
        new ListObjectVersions(engine),
        new ListObjects(engine),
        new ListObjectsV2(engine),
        new PutBucketVersioning(engine));
  }
}

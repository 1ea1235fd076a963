package dev.s3emulator.internal.operation.object;

import dev.s3emulator.internal.engine.S3Engine;
import dev.s3emulator.internal.routing.Operation;
import java.util.List;

/** The operations of this package: one line registers one. */
public final class ObjectOperations {

  private ObjectOperations() {}

  /** Returns the operations of one server. */
  public static List<Operation> of(S3Engine engine) {
    RecentMetadata recent = new RecentMetadata();
    return List.of(
        new AbortMultipartUpload(engine),
        new CompleteMultipartUpload(engine),
        new CopyObject(engine, recent),
        new CreateMultipartUpload(engine, recent),
        new DeleteObject(engine),
        new DeleteObjectTagging(engine),
        new DeleteObjects(engine),
        new GetObject(engine),
        new GetObjectAttributes(engine),
        new GetObjectTagging(engine),
        new GetObjectTorrent(engine),
        new HeadObject(engine),
        new ListParts(engine),
        new PostObject(engine, recent),
        new PutObject(engine, recent),
        new PutObjectTagging(engine),
        new RestoreObject(engine),
        new UpdateObjectEncryption(engine),
        new UploadPart(engine),
        new UploadPartCopy(engine));
  }
}

package dev.s3emulator.internal.domain.multipart;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.Change;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.ObjectVersion;
import dev.s3emulator.internal.domain.Part;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.Upload;
import dev.s3emulator.internal.domain.UploadId;
import dev.s3emulator.internal.domain.UploadIdSource;
import dev.s3emulator.internal.domain.WriteContext;
import java.util.Optional;
import org.pcollections.TreePMap;

/** The rules of an upload's life until it is completed: created, filled with parts, aborted. */
public final class Uploading {

  private Uploading() {}

  /** Creates an upload. */
  public static Change<Upload> initiate(
      Bucket bucket, InitiateCommand command, WriteContext context, UploadIdSource ids) {
    ObjectKey key = command.key();
    Upload upload =
        new Upload(
            ids.next(key, bucket.lastSequence() + 1),
            key,
            context.now(),
            context.requester(),
            command.object(),
            command.checksum(),
            bucket.current(key).orElse(null) instanceof ObjectVersion,
            TreePMap.empty());
    return new Change<>(bucket.initiate(upload), upload);
  }

  /**
   * Returns an open upload.
   *
   * @param id the id as the request gives it
   * @throws S3Exception NoSuchUpload if there is none of this id to this key
   */
  public static Upload require(Bucket bucket, ObjectKey key, String id) {
    Optional<UploadId> parsed = UploadId.parse(id, key);
    return parsed
        .flatMap(issued -> bucket.uploads().find(key, issued))
        .orElseThrow(() -> S3Exception.noSuchUpload(id).because(reason(bucket, parsed)));
  }

  private static String reason(Bucket bucket, Optional<UploadId> id) {
    if (id.isEmpty()) {
      return "The id is of no upload to this key.";
    }
    return bucket.uploads().findCompleted(id.get()).isPresent()
        ? "The upload was completed."
        : "The upload was aborted, or completed long ago, or is of another bucket or server.";
  }

  /**
   * Stores a part, in the place of the one with its number.
   *
   * @throws S3Exception NoSuchUpload if the upload was completed or aborted meanwhile
   */
  public static Change<Part> putPart(Bucket bucket, ObjectKey key, String id, Part part) {
    Upload upload = require(bucket, key, id);
    Part stored =
        new Part(
            part.number(),
            part.lastModified(),
            part.content()
                .encrypted(upload.object().attributes().encryption(), id + '/' + part.number()));
    return new Change<>(bucket.withPart(upload, stored), stored);
  }

  /**
   * Aborts an upload: its parts are gone.
   *
   * @throws S3Exception NoSuchUpload if there is none
   */
  public static Change<Upload> abort(Bucket bucket, ObjectKey key, String id) {
    Upload upload = require(bucket, key, id);
    return new Change<>(bucket.abort(upload), upload);
  }
}

package dev.s3emulator.internal.domain.multipart;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.Change;
import dev.s3emulator.internal.domain.CompletedUpload;
import dev.s3emulator.internal.domain.ObjectContent;
import dev.s3emulator.internal.domain.ObjectVersion;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.Upload;
import dev.s3emulator.internal.domain.UploadId;
import dev.s3emulator.internal.domain.VersionEntry;
import dev.s3emulator.internal.domain.WriteCommand;
import dev.s3emulator.internal.domain.WriteContext;
import dev.s3emulator.internal.domain.WritePrecondition;
import dev.s3emulator.internal.domain.Writing;
import java.util.Optional;

/**
 * The rule of completing an upload.
 *
 * <p>It has two steps, because judging ten thousand parts and combining their checksums takes
 * longer than a change of the state may: {@link #prepare} is done before the change, and {@link
 * #complete} within it, which fails if the upload has become another one meanwhile. Then both are
 * done again.
 */
public final class Completion {

  private Completion() {}

  /** An upload as it was seen, and what its object would be. */
  public record Prepared(Upload upload, ObjectContent content) {}

  /**
   * Returns what an earlier request with the same list of parts made of the upload. Its conditions
   * mean nothing any more (recorded-answers 12).
   */
  public static Optional<CompletedUpload> repeated(Bucket bucket, CompleteCommand command) {
    return UploadId.parse(command.uploadId(), command.key())
        .flatMap(bucket.uploads()::findCompleted)
        .filter(completed -> completed.list().equals(command.listDigest()));
  }

  /**
   * Judges a request and computes the content of the object.
   *
   * @throws S3Exception whatever S3 says of a request that cannot succeed
   */
  public static Prepared prepare(Bucket bucket, CompleteCommand command) {
    Upload upload = Uploading.require(bucket, command.key(), command.uploadId());
    if (command.parts().isEmpty()) {
      throw S3Exception.invalidRequest("You must specify at least one part");
    }
    requirePrecondition(bucket, upload, command.precondition());
    return new Prepared(upload, PartList.join(upload, command));
  }

  /**
   * Stores the object and ends the upload. The object is as old as the upload (protocol-notes 10),
   * but the newest version of its key. A retention that the bucket gives it begins now: what S3
   * does is not known, and the longer one protects.
   *
   * @return empty, and the bucket as it was, if the upload is not what it was when it was prepared
   * @throws S3Exception if the precondition does not hold any more
   */
  public static Change<Optional<CompletedUpload>> complete(
      Bucket bucket, Prepared prepared, CompleteCommand command, WriteContext context) {
    Upload upload = prepared.upload();
    if (!isUnchanged(bucket, upload)) {
      return new Change<>(bucket, Optional.empty());
    }
    requirePrecondition(bucket, upload, command.precondition());
    Change<ObjectVersion> written =
        Writing.put(
            bucket,
            new WriteCommand(
                upload.key(),
                prepared.content(),
                upload.object().metadata(),
                upload.object().tags(),
                upload.object().attributes(),
                WritePrecondition.NONE),
            new WriteContext(
                upload.initiated(), context.instant(), context.versionIds(), upload.initiator()));
    ObjectVersion version = written.outcome();
    CompletedUpload result =
        new CompletedUpload(
            upload.id(),
            command.listDigest(),
            version.versionId(),
            version.sequence(),
            version.eTag(),
            version.checksum(),
            version.encryption());
    return new Change<>(written.bucket().complete(upload, result), Optional.of(result));
  }

  /** A changed upload is another instance; to compare ten thousand parts would say no more. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isUnchanged(Bucket bucket, Upload upload) {
    return bucket.uploads().find(upload.key(), upload.id()).orElse(null) == upload;
  }

  /**
   * Checks the condition on the current object, and that nothing was written to or deleted from the
   * key since the upload was created: then the client cannot know what it would overwrite
   * (recorded-answers 11).
   */
  private static void requirePrecondition(
      Bucket bucket, Upload upload, WritePrecondition precondition) {
    precondition.require(bucket, upload.key());
    boolean changedSince =
        bucket
            .current(upload.key())
            .map(VersionEntry::sequence)
            .filter(sequence -> sequence > upload.id().sequence())
            .isPresent();
    if (precondition.ifMatch().isPresent() && changedSince) {
      throw conflict("If-Match", upload);
    }
    if (precondition.onlyIfAbsent() && (changedSince || upload.replacesObject())) {
      throw conflict("If-None-Match", upload);
    }
  }

  private static S3Exception conflict(String condition, Upload upload) {
    return S3Exception.of(S3Error.CONDITIONAL_REQUEST_CONFLICT)
        .with("Condition", condition)
        .with("Key", upload.key())
        .because("The key was written or deleted after the upload was created.");
  }
}

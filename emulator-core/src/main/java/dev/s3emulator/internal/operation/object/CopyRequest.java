package dev.s3emulator.internal.operation.object;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.ObjectMetadata;
import dev.s3emulator.internal.domain.ObjectVersion;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.ReadConditions;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.TagSet;
import dev.s3emulator.internal.domain.UploadChecksum;
import dev.s3emulator.internal.domain.VersionEntry;
import dev.s3emulator.internal.domain.VersionId;
import dev.s3emulator.internal.domain.WritePrecondition;
import dev.s3emulator.internal.domain.checksum.ChecksumAlgorithm;
import dev.s3emulator.internal.domain.configuration.BucketEncryption;
import dev.s3emulator.internal.lookup.VersionLookup;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.protocol.RequestPayer;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Request;
import java.time.Instant;
import java.util.Optional;

/**
 * What the headers of CopyObject ask for; reading them is the check of their form.
 *
 * @param source what to copy
 * @param conditions what must hold for the source
 * @param precondition what must hold for the current object of the destination
 * @param metadata the metadata that replace those of the source
 * @param tags the tags that replace those of the source
 * @param algorithm the checksum algorithm that replaces that of the source
 * @param encryption what is asked for the copy, which never has the encryption of its source
 */
record CopyRequest(
    S3Request request,
    CopySource source,
    ReadConditions conditions,
    WritePrecondition precondition,
    Optional<ObjectMetadata> metadata,
    Optional<TagSet> tags,
    Optional<ChecksumAlgorithm> algorithm,
    EncryptionHeaders encryption) {

  static final String CONDITION_PREFIX = "x-amz-copy-source-";
  private static final long MAX_SIZE = 5L * 1024 * 1024 * 1024;

  /**
   * Returns what a request asks for.
   *
   * @throws S3Exception if one of its headers is wrong
   */
  static CopyRequest of(S3Request request) {
    Headers headers = request.head().headers();
    CopySource source = source(request);
    boolean newMetadata = replaces(request, S3Headers.METADATA_DIRECTIVE, "metadata");
    boolean newTags = replaces(request, S3Headers.TAGGING_DIRECTIVE, "tagging");
    return new CopyRequest(
        request,
        source,
        ReadRequest.conditions(request, CONDITION_PREFIX),
        WriteHeaders.precondition(request),
        newMetadata ? Optional.of(MetadataHeaders.read(headers)) : Optional.empty(),
        newTags ? Optional.of(WriteHeaders.tags(request)) : Optional.empty(),
        request.headerValue(S3Headers.CHECKSUM_ALGORITHM).map(UploadChecksum::parseAlgorithm),
        EncryptionHeaders.of(request));
  }

  /** Returns what a request copies, having checked the form of the owner that it expects. */
  static CopySource source(S3Request request) {
    request
        .headerValue(S3Headers.SOURCE_EXPECTED_BUCKET_OWNER)
        .ifPresent(Owner::requireAccountIdForm);
    return CopySource.parse(request.headerValue(S3Headers.COPY_SOURCE).orElse(""));
  }

  private static boolean replaces(S3Request request, String header, String kind) {
    String directive = request.header(header);
    if (directive == null || directive.equals("COPY")) {
      return false;
    }
    if (!directive.equals("REPLACE")) {
      throw S3Exception.invalidArgument("Unknown " + kind + " directive.", header, directive);
    }
    return true;
  }

  /**
   * Requires that the caller may read the source, and pays for that if it has to.
   *
   * @throws S3Exception AccessDenied
   */
  void requireAccess(Bucket bucket) {
    requireAccess(request, source, bucket);
  }

  /**
   * Requires that the caller may read the tags of the source and give them to the copy, if the copy
   * is to have them. They are no tags of the request to conditions of policies: AWS names uploads
   * only.
   *
   * @param destination the bucket of the copy
   * @throws S3Exception AccessDenied
   */
  void requireTagAccess(Bucket bucket, ObjectVersion version, Bucket destination) {
    if (tags.isEmpty() && !version.tags().isEmpty()) {
      requireAccess(request, source, bucket, "s3:GetObjectTagging");
      request.access().require(WritePermissions.TAGS, destination, request.key(), Optional.empty());
    }
  }

  /** Requires it of a request that copies a part, after owner and payer as for any bucket. */
  static void requireAccess(S3Request request, CopySource source, Bucket bucket) {
    requireAccess(request, source, bucket, "s3:GetObject");
  }

  private static void requireAccess(
      S3Request request, CopySource source, Bucket bucket, String action) {
    request
        .headerValue(S3Headers.SOURCE_EXPECTED_BUCKET_OWNER)
        .ifPresent(bucket.settings().owner()::requireAccountId);
    RequestPayer.require(request, bucket.settings());
    request
        .access()
        .require(action, bucket, source.key(), source.versionId().map(VersionId::toString));
  }

  /**
   * Returns the version that is copied.
   *
   * @param bucket the bucket of the source
   * @throws S3Exception if there is none, or if it may not be copied
   */
  ObjectVersion requireSource(Bucket bucket, Instant now) {
    ObjectVersion version = requireVersion(request, source, bucket, conditions, now);
    requireCopyableSize(version.size());
    requireChange(bucket, version);
    return version;
  }

  /** Returns the version that a request copies, wholly or in part. */
  static ObjectVersion requireVersion(
      S3Request request, CopySource source, Bucket bucket, ReadConditions conditions, Instant now) {
    ObjectVersion version;
    try {
      version = requireObject(source, bucket);
    } catch (S3Exception refusal) {
      throw request.access().discreetly(refusal, bucket);
    }
    CustomerKey.requireToRead(CustomerKey.ofCopySource(request), version.encryption());
    Optional<ReadConditions.Failure> failure =
        conditions.failure(version.eTag(), version.lastModified(), now);
    if (failure.isPresent()) {
      throw failure.get().asPreconditionFailed(CONDITION_PREFIX);
    }
    ObjectReading.requireActive(version, now);
    return version;
  }

  private static ObjectVersion requireObject(CopySource source, Bucket bucket) {
    VersionEntry entry = VersionLookup.entry(bucket, source.key(), source.versionId());
    if (entry instanceof ObjectVersion version) {
      return version;
    }
    throw source.versionId().isEmpty()
        ? S3Exception.noSuchKey(source.key())
        : S3Exception.invalidRequest(
            "The source of a copy request may not specifically refer to a delete marker by"
                + " version id.");
  }

  /** Refuses to copy more than 5 GiB at once. */
  static void requireCopyableSize(long size) {
    if (size > MAX_SIZE) {
      throw S3Exception.invalidRequest(
          "The specified copy source is larger than the maximum allowable size for a copy source: "
              + MAX_SIZE);
    }
  }

  /**
   * Refuses to copy the current version onto itself unless the request names what shall change. S3
   * looks at the presence of the headers, not at whether their values are new.
   */
  private void requireChange(Bucket bucket, ObjectVersion version) {
    boolean ontoItself =
        source.bucket().equals(request.bucketName())
            && source.key().equals(request.key())
            && bucket.current(source.key()).filter(version::equals).isPresent();
    Headers headers = request.head().headers();
    boolean changes =
        metadata.isPresent()
            || headers.contains(S3Headers.STORAGE_CLASS)
            || headers.contains(S3Headers.WEBSITE_REDIRECT_LOCATION)
            || headers.containsPrefix(S3Headers.SERVER_SIDE_ENCRYPTION)
            // A bucket that was told how to encrypt may have been told since.
            || bucket.settings().configuration(BucketEncryption.class).isPresent();
    if (ontoItself && !changes) {
      throw S3Exception.invalidRequest(
          "This copy request is illegal because it is trying to copy an object to itself without"
              + " changing the object's metadata, storage class, website redirect location or"
              + " encryption attributes.");
    }
  }
}

package dev.s3emulator.internal.domain;

import dev.s3emulator.internal.domain.attribute.Encryption;
import dev.s3emulator.internal.domain.checksum.Checksum;

/**
 * What remains of an upload once it is complete: enough to answer the same request again.
 *
 * @param list the digest of the list of parts that completed it
 * @param versionId the id of the version that it made
 * @param versionSequence the sequence number of that version
 * @param encryption how that version is encrypted
 */
public record CompletedUpload(
    UploadId id,
    ETag list,
    VersionId versionId,
    long versionSequence,
    ETag eTag,
    Checksum checksum,
    Encryption encryption) {}

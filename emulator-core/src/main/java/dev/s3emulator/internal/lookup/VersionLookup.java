package dev.s3emulator.internal.lookup;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.ObjectVersion;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.VersionEntry;
import dev.s3emulator.internal.domain.VersionId;
import dev.s3emulator.internal.domain.VersionStack;
import dev.s3emulator.internal.protocol.Dates;
import dev.s3emulator.internal.protocol.S3Headers;
import java.util.Optional;

/** Finds the version that a read means, and says of delete markers what S3 says of them. */
public final class VersionLookup {

  private VersionLookup() {}

  /**
   * Returns the entry that a key and perhaps an id name; it may be a delete marker.
   *
   * @throws S3Exception NoSuchKey or NoSuchVersion
   */
  public static VersionEntry entry(Bucket bucket, ObjectKey key, Optional<VersionId> versionId) {
    Optional<VersionStack> stack = bucket.stack(key);
    if (versionId.isPresent()) {
      return stack
          .flatMap(entries -> entries.find(versionId.get()))
          .orElseThrow(() -> S3Exception.noSuchVersion(key, versionId.get()));
    }
    return stack.map(VersionStack::current).orElseThrow(() -> S3Exception.noSuchKey(key));
  }

  /**
   * Returns the object version that GET or HEAD reads (delete-semantics 12).
   *
   * @param method the method, which the answer about a delete marker names
   * @throws S3Exception NoSuchKey, NoSuchVersion, or MethodNotAllowed for the id of a delete marker
   */
  public static ObjectVersion require(
      Bucket bucket, ObjectKey key, Optional<VersionId> versionId, String method) {
    VersionEntry entry = entry(bucket, key, versionId);
    if (entry instanceof ObjectVersion version) {
      return version;
    }
    S3Exception refusal =
        versionId.isEmpty() ? S3Exception.noSuchKey(key) : methodNotAllowed(entry, method);
    throw refusal
        .because(
            versionId.isEmpty()
                ? "The newest version of the key is a delete marker."
                : "The version is a delete marker, which has no content.")
        .header(S3Headers.DELETE_MARKER, "true")
        .header(S3Headers.VERSION_ID, entry.versionId().toString());
  }

  /**
   * Returns the object version that an operation on one of its sub-resources means. A delete marker
   * has none, also where it is named by its key alone (recorded-answers 6).
   *
   * @throws S3Exception NoSuchKey, NoSuchVersion, or MethodNotAllowed for a delete marker
   */
  public static ObjectVersion requireObject(
      Bucket bucket, ObjectKey key, Optional<VersionId> versionId, String method) {
    VersionEntry entry = entry(bucket, key, versionId);
    if (entry instanceof ObjectVersion version) {
      return version;
    }
    throw methodNotAllowed(entry, method)
        .header(S3Headers.DELETE_MARKER, "true")
        .header(S3Headers.VERSION_ID, entry.versionId().toString());
  }

  private static S3Exception methodNotAllowed(VersionEntry marker, String method) {
    return S3Exception.of(S3Error.METHOD_NOT_ALLOWED)
        .with("Method", method)
        .with("ResourceType", "DeleteMarker")
        .header(S3Headers.ALLOW, "DELETE")
        .header(S3Headers.LAST_MODIFIED, Dates.http(marker.lastModified()));
  }
}

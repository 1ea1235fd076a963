package dev.s3emulator.internal.operation.object;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.ByteRange;
import dev.s3emulator.internal.domain.ObjectMetadata;
import dev.s3emulator.internal.domain.ObjectVersion;
import dev.s3emulator.internal.domain.StorageClass;
import dev.s3emulator.internal.domain.VersioningState;
import dev.s3emulator.internal.domain.attribute.ObjectLock;
import dev.s3emulator.internal.domain.attribute.Restoration;
import dev.s3emulator.internal.domain.checksum.Checksum;
import dev.s3emulator.internal.domain.checksum.ChecksumType;
import dev.s3emulator.internal.protocol.Dates;
import dev.s3emulator.internal.protocol.EncodedWords;
import dev.s3emulator.internal.protocol.ResponseBody;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Response;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the answers of GetObject and HeadObject, which differ in nothing but the body that the
 * transport leaves out.
 */
final class ObjectResponse {

  private final Bucket bucket;
  private final ObjectVersion version;
  private final ObjectLock lock;
  private final Instant now;

  /**
   * Makes answers about a version.
   *
   * @param lock as much of its lock as the caller may see
   * @param now the time at which restorations are looked at
   */
  ObjectResponse(Bucket bucket, ObjectVersion version, ObjectLock lock, Instant now) {
    this.bucket = bucket;
    this.version = version;
    this.lock = lock;
    this.now = now;
  }

  /** Returns 200 with the object, or 206 with the range that was asked for. */
  S3Response content(ReadRequest read) {
    long size = version.size();
    Optional<ByteRange> range = read.rangeOf(version.content());
    S3Response.Builder response = start(range.isPresent() ? 206 : 200);
    response.header(S3Headers.ACCEPT_RANGES, "bytes");
    range.ifPresent(bytes -> response.header(S3Headers.CONTENT_RANGE, bytes.contentRange(size)));
    EncryptionEcho.add(response, version.encryption());
    addSystemMetadata(response, read.overrides());
    addUserMetadata(response);
    addProperties(response);
    long position = range.map(ByteRange::first).orElse(0L);
    long length = range.map(ByteRange::length).orElse(size);
    if (read.partNumber().isPresent()) {
      version
          .content()
          .parts()
          .ifPresent(
              blob ->
                  response.header(S3Headers.MP_PARTS_COUNT, Integer.toString(blob.parts().size())));
    }
    if (read.withChecksum()) {
      checksumOf(position, length).ifPresent(checksum -> addChecksum(response, checksum));
    }
    return response
        .body(new ResponseBody.Content(version.content().blob(), position, length))
        .build();
  }

  /**
   * Returns the checksum of the bytes that are sent: that of the object if these are all, or that
   * of the part if they are one of a composite checksum (protocol-notes 9).
   */
  private Optional<Checksum> checksumOf(long position, long length) {
    Checksum whole = version.checksum();
    if (length == version.size()) {
      return Optional.of(whole);
    }
    return whole.type() == ChecksumType.COMPOSITE
        ? version
            .content()
            .parts()
            .flatMap(blob -> blob.partAt(position, length))
            .map(part -> part.content().checksum())
        : Optional.empty();
  }

  /** The type is that of the object, whatever bytes the checksum is of. */
  private void addChecksum(S3Response.Builder response, Checksum checksum) {
    response
        .header(checksum.algorithm().headerName(), checksum.headerValue())
        .header(S3Headers.CHECKSUM_TYPE, version.checksum().type().name());
  }

  /** Returns 304 with what a cache updates its entry from. */
  S3Response notModified() {
    S3Response.Builder response = start(304);
    for (String header : new String[] {"Cache-Control", "Expires"}) {
      String value = version.metadata().system().get(header);
      if (value != null) {
        response.header(header, value);
      }
    }
    return response.build();
  }

  private S3Response.Builder start(int status) {
    S3Response.Builder response =
        S3Response.status(status)
            .header(S3Headers.LAST_MODIFIED, Dates.http(version.lastModified()))
            .header(S3Headers.ETAG, version.eTag().quoted());
    // A bucket that never had versioning does not show the ids of its null versions.
    if (bucket.versioning() != VersioningState.UNVERSIONED) {
      response.header(S3Headers.VERSION_ID, version.versionId().toString());
    }
    return response;
  }

  private void addSystemMetadata(S3Response.Builder response, Map<String, String> overrides) {
    Map<String, String> stored = version.metadata().system();
    for (String header : ObjectMetadata.SYSTEM_HEADERS) {
      String value = overrides.getOrDefault(header, stored.get(header));
      if (value == null && header.equals(S3Headers.CONTENT_TYPE)) {
        value = ObjectMetadata.DEFAULT_CONTENT_TYPE;
      }
      if (value != null) {
        response.header(header, value);
      }
    }
  }

  private void addUserMetadata(S3Response.Builder response) {
    int missing = 0;
    for (Map.Entry<String, String> entry : version.metadata().user().entrySet()) {
      if (entry.getValue().chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 127)) {
        missing++;
      } else {
        response.header(
            S3Headers.META_PREFIX + entry.getKey(), EncodedWords.encode(entry.getValue()));
      }
    }
    if (missing > 0) {
      response.header(S3Headers.MISSING_META, Integer.toString(missing));
    }
  }

  private void addProperties(S3Response.Builder response) {
    ObjectMetadata metadata = version.metadata();
    if (metadata.storageClass() != StorageClass.STANDARD) {
      response.header(S3Headers.STORAGE_CLASS, metadata.storageClass().name());
    }
    version
        .attributes()
        .restoration()
        .flatMap(this::restore)
        .ifPresent(restore -> response.header(S3Headers.RESTORE, restore));
    metadata
        .websiteRedirect()
        .ifPresent(location -> response.header(S3Headers.WEBSITE_REDIRECT_LOCATION, location));
    if (!version.tags().isEmpty()) {
      response.header(S3Headers.TAGGING_COUNT, Integer.toString(version.tags().size()));
    }
    LockEcho.add(response, lock);
  }

  /** Returns how far a restoration is; of one whose copy is gone nothing is left to see. */
  private Optional<String> restore(Restoration restoration) {
    return switch (restoration.at(now)) {
      case ONGOING -> Optional.of("ongoing-request=\"true\"");
      case RESTORED ->
          Optional.of(
              "ongoing-request=\"false\", expiry-date=\"" + Dates.http(restoration.expiry()) + '"');
      case EXPIRED -> Optional.empty();
    };
  }
}

package dev.s3emulator.internal.operation.object;

import dev.s3emulator.internal.domain.Bucket;
import dev.s3emulator.internal.domain.ByteRange;
import dev.s3emulator.internal.domain.ObjectMetadata;
import dev.s3emulator.internal.domain.ObjectVersion;
import dev.s3emulator.internal.domain.StorageClass;
import dev.s3emulator.internal.domain.VersioningState;
import dev.s3emulator.internal.domain.checksum.Checksum;
import dev.s3emulator.internal.protocol.Dates;
import dev.s3emulator.internal.protocol.EncodedWords;
import dev.s3emulator.internal.protocol.ResponseBody;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.S3Response;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the answers of GetObject and HeadObject, which differ in nothing but the body that the
 * transport leaves out.
 */
final class ObjectResponse {

  private final Bucket bucket;
  private final ObjectVersion version;

  ObjectResponse(Bucket bucket, ObjectVersion version) {
    this.bucket = bucket;
    this.version = version;
  }

  /** Returns 200 with the object, or 206 with the range that was asked for. */
  S3Response content(ReadRequest read) {
    long size = version.size();
    Optional<ByteRange> range = read.rangeOf(size);
    S3Response.Builder response = start(range.isPresent() ? 206 : 200);
    response.header(S3Headers.ACCEPT_RANGES, "bytes");
    range.ifPresent(bytes -> response.header(S3Headers.CONTENT_RANGE, bytes.contentRange(size)));
    response.header(S3Headers.SERVER_SIDE_ENCRYPTION, WriteHeaders.AES256);
    addSystemMetadata(response, read.overrides());
    addUserMetadata(response);
    addProperties(response);
    long position = range.map(ByteRange::first).orElse(0L);
    long length = range.map(ByteRange::length).orElse(size);
    // A checksum says something about the whole object only.
    if (read.withChecksum() && length == size) {
      Checksum checksum = version.checksum();
      response
          .header(checksum.algorithm().headerName(), checksum.headerValue())
          .header(S3Headers.CHECKSUM_TYPE, checksum.type().name());
    }
    return response
        .body(new ResponseBody.Content(version.content().blob(), position, length))
        .build();
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
    metadata
        .websiteRedirect()
        .ifPresent(location -> response.header(S3Headers.WEBSITE_REDIRECT_LOCATION, location));
    if (!version.tags().isEmpty()) {
      response.header(S3Headers.TAGGING_COUNT, Integer.toString(version.tags().size()));
    }
  }
}

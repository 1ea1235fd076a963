package dev.s3emulator.internal.operation.object;

import dev.s3emulator.internal.domain.ObjectKey;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.VersionId;
import dev.s3emulator.internal.protocol.PercentCoding;
import dev.s3emulator.internal.protocol.S3Headers;
import dev.s3emulator.internal.protocol.SubRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code x-amz-copy-source} names (protocol-notes 23).
 *
 * @param versionId the version, or empty for the current one
 */
record CopySource(String bucket, ObjectKey key, Optional<VersionId> versionId) {

  private static final String VERSION_QUERY = "versionId=";

  /**
   * Reads {@code bucket/key} or {@code /bucket/key}, URL-encoded once, in which {@code +} means
   * itself. A question mark of a key is encoded, so the first raw one starts the version.
   *
   * @throws S3Exception InvalidArgument if it is no such thing
   */
  static CopySource parse(String header) {
    if (header.startsWith("arn:")) {
      throw S3Exception.notEmulated("access points");
    }
    int question = header.indexOf('?');
    // SDKs encode the slash behind the bucket too, so decoding comes before splitting.
    String path = decode(question < 0 ? header : header.substring(0, question));
    String relative = path.startsWith("/") ? path.substring(1) : path;
    int slash = relative.indexOf('/');
    if (slash <= 0 || slash == relative.length() - 1) {
      throw invalidKey();
    }
    return new CopySource(
        relative.substring(0, slash),
        ObjectKey.of(relative.substring(slash + 1)),
        versionId(question < 0 ? null : header.substring(question + 1)));
  }

  /** Returns the reading of the source, as access logs record it beside the writing. */
  List<SubRequest> subRequests() {
    return List.of(
        new SubRequest(
            SubRequest.Kind.READ,
            bucket,
            key,
            versionId.map(VersionId::toString),
            Optional.empty()));
  }

  private static Optional<VersionId> versionId(@Nullable String query) {
    if (query == null) {
      return Optional.empty();
    }
    if (!query.startsWith(VERSION_QUERY)) {
      // Unknown on S3; copying the current version instead of what was meant would be worse.
      throw invalidKey();
    }
    String text = decode(query.substring(VERSION_QUERY.length()));
    if (text.isEmpty()) {
      throw S3Exception.invalidArgument("Version id cannot be the empty string", "versionId", text);
    }
    return Optional.of(VersionId.parse(text).orElseThrow(() -> S3Exception.invalidVersionId(text)));
  }

  private static String decode(String encoded) {
    String decoded = PercentCoding.decode(encoded);
    if (decoded == null) {
      throw invalidKey();
    }
    return decoded;
  }

  /** S3 really repeats the name of the header as its value. */
  private static S3Exception invalidKey() {
    return S3Exception.invalidArgument(
        "Invalid copy source object key", S3Headers.COPY_SOURCE, S3Headers.COPY_SOURCE);
  }
}

package dev.s3emulator.internal.operation.object;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.s3emulator.internal.domain.ObjectMetadata;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.StorageClass;
import dev.s3emulator.internal.protocol.EncodedWords;
import dev.s3emulator.internal.protocol.Headers;
import dev.s3emulator.internal.protocol.S3Headers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the metadata of an object from the headers of a write (protocol-notes 15).
 *
 * <p>Header bytes above 127 are ISO-8859-1 characters, as S3 reads them: a client that sends raw
 * UTF-8 gets it back encoded twice.
 */
final class MetadataHeaders {

  /** The limit of user metadata, and that of system metadata, in bytes of names and values. */
  private static final int MAX_BYTES = 2048;

  /** What the SDKs add to Content-Encoding for the framing of a body, which is not stored. */
  private static final String FRAMING = "aws-chunked";

  private MetadataHeaders() {}

  /**
   * Returns all that the headers say.
   *
   * @throws S3Exception MetadataTooLarge, InvalidStorageClass or InvalidRedirectLocation
   */
  static ObjectMetadata read(Headers headers) {
    Map<String, String> system = new LinkedHashMap<>(4);
    Map<String, String> user = new LinkedHashMap<>(4);
    headers.forEach(
        (name, value) -> {
          if (name.regionMatches(true, 0, S3Headers.META_PREFIX, 0, 11)) {
            user.merge(
                name.substring(S3Headers.META_PREFIX.length()).toLowerCase(Locale.ROOT),
                EncodedWords.decode(value),
                (first, next) -> first + "," + next);
          } else {
            addSystem(system, name, value);
          }
        });
    requireSize(user);
    // What S3 answers when system metadata exceeds its 2 KB is not known.
    requireSize(system);
    return new ObjectMetadata(system, user, storageClass(headers), websiteRedirect(headers));
  }

  /**
   * Returns the metadata of a copy that keeps those of its source. The storage class and the
   * redirect are never copied.
   */
  static ObjectMetadata readCopied(ObjectMetadata source, Headers headers) {
    ObjectMetadata copied =
        new ObjectMetadata(
            source.system(), source.user(), storageClass(headers), websiteRedirect(headers));
    return copied.equals(source) ? source : copied;
  }

  private static void addSystem(Map<String, String> system, String name, String value) {
    for (String header : ObjectMetadata.SYSTEM_HEADERS) {
      if (header.equalsIgnoreCase(name)) {
        String kept = header.equals(S3Headers.CONTENT_ENCODING) ? withoutFraming(value) : value;
        if (!kept.isEmpty()) {
          system.merge(header, kept, (first, next) -> first + "," + next);
        }
        return;
      }
    }
  }

  private static String withoutFraming(String contentEncoding) {
    if (!contentEncoding.toLowerCase(Locale.ROOT).contains(FRAMING)) {
      return contentEncoding;
    }
    List<String> kept =
        List.of(contentEncoding.split(",")).stream()
            .map(String::strip)
            .filter(coding -> !coding.isEmpty() && !coding.equalsIgnoreCase(FRAMING))
            .toList();
    return String.join(",", kept);
  }

  private static void requireSize(Map<String, String> metadata) {
    int bytes = 0;
    for (Map.Entry<String, String> entry : metadata.entrySet()) {
      bytes += entry.getKey().length() + entry.getValue().getBytes(UTF_8).length;
    }
    if (bytes > MAX_BYTES) {
      throw S3Exception.of(S3Error.METADATA_TOO_LARGE)
          .with("Size", bytes)
          .with("MaxSizeAllowed", MAX_BYTES);
    }
  }

  private static StorageClass storageClass(Headers headers) {
    String name = headers.first(S3Headers.STORAGE_CLASS);
    if (name == null) {
      return StorageClass.STANDARD;
    }
    return StorageClass.parse(name)
        .orElseThrow(
            () ->
                S3Exception.of(S3Error.INVALID_STORAGE_CLASS).with("StorageClassRequested", name));
  }

  private static Optional<String> websiteRedirect(Headers headers) {
    Optional<String> location = headers.get(S3Headers.WEBSITE_REDIRECT_LOCATION);
    location.ifPresent(
        to -> {
          if (!to.startsWith("/") && !to.startsWith("http://") && !to.startsWith("https://")) {
            throw S3Exception.of(S3Error.INVALID_REDIRECT_LOCATION);
          }
        });
    return location;
  }
}

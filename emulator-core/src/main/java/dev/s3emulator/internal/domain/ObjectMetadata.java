package dev.s3emulator.internal.domain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an upload says about its object, kept as sent and returned on reads.
 *
 * @param system the system metadata by header name as in {@link #SYSTEM_HEADERS}; values as sent
 * @param user the user metadata by lower-case name without {@code x-amz-meta-}; values decoded
 * @param storageClass the storage class
 * @param websiteRedirect the value of {@code x-amz-website-redirect-location}
 */
public record ObjectMetadata(
    Map<String, String> system,
    Map<String, String> user,
    StorageClass storageClass,
    Optional<String> websiteRedirect) {

  /** The system metadata that a client sets, spelled as on the wire. */
  public static final java.util.List<String> SYSTEM_HEADERS =
      java.util.List.of(
          "Cache-Control",
          "Content-Disposition",
          "Content-Encoding",
          "Content-Language",
          "Content-Type",
          "Expires");

  /** The content type of an object whose upload named none. */
  public static final String DEFAULT_CONTENT_TYPE = "binary/octet-stream";

  /** The metadata of an upload that says nothing. */
  public static final ObjectMetadata NONE =
      new ObjectMetadata(Map.of(), Map.of(), StorageClass.STANDARD, Optional.empty());

  /** Keeps copies of the maps. */
  public ObjectMetadata {
    system = copyOf(system);
    user = copyOf(user);
  }

  private static Map<String, String> copyOf(Map<String, String> map) {
    return map.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}

package dev.s3emulator.internal.domain.multipart;

import dev.s3emulator.internal.domain.ETag;
import dev.s3emulator.internal.domain.checksum.ChecksumAlgorithm;
import java.util.Map;

/**
 * A part as a request to complete an upload names it.
 *
 * @param number its number
 * @param eTag its entity tag without quotes, not known to be one
 * @param checksums its checksums in base64, not known to be such
 */
public record ListedPart(int number, String eTag, Map<ChecksumAlgorithm, String> checksums) {

  /** Takes the quotes off the entity tag and keeps a copy of the map. */
  public ListedPart {
    eTag = ETag.unquote(eTag);
    checksums = Map.copyOf(checksums);
  }
}

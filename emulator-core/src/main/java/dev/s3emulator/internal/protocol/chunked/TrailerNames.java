package dev.s3emulator.internal.protocol.chunked;

import dev.s3emulator.internal.domain.checksum.ChecksumAlgorithm;
import dev.s3emulator.internal.protocol.chunked.ChunkedFramingException.Kind;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The trailers announced in {@code x-amz-trailer}.
 *
 * @param names lower-case header names of checksums, in the order sent
 */
public record TrailerNames(Set<String> names) {
  /** No trailer announced. */
  public static final TrailerNames NONE = new TrailerNames(Set.of());

  public TrailerNames {
    names = Collections.unmodifiableSet(new LinkedHashSet<>(names));
  }

  /**
   * Parses the comma list of {@code x-amz-trailer}.
   *
   * @throws ChunkedFramingException of kind {@link Kind#TRAILER_NOT_SUPPORTED} if a name is not
   *     that of a checksum header
   */
  public static TrailerNames parse(String header) {
    Set<String> names = new LinkedHashSet<>();
    for (String element : header.split(",", -1)) {
      String name = element.strip().toLowerCase(Locale.ROOT);
      if (name.isEmpty()) {
        continue;
      }
      if (ChecksumAlgorithm.fromHeaderName(name).isEmpty()) {
        throw new ChunkedFramingException(
            Kind.TRAILER_NOT_SUPPORTED, "x-amz-trailer names '" + name + "', not a checksum");
      }
      names.add(name);
    }
    return new TrailerNames(names);
  }
}

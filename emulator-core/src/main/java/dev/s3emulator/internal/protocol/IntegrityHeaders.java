package dev.s3emulator.internal.protocol;

import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.checksum.Checksum;
import dev.s3emulator.internal.domain.checksum.ChecksumAlgorithm;
import dev.s3emulator.internal.protocol.chunked.ChunkedFramingException;
import dev.s3emulator.internal.protocol.chunked.TrailerNames;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a request says about its body: MD5, checksum, announced trailers and payload hash.
 *
 * <p>Parsing is the check of their form, in the order in which S3 reports it (delete-semantics
 * 4.2).
 *
 * @param contentMd5 the value of Content-MD5 as sent, or null
 * @param checksum the checksum of a header
 * @param trailers the announced trailers
 * @param payloadHash the SHA-256 in hex that x-amz-content-sha256 holds, or null
 */
public record IntegrityHeaders(
    @Nullable String contentMd5,
    Optional<Checksum> checksum,
    TrailerNames trailers,
    @Nullable String payloadHash) {

  /** Names that begin like checksum headers and are none. */
  private static final List<String> NOT_CHECKSUMS =
      List.of("x-amz-checksum-type", "x-amz-checksum-algorithm", "x-amz-checksum-mode");

  /**
   * Reads the headers of an upload, of which trailers may be a part, or of a document.
   *
   * @throws S3Exception InvalidRequest or InvalidDigest if one of them is malformed
   */
  public static IntegrityHeaders parse(Headers headers) {
    Optional<Checksum> checksum = checksumHeader(headers);
    TrailerNames trailers = trailerNames(headers);
    checkSdkAlgorithm(headers, algorithm(checksum, trailers).orElse(null));
    return new IntegrityHeaders(contentMd5(headers), checksum, trailers, payloadHash(headers));
  }

  /**
   * Reads the headers of a document whose request says by its checksum headers something else than
   * the checksum of the document.
   *
   * @throws S3Exception InvalidDigest if the MD5 is malformed
   */
  public static IntegrityHeaders parseWithoutChecksums(Headers headers) {
    return new IntegrityHeaders(
        contentMd5(headers), Optional.empty(), TrailerNames.NONE, payloadHash(headers));
  }

  /**
   * A header with a checksum.
   *
   * @param algorithm the algorithm that its name tells
   * @param value the value as sent
   */
  public record ChecksumHeader(ChecksumAlgorithm algorithm, String value) {

    /** Returns the 400 of a value that is no checksum of the algorithm. */
    public S3Exception invalid() {
      return S3Exception.invalidRequest(
          "Value for " + algorithm.headerName() + " header is invalid.");
    }
  }

  /** Returns whether there is an MD5 or a checksum, in a header or announced as a trailer. */
  public boolean present() {
    return contentMd5 != null || algorithm().isPresent();
  }

  /** Returns the algorithm of the checksum that comes in a header or a trailer. */
  public Optional<ChecksumAlgorithm> algorithm() {
    return algorithm(checksum, trailers);
  }

  private static Optional<ChecksumAlgorithm> algorithm(
      Optional<Checksum> checksum, TrailerNames trailers) {
    return checksum
        .map(Checksum::algorithm)
        .or(() -> trailers.names().stream().findFirst().flatMap(ChecksumAlgorithm::fromHeaderName));
  }

  private static @Nullable String contentMd5(Headers headers) {
    String contentMd5 = headers.first(S3Headers.CONTENT_MD5);
    if (contentMd5 != null && !isMd5(contentMd5)) {
      throw S3Exception.of(S3Error.INVALID_DIGEST).with("Content-MD5", contentMd5);
    }
    return contentMd5;
  }

  private static Optional<Checksum> checksumHeader(Headers headers) {
    return findChecksum(headers)
        .map(
            header ->
                Checksum.parseHeader(header.algorithm(), header.value())
                    .orElseThrow(header::invalid));
  }

  /**
   * Returns the header with a checksum, whose value may be anything.
   *
   * @throws S3Exception InvalidRequest if there are two, or one of an unknown algorithm
   */
  public static Optional<ChecksumHeader> findChecksum(Headers headers) {
    List<ChecksumAlgorithm> algorithms = new ArrayList<>(1);
    List<String> values = new ArrayList<>(1);
    boolean[] unknown = new boolean[1];
    headers.forEach(
        (name, value) -> {
          String lower = lowerIfChecksum(name);
          if (lower != null) {
            ChecksumAlgorithm.fromHeaderName(lower)
                .ifPresentOrElse(algorithms::add, () -> unknown[0] = true);
            values.add(value);
          }
        });
    if (unknown[0]) {
      throw S3Exception.invalidRequest(
          "The algorithm type you specified in x-amz-checksum- header is invalid.");
    }
    if (algorithms.isEmpty()) {
      return Optional.empty();
    }
    if (algorithms.size() > 1) {
      throw S3Exception.invalidRequest(
          "Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.");
    }
    return Optional.of(new ChecksumHeader(algorithms.get(0), values.get(0)));
  }

  private static @Nullable String lowerIfChecksum(String name) {
    String prefix = S3Headers.CHECKSUM_PREFIX;
    if (!name.regionMatches(true, 0, prefix, 0, prefix.length())) {
      return null;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    return NOT_CHECKSUMS.contains(lower) ? null : lower;
  }

  private static TrailerNames trailerNames(Headers headers) {
    String announced = headers.first(S3Headers.TRAILER);
    if (announced == null) {
      return TrailerNames.NONE;
    }
    try {
      return TrailerNames.parse(announced);
    } catch (ChunkedFramingException notSupported) {
      throw S3Exception.invalidRequest(
          "The value specified in the x-amz-trailer header is not supported");
    }
  }

  private static void checkSdkAlgorithm(Headers headers, @Nullable ChecksumAlgorithm sent) {
    String named = headers.first(S3Headers.SDK_CHECKSUM_ALGORITHM);
    if (named == null || named.isEmpty()) {
      return;
    }
    if (sent == null) {
      throw S3Exception.invalidRequest(
          "x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or"
              + " x-amz-trailer headers were found.");
    }
    if (!named.equalsIgnoreCase(sent.wireName())) {
      throw S3Exception.invalidRequest("Value for x-amz-sdk-checksum-algorithm header is invalid.");
    }
  }

  private static boolean isMd5(String value) {
    // The decoder of the JDK takes base64 without its padding; the length tells.
    if (value.length() != 24) {
      return false;
    }
    try {
      return Base64.getDecoder().decode(value).length == 16;
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
  }

  private static @Nullable String payloadHash(Headers headers) {
    String value = headers.first(S3Headers.CONTENT_SHA256);
    return value != null && value.length() == 64 ? value.toLowerCase(Locale.ROOT) : null;
  }
}

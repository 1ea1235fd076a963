package dev.s3emulator.internal.domain.checksum;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The checksum of an object or a part. Immutable.
 *
 * <p>There is one for every stored version, so the type is not kept but told by the number of
 * parts.
 */
public final class Checksum {
  private final ChecksumAlgorithm algorithm;
  private final byte[] value;
  private final int parts;

  private Checksum(ChecksumAlgorithm algorithm, byte[] value, int parts) {
    if (value.length != algorithm.digestLength()) {
      throw new IllegalArgumentException(
          algorithm + " has " + algorithm.digestLength() + " bytes, not " + value.length);
    }
    this.algorithm = algorithm;
    this.value = value;
    this.parts = parts;
  }

  /**
   * Returns the checksum of a whole object or part.
   *
   * @throws IllegalArgumentException if the value has the wrong length for the algorithm
   */
  public static Checksum of(ChecksumAlgorithm algorithm, byte[] value) {
    return new Checksum(algorithm, value.clone(), 0);
  }

  /**
   * Computes the composite checksum of a multipart upload: the algorithm over the concatenated
   * bytes of the checksums of its parts. Whether S3 allows a composite checksum with the algorithm
   * is for the caller to decide.
   *
   * @throws IllegalArgumentException if there is no part or the algorithms differ
   */
  public static Checksum compositeOf(List<Checksum> parts) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a composite checksum needs a part");
    }
    ChecksumAlgorithm algorithm = parts.get(0).algorithm;
    ChecksumDigest digest = algorithm.newDigest();
    for (Checksum part : parts) {
      if (part.algorithm != algorithm) {
        throw new IllegalArgumentException(part.algorithm + " among " + algorithm);
      }
      digest.update(ByteBuffer.wrap(part.value));
    }
    return new Checksum(algorithm, digest.digest(), parts.size());
  }

  /**
   * Parses the value of an {@code x-amz-checksum-*} header or trailer.
   *
   * @return empty if the text is not base64 or not of the algorithm's length
   */
  public static Optional<Checksum> parseHeader(ChecksumAlgorithm algorithm, String text) {
    // The decoder of the JDK takes base64 without its padding; the length tells.
    if (text.length() != (algorithm.digestLength() + 2) / 3 * 4) {
      return Optional.empty();
    }
    byte[] value;
    try {
      value = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    return value.length == algorithm.digestLength()
        ? Optional.of(new Checksum(algorithm, value, 0))
        : Optional.empty();
  }

  /** Returns the checksum whose {@link #toString} this is, or empty if it is none. */
  public static Optional<Checksum> parse(String text) {
    int blank = text.indexOf(' ');
    int dash = text.indexOf('-', blank + 1);
    if (blank < 0 || !text.substring(dash + 1).matches(dash < 0 ? ".*" : "[1-9][0-9]{0,8}")) {
      return Optional.empty();
    }
    int parts = dash < 0 ? 0 : Integer.parseInt(text.substring(dash + 1));
    String base64 = text.substring(blank + 1, dash < 0 ? text.length() : dash);
    return ChecksumAlgorithm.parse(text.substring(0, blank))
        .flatMap(algorithm -> parseHeader(algorithm, base64))
        .map(whole -> new Checksum(whole.algorithm, whole.value, parts));
  }

  /** Returns the algorithm that computed this checksum. */
  public ChecksumAlgorithm algorithm() {
    return algorithm;
  }

  /** Returns what this checksum covers. */
  public ChecksumType type() {
    return parts == 0 ? ChecksumType.FULL_OBJECT : ChecksumType.COMPOSITE;
  }

  /** Returns a copy of the big-endian bytes. */
  public byte[] value() {
    return value.clone();
  }

  /** Returns the number of parts of a composite checksum, otherwise 0. */
  public int parts() {
    return parts;
  }

  /** Returns the bytes in base64, as {@code GetObjectAttributes} shows them. */
  public String base64() {
    return Base64.getEncoder().encodeToString(value);
  }

  /** Returns the base64 form, for a composite checksum followed by {@code -} and its parts. */
  public String headerValue() {
    return parts == 0 ? base64() : base64() + "-" + parts;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Checksum that
        && algorithm == that.algorithm
        && parts == that.parts
        && Arrays.equals(value, that.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value) * 31 + parts;
  }

  @Override
  public String toString() {
    return algorithm + " " + headerValue();
  }
}

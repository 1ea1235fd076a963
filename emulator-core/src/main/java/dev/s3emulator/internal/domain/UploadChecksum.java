package dev.s3emulator.internal.domain;

import dev.s3emulator.internal.domain.checksum.ChecksumAlgorithm;
import dev.s3emulator.internal.domain.checksum.ChecksumType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which checksum a multipart upload keeps of its parts and computes of its object (protocol-notes
 * 9).
 *
 * @param algorithm the algorithm
 * @param type what the checksum of the object covers
 * @param declared whether the client chose it; if not, S3 does not speak of it until the upload is
 *     complete
 */
public record UploadChecksum(ChecksumAlgorithm algorithm, ChecksumType type, boolean declared) {

  /** What S3 keeps by itself of an upload that names no algorithm. */
  public static final UploadChecksum UNDECLARED =
      new UploadChecksum(ChecksumAlgorithm.CRC64NVME, ChecksumType.FULL_OBJECT, false);

  /**
   * Returns the checksum that these header values choose.
   *
   * @throws S3Exception InvalidRequest if they are unknown or do not go together
   */
  public static UploadChecksum of(Optional<String> algorithmName, Optional<String> typeName) {
    if (algorithmName.isEmpty()) {
      if (typeName.isPresent()) {
        throw S3Exception.invalidRequest(
            "The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm"
                + " header.");
      }
      return UNDECLARED;
    }
    ChecksumAlgorithm algorithm = parseAlgorithm(algorithmName.get());
    ChecksumType type =
        typeName
            .map(UploadChecksum::parseType)
            .orElse(
                algorithm == ChecksumAlgorithm.CRC64NVME
                    ? ChecksumType.FULL_OBJECT
                    : ChecksumType.COMPOSITE);
    if (!isAllowed(algorithm, type)) {
      throw S3Exception.invalidRequest(
          "The "
              + type
              + " checksum type cannot be used with the "
              + algorithm.headerSuffix()
              + " checksum algorithm.");
    }
    return new UploadChecksum(algorithm, type, true);
  }

  /**
   * Returns the algorithm that a header names, in any case.
   *
   * @throws S3Exception InvalidRequest if there is none of this name
   */
  public static ChecksumAlgorithm parseAlgorithm(String name) {
    return ChecksumAlgorithm.parse(name)
        .orElseThrow(
            () ->
                S3Exception.invalidRequest(
                    "Checksum algorithm provided is unsupported. Please try again with any of the"
                        + " valid types: ["
                        + Arrays.stream(ChecksumAlgorithm.values())
                            .map(ChecksumAlgorithm::wireName)
                            .sorted(Comparator.naturalOrder())
                            .collect(Collectors.joining(", "))
                        + "]"));
  }

  /**
   * Returns the type that a header names, in any case.
   *
   * @throws S3Exception InvalidRequest if there is none of this name; what S3 says of it is not
   *     known, these are its words about other checksum headers
   */
  public static ChecksumType parseType(String name) {
    for (ChecksumType type : ChecksumType.values()) {
      if (type.name().equals(name.toUpperCase(Locale.ROOT))) {
        return type;
      }
    }
    throw S3Exception.invalidRequest("Value for x-amz-checksum-type header is invalid.");
  }

  /** Returns the 400 of a checksum with another algorithm than this. */
  public S3Exception mismatch(ChecksumAlgorithm actual) {
    return S3Exception.invalidRequest(
        "Checksum Type mismatch occurred, expected checksum Type: "
            + (declared ? algorithm.headerSuffix() : "null")
            + ", actual checksum Type: "
            + actual.headerSuffix());
  }

  /** Only the CRCs of parts can be combined into that of the object. */
  private static boolean isAllowed(ChecksumAlgorithm algorithm, ChecksumType type) {
    return switch (algorithm) {
      case CRC64NVME -> type == ChecksumType.FULL_OBJECT;
      case CRC32, CRC32C -> true;
      case SHA1, SHA256, SHA512, MD5, XXHASH64, XXHASH3, XXHASH128 ->
          type == ChecksumType.COMPOSITE;
    };
  }
}

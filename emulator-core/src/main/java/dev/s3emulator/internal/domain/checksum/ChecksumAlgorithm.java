package dev.s3emulator.internal.domain.checksum;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The checksum algorithms S3 knows; the constants are spelled as on the wire. */
public enum ChecksumAlgorithm {
  CRC32(4),
  CRC32C(4),
  CRC64NVME(8),
  SHA1(20),
  SHA256(32),
  SHA512(64),
  MD5(16),
  XXHASH64(8),
  /** The 64-bit variant of XXH3. */
  XXHASH3(8),
  /** The 128-bit variant of XXH3. */
  XXHASH128(16);

  private static final Map<String, ChecksumAlgorithm> BY_HEADER_SUFFIX =
      Stream.of(values()).collect(toUnmodifiableMap(a -> a.headerSuffix, Function.identity()));
  private static final Map<String, ChecksumAlgorithm> BY_HEADER_NAME =
      Stream.of(values()).collect(toUnmodifiableMap(a -> a.headerName, Function.identity()));

  private final int digestLength;
  private final String headerSuffix;
  private final String headerName;

  ChecksumAlgorithm(int digestLength) {
    this.digestLength = digestLength;
    this.headerSuffix = name().toLowerCase(Locale.ROOT);
    this.headerName = "x-amz-checksum-" + headerSuffix;
  }

  /** Finds the algorithm with a wire name such as {@code CRC32C}, written in any case. */
  public static Optional<ChecksumAlgorithm> parse(String anyCase) {
    return Optional.ofNullable(BY_HEADER_SUFFIX.get(anyCase.toLowerCase(Locale.ROOT)));
  }

  /** Finds the algorithm of a lower-case header name such as {@code x-amz-checksum-crc32c}. */
  public static Optional<ChecksumAlgorithm> fromHeaderName(String lowerCase) {
    return Optional.ofNullable(BY_HEADER_NAME.get(lowerCase));
  }

  /** Returns the name in XML, in headers that name an algorithm, and in most error messages. */
  public String wireName() {
    return name();
  }

  /** Returns the lower-case name, as in header names and some error messages. */
  public String headerSuffix() {
    return headerSuffix;
  }

  /** Returns the lower-case name of the header or trailer that carries a checksum. */
  public String headerName() {
    return headerName;
  }

  /** Returns the length of a checksum in bytes. */
  public int digestLength() {
    return digestLength;
  }

  /** Starts the computation of a checksum. */
  public ChecksumDigest newDigest() {
    return switch (this) {
      case CRC32 -> ZipCrcDigest.crc32();
      case CRC32C -> ZipCrcDigest.crc32c();
      case CRC64NVME -> new Crc64NvmeDigest();
      case SHA1 -> new JcaDigest("SHA-1");
      case SHA256 -> new JcaDigest("SHA-256");
      case SHA512 -> new JcaDigest("SHA-512");
      case MD5 -> new JcaDigest("MD5");
      case XXHASH64 -> new XxHash64Digest();
      case XXHASH3 -> XxHash3Digest.xxHash3();
      case XXHASH128 -> XxHash3Digest.xxHash128();
    };
  }
}

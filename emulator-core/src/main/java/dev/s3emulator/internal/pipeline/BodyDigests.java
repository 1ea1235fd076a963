package dev.s3emulator.internal.pipeline;

import dev.s3emulator.internal.domain.ETag;
import dev.s3emulator.internal.domain.S3Error;
import dev.s3emulator.internal.domain.S3Exception;
import dev.s3emulator.internal.domain.checksum.Checksum;
import dev.s3emulator.internal.domain.checksum.ChecksumAlgorithm;
import dev.s3emulator.internal.domain.checksum.ChecksumDigest;
import dev.s3emulator.internal.protocol.IntegrityHeaders;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Digests a body as it passes and compares the results with what the request says about it.
 *
 * <p>An upload always needs the MD5, which is its entity tag, and a checksum: S3 computes CRC64NVME
 * when the client names none. The parts of an upload need the checksum that the upload keeps, which
 * may be another one than the client sends. A document needs only what the request asks to be
 * checked.
 */
final class BodyDigests {

  private final IntegrityHeaders expected;
  private final boolean upload;
  private @Nullable ChecksumDigest md5;
  private final @Nullable ChecksumDigest payloadHash;
  private final @Nullable ChecksumAlgorithm algorithm;
  private final @Nullable ChecksumDigest checksum;

  /** The checksum that is kept, where it is not the one that is checked. */
  private final @Nullable ChecksumAlgorithm keptAlgorithm;

  private final @Nullable ChecksumDigest kept;

  private @Nullable DigestLane lane;

  private byte @Nullable [] md5Value;
  private @Nullable Checksum checksumValue;
  private @Nullable Checksum keptValue;
  private @Nullable Checksum sent;

  private BodyDigests(
      IntegrityHeaders expected,
      boolean upload,
      @Nullable ChecksumAlgorithm algorithm,
      @Nullable ChecksumAlgorithm keptAlgorithm) {
    this.expected = expected;
    this.upload = upload;
    this.algorithm = algorithm;
    md5 = upload || expected.contentMd5() != null ? ChecksumAlgorithm.MD5.newDigest() : null;
    payloadHash = expected.payloadHash() != null ? ChecksumAlgorithm.SHA256.newDigest() : null;
    checksum = algorithm != null ? algorithm.newDigest() : null;
    this.keptAlgorithm = keptAlgorithm == algorithm ? null : keptAlgorithm;
    kept = this.keptAlgorithm != null ? this.keptAlgorithm.newDigest() : null;
  }

  /** Returns the digests of an upload that keeps the checksum that the client sends. */
  static BodyDigests ofUpload(IntegrityHeaders expected) {
    return ofUpload(expected, Optional.empty());
  }

  /**
   * Returns the digests of an upload.
   *
   * @param kept the algorithm of the checksum that is kept, empty for the one that the client sends
   */
  static BodyDigests ofUpload(IntegrityHeaders expected, Optional<ChecksumAlgorithm> kept) {
    ChecksumAlgorithm algorithm =
        expected.algorithm().or(() -> kept).orElse(ChecksumAlgorithm.CRC64NVME);
    return new BodyDigests(expected, true, algorithm, kept.orElse(algorithm));
  }

  /** Returns the digests of a document. */
  static BodyDigests ofDocument(IntegrityHeaders expected) {
    return new BodyDigests(expected, false, expected.algorithm().orElse(null), null);
  }

  /**
   * Lets other threads compute the MD5 of what comes from now on, since that takes longer than all
   * else. To be used for bodies that are large, and by a thread that may wait.
   */
  void lend(Executor threads) {
    if (md5 != null && lane == null) {
      lane = new DigestLane(md5, threads);
      md5 = lane;
    }
  }

  /** Nobody wants the results any more. */
  void drop() {
    if (lane != null) {
      lane.drop();
    }
  }

  /** Adds the remaining bytes of {@code bytes}, which is not consumed. */
  void update(ByteBuffer bytes) {
    if (md5 != null) {
      md5.update(bytes.duplicate());
    }
    if (payloadHash != null) {
      payloadHash.update(bytes.duplicate());
    }
    if (checksum != null) {
      checksum.update(bytes.duplicate());
    }
    if (kept != null) {
      kept.update(bytes.duplicate());
    }
  }

  /**
   * Ends the digests and compares them, in S3's order: MD5, checksum, payload hash.
   *
   * @param trailers the trailers of the body by lower-case name
   * @throws S3Exception BadDigest, XAmzContentSHA256Mismatch, or InvalidRequest for a malformed
   *     trailer
   */
  void verify(Map<String, String> trailers) {
    md5Value = md5 == null ? null : md5.digest();
    checksumValue =
        algorithm == null || checksum == null ? null : Checksum.of(algorithm, checksum.digest());
    keptValue =
        keptAlgorithm == null || kept == null
            ? checksumValue
            : Checksum.of(keptAlgorithm, kept.digest());
    verifyMd5();
    verifyChecksum(trailers);
    verifyPayloadHash();
  }

  /** Returns the entity tag of an upload, once verified. */
  ETag eTag() {
    if (md5Value == null) {
      throw new IllegalStateException("Only a verified upload has an entity tag");
    }
    return ETag.ofMd5(md5Value);
  }

  /** Returns the checksum of an upload that is kept, once verified. */
  Checksum checksum() {
    if (keptValue == null) {
      throw new IllegalStateException("Only a verified upload has a checksum");
    }
    return keptValue;
  }

  /** Returns the checksum that the client sent, once verified. */
  Optional<Checksum> sentChecksum() {
    return Optional.ofNullable(sent);
  }

  private void verifyMd5() {
    String sent = expected.contentMd5();
    if (sent == null || md5Value == null) {
      return;
    }
    String calculated = Base64.getEncoder().encodeToString(md5Value);
    if (!calculated.equals(sent)) {
      // An upload prints the expected digest in hex, DeleteObjects as sent.
      String printed = upload ? HexFormat.of().formatHex(Base64.getDecoder().decode(sent)) : sent;
      throw S3Exception.of(S3Error.BAD_DIGEST)
          .with("CalculatedDigest", calculated)
          .with("ExpectedDigest", printed);
    }
  }

  private void verifyChecksum(Map<String, String> trailers) {
    Checksum calculated = checksumValue;
    if (calculated == null || algorithm == null) {
      return;
    }
    sent = expected.checksum().orElse(null);
    String trailer = trailers.get(algorithm.headerName());
    if (sent == null && trailer != null) {
      sent =
          Checksum.parseHeader(algorithm, trailer)
              .orElseThrow(
                  () ->
                      S3Exception.invalidRequest(
                          "Value for "
                              + calculated.algorithm().headerName()
                              + " trailing header is invalid."));
    }
    if (sent != null && !sent.equals(calculated)) {
      throw S3Exception.of(
          S3Error.BAD_DIGEST,
          "The " + algorithm.wireName() + " you specified did not match the calculated checksum.");
    }
  }

  private void verifyPayloadHash() {
    if (payloadHash == null || expected.payloadHash() == null) {
      return;
    }
    String calculated = HexFormat.of().formatHex(payloadHash.digest());
    if (!calculated.equals(expected.payloadHash())) {
      throw S3Exception.of(S3Error.X_AMZ_CONTENT_SHA256_MISMATCH)
          .with("ClientComputedContentSHA256", expected.payloadHash())
          .with("S3ComputedContentSHA256", calculated);
    }
  }
}

package dev.s3emulator.internal.operation.object;

import dev.s3emulator.internal.domain.BlobDigests;
import dev.s3emulator.internal.domain.ETag;
import dev.s3emulator.internal.domain.ObjectContent;
import dev.s3emulator.internal.domain.checksum.Checksum;
import dev.s3emulator.internal.domain.checksum.ChecksumAlgorithm;
import dev.s3emulator.internal.domain.checksum.ChecksumDigest;
import dev.s3emulator.internal.domain.checksum.ChecksumType;
import dev.s3emulator.store.BlobRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * The digests of a copy. It shares the bytes of its source and mostly the digests too; they are
 * computed again when the copy gets another algorithm, or when those of the source are of parts: a
 * copy is an object in one piece.
 */
final class CopyDigests {

  private CopyDigests() {}

  /**
   * Returns the content of a copy if it needs no look at the bytes.
   *
   * @param md5Known whether the entity tag of a source in one piece is its MD5, or the copy's need
   *     not be
   */
  static Optional<ObjectContent> withoutReading(
      ObjectContent source, Optional<ChecksumAlgorithm> wanted, boolean md5Known) {
    boolean sameAlgorithm = wanted.isEmpty() || wanted.get() == source.checksum().algorithm();
    boolean onePiece =
        source.eTag().parts() == 0 && source.checksum().type() == ChecksumType.FULL_OBJECT;
    return md5Known && sameAlgorithm && onePiece ? Optional.of(source) : Optional.empty();
  }

  /**
   * Returns the content of a copy with digests over the bytes of its source.
   *
   * @param md5Known whether the entity tag of a source in one piece is its MD5
   */
  static ObjectContent byReading(
      ObjectContent source, Optional<ChecksumAlgorithm> wanted, boolean md5Known) {
    ChecksumAlgorithm algorithm = wanted.orElse(source.checksum().algorithm());
    ChecksumDigest checksum = algorithm.newDigest();
    ChecksumDigest md5 = ChecksumAlgorithm.MD5.newDigest();
    boolean newETag = source.eTag().parts() > 0 || !md5Known;
    try {
      BlobDigests.update(newETag ? List.of(checksum, md5) : List.of(checksum), source.blob());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return ObjectContent.of(
        source.blob(),
        newETag ? ETag.ofMd5(md5.digest()) : source.eTag(),
        Checksum.of(algorithm, checksum.digest()));
  }

  /** Returns bytes with digests over them. */
  static ObjectContent of(BlobRef blob, ChecksumAlgorithm algorithm) {
    try {
      return BlobDigests.of(blob, algorithm);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}

package dev.s3emulator.internal.domain;

import dev.s3emulator.internal.domain.checksum.Checksum;
import dev.s3emulator.internal.domain.checksum.ChecksumAlgorithm;
import dev.s3emulator.internal.domain.checksum.ChecksumDigest;
import dev.s3emulator.store.BlobRef;
import java.io.IOException;
import java.util.List;

/** Digests of bytes that are stored already. */
public final class BlobDigests {

  private BlobDigests() {}

  /**
   * Returns bytes with their MD5 and a checksum.
   *
   * @throws IOException if they cannot be read
   */
  public static DigestedContent of(BlobRef blob, ChecksumAlgorithm algorithm) throws IOException {
    ChecksumDigest checksum = algorithm.newDigest();
    ChecksumDigest md5 = ChecksumAlgorithm.MD5.newDigest();
    update(List.of(checksum, md5), blob);
    return new DigestedContent(
        blob, ETag.ofMd5(md5.digest()), Checksum.of(algorithm, checksum.digest()));
  }

  /**
   * Adds all bytes to the digests.
   *
   * @throws IOException if they cannot be read
   */
  public static void update(List<ChecksumDigest> digests, BlobRef blob) throws IOException {
    BlobPieces.forEach(blob, piece -> digests.forEach(digest -> digest.update(piece.duplicate())));
  }
}

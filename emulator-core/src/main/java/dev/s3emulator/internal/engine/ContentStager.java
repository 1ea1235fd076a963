package dev.s3emulator.internal.engine;

import dev.s3emulator.internal.domain.ETag;
import dev.s3emulator.internal.domain.ObjectContent;
import dev.s3emulator.internal.domain.UndigestedContent;
import dev.s3emulator.internal.domain.checksum.Checksum;
import dev.s3emulator.internal.domain.checksum.ChecksumAlgorithm;
import dev.s3emulator.internal.domain.checksum.ChecksumDigest;
import dev.s3emulator.store.BlobRef;
import dev.s3emulator.store.BlobStore;
import dev.s3emulator.store.BlobWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * Puts content that no request carries into the blob store, digested as S3 digests an upload that
 * names no checksum, unless told otherwise. Safe for use by many threads.
 */
public final class ContentStager {

  private static final int PIECE = 64 * 1024;

  private final BlobStore blobs;
  private final ChecksumAlgorithm algorithm;

  /** Makes a stager that writes to this store. */
  public ContentStager(BlobStore blobs) {
    this(blobs, ChecksumAlgorithm.CRC64NVME);
  }

  private ContentStager(BlobStore blobs, ChecksumAlgorithm algorithm) {
    this.blobs = blobs;
    this.algorithm = algorithm;
  }

  /** Returns a stager that computes another checksum, as for an upload that names one. */
  public ContentStager withChecksum(ChecksumAlgorithm other) {
    return new ContentStager(blobs, other);
  }

  /** Returns bytes that stay where they are and are digested when somebody asks. */
  public ObjectContent refer(BlobRef blob) {
    return new UndigestedContent(blob, algorithm);
  }

  /**
   * Reads the stream to its end and returns what was staged. The stream is not closed.
   *
   * @param expectedSize the number of bytes that will come, or -1 when it is not known
   * @throws IOException if the stream cannot be read or the store cannot keep the bytes
   */
  public ObjectContent stage(InputStream bytes, long expectedSize) throws IOException {
    ChecksumDigest md5 = ChecksumAlgorithm.MD5.newDigest();
    ChecksumDigest checksum = algorithm.newDigest();
    try (BlobWriter writer = blobs.newWriter(expectedSize)) {
      byte[] piece = new byte[PIECE];
      for (int length = bytes.read(piece); length >= 0; length = bytes.read(piece)) {
        ByteBuffer buffer = ByteBuffer.wrap(piece, 0, length);
        md5.update(buffer.duplicate());
        checksum.update(buffer.duplicate());
        writer.write(buffer);
      }
      return ObjectContent.of(
          writer.commit(), ETag.ofMd5(md5.digest()), Checksum.of(algorithm, checksum.digest()));
    }
  }
}

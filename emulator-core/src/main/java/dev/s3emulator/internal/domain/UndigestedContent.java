package dev.s3emulator.internal.domain;

import dev.s3emulator.internal.domain.attribute.Encryption;
import dev.s3emulator.internal.domain.checksum.Checksum;
import dev.s3emulator.internal.domain.checksum.ChecksumAlgorithm;
import dev.s3emulator.store.BlobRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A content in one piece whose bytes are first read when somebody asks for a digest, and then never
 * again for that. Safe for use by many threads: of those who ask at once one reads.
 */
public final class UndigestedContent implements ObjectContent {

  private final BlobRef blob;
  private final ChecksumAlgorithm algorithm;

  /** What hides the MD5, where the key is not S3's. */
  private final @Nullable String salt;

  private volatile @Nullable DigestedContent digested;

  /** Makes the content of these bytes, which have a checksum of this algorithm. */
  public UndigestedContent(BlobRef blob, ChecksumAlgorithm algorithm) {
    this(blob, algorithm, null);
  }

  private UndigestedContent(BlobRef blob, ChecksumAlgorithm algorithm, @Nullable String salt) {
    this.blob = blob;
    this.algorithm = algorithm;
    this.salt = salt;
  }

  @Override
  public BlobRef blob() {
    return blob;
  }

  @Override
  public ETag eTag() {
    return digested().eTag();
  }

  @Override
  public Checksum checksum() {
    return digested().checksum();
  }

  @Override
  public ObjectContent encrypted(Encryption encryption, String otherSalt) {
    return encryption.showsMd5() ? this : new UndigestedContent(blob, algorithm, otherSalt);
  }

  /** Returns nothing: it is in one piece. */
  @Override
  public Optional<PartedBlob> parts() {
    return Optional.empty();
  }

  private DigestedContent digested() {
    DigestedContent known = digested;
    return known == null ? digest() : known;
  }

  private synchronized DigestedContent digest() {
    DigestedContent known = digested;
    if (known == null) {
      try {
        known = BlobDigests.of(blob, algorithm);
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable.getMessage(), unreadable);
      }
      if (salt != null) {
        known = new DigestedContent(blob, known.eTag().withoutMd5(salt), known.checksum());
      }
      digested = known;
    }
    return known;
  }

  @Override
  public String toString() {
    return "UndigestedContent[" + blob + "]";
  }
}

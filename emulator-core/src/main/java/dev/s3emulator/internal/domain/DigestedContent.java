package dev.s3emulator.internal.domain;

import dev.s3emulator.internal.domain.attribute.Encryption;
import dev.s3emulator.internal.domain.checksum.Checksum;
import dev.s3emulator.store.BlobRef;
import java.util.Optional;

/** A content that was digested when it was stored, as all are that come with requests. */
public record DigestedContent(BlobRef blob, ETag eTag, Checksum checksum) implements ObjectContent {

  /**
   * Returns a content with its digests.
   *
   * @throws java.io.UncheckedIOException if they have to be computed and the bytes cannot be read
   */
  public static DigestedContent of(ObjectContent content) {
    return content instanceof DigestedContent digested
        ? digested
        : new DigestedContent(content.blob(), content.eTag(), content.checksum());
  }

  @Override
  public DigestedContent encrypted(Encryption encryption, String salt) {
    return encryption.showsMd5() || eTag.parts() > 0
        ? this
        : new DigestedContent(blob, eTag.withoutMd5(salt), checksum);
  }

  @Override
  public Optional<PartedBlob> parts() {
    return eTag.parts() > 0 && blob instanceof PartedBlob parted
        ? Optional.of(parted)
        : Optional.empty();
  }
}

package dev.s3emulator.internal.domain;

import dev.s3emulator.internal.domain.attribute.Encryption;
import dev.s3emulator.internal.domain.checksum.Checksum;
import dev.s3emulator.store.BlobRef;
import java.util.Optional;

/**
 * The content of an object version: where the bytes are and what was computed over them. A copy
 * shares it with its source.
 */
public record ObjectContent(BlobRef blob, ETag eTag, Checksum checksum) {

  /**
   * Returns this content as it is encrypted: where the key is not S3's, its entity tag tells
   * nothing about it. That of several parts never does.
   *
   * @param salt what tells this upload from others of the same content
   */
  public ObjectContent encrypted(Encryption encryption, String salt) {
    return encryption.showsMd5() || eTag.parts() > 0
        ? this
        : new ObjectContent(blob, eTag.withoutMd5(salt), checksum);
  }

  /**
   * Returns the parts of which a multipart upload made this content. A copy of it has none: it
   * shares the bytes, but is an object in one piece, as its entity tag says.
   */
  public Optional<PartedBlob> parts() {
    return eTag.parts() > 0 && blob instanceof PartedBlob parted
        ? Optional.of(parted)
        : Optional.empty();
  }
}

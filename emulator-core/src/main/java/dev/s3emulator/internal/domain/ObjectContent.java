package dev.s3emulator.internal.domain;

import dev.s3emulator.internal.domain.attribute.Encryption;
import dev.s3emulator.internal.domain.checksum.Checksum;
import dev.s3emulator.store.BlobRef;
import java.util.Optional;

/**
 * The content of an object version: where the bytes are and what was computed over them. A copy
 * shares it with its source. Immutable.
 */
public sealed interface ObjectContent permits DigestedContent, UndigestedContent {

  /** Returns bytes with what was computed over them. */
  static ObjectContent of(BlobRef blob, ETag eTag, Checksum checksum) {
    return new DigestedContent(blob, eTag, checksum);
  }

  /** Returns where the bytes are. */
  BlobRef blob();

  /**
   * Returns the entity tag.
   *
   * @throws java.io.UncheckedIOException if it has to be computed and the bytes cannot be read
   */
  ETag eTag();

  /**
   * Returns the checksum.
   *
   * @throws java.io.UncheckedIOException if it has to be computed and the bytes cannot be read
   */
  Checksum checksum();

  /**
   * Returns this content as it is encrypted: where the key is not S3's, its entity tag tells
   * nothing about it. That of several parts never does.
   *
   * @param salt what tells this upload from others of the same content
   */
  ObjectContent encrypted(Encryption encryption, String salt);

  /**
   * Returns the parts of which a multipart upload made this content. A copy of it has none: it
   * shares the bytes, but is an object in one piece, as its entity tag says.
   */
  Optional<PartedBlob> parts();
}

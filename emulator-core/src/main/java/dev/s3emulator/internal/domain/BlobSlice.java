package dev.s3emulator.internal.domain;

import dev.s3emulator.store.BlobRef;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A range of another blob, which it shares: what a copied part is.
 *
 * @param whole the other blob
 * @param start the position of the first byte
 * @param size the number of bytes
 */
public record BlobSlice(BlobRef whole, long start, long size) implements BlobRef {

  /** Refuses a range that reaches over the end. */
  public BlobSlice {
    Objects.checkFromIndexSize(start, size, whole.size());
  }

  @Override
  public int read(long position, ByteBuffer target) throws IOException {
    if (position >= size) {
      return -1;
    }
    int limit = target.limit();
    target.limit((int) Math.min(limit, target.position() + size - position));
    try {
      return whole.read(start + position, target);
    } finally {
      target.limit(limit);
    }
  }

  @Override
  public void requireReadable() throws IOException {
    whole.requireReadable();
  }

  @Override
  public Optional<List<ByteBuffer>> inMemory(long position, long length) {
    return whole.inMemory(start + position, length);
  }
}

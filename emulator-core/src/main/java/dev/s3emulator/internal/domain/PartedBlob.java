package dev.s3emulator.internal.domain;

import dev.s3emulator.store.BlobRef;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The content of a completed multipart upload: its parts, one after the other, where they are. A
 * read seeks to its first part.
 */
public final class PartedBlob implements BlobRef {

  private final List<Part> parts;

  /** Behind each part the number of bytes up to its end. */
  private final long[] ends;

  /**
   * Joins parts.
   *
   * @throws IllegalArgumentException if there are none
   */
  public PartedBlob(List<Part> parts) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("An object has at least one part");
    }
    this.parts = List.copyOf(parts);
    ends = new long[parts.size()];
    long end = 0;
    for (int i = 0; i < ends.length; i++) {
      end += this.parts.get(i).size();
      ends[i] = end;
    }
  }

  /** Returns the parts in order. */
  public List<Part> parts() {
    return parts;
  }

  /** Returns the position of the first byte of a part, which is given by its index from 0. */
  public long start(int index) {
    return index == 0 ? 0 : ends[index - 1];
  }

  /** Returns the part that is exactly this range of bytes. */
  public Optional<Part> partAt(long position, long length) {
    int index = indexOf(position);
    boolean exact =
        index < ends.length && start(index) == position && ends[index] == position + length;
    return exact ? Optional.of(parts.get(index)) : Optional.empty();
  }

  @Override
  public long size() {
    return ends[ends.length - 1];
  }

  @Override
  public int read(long position, ByteBuffer target) throws IOException {
    if (position >= size()) {
      return -1;
    }
    int count = 0;
    for (int i = indexOf(position); i < ends.length && target.hasRemaining(); i++) {
      count += readPart(i, position + count, target);
    }
    return count;
  }

  private int readPart(int index, long position, ByteBuffer target) throws IOException {
    int count = 0;
    while (target.hasRemaining() && position + count < ends[index]) {
      int length = parts.get(index).content().blob().read(position + count - start(index), target);
      if (length <= 0) {
        throw new IOException("Part " + (index + 1) + " of an object ends too early");
      }
      count += length;
    }
    return count;
  }

  @Override
  public void requireReadable() throws IOException {
    for (Part part : parts) {
      part.content().blob().requireReadable();
    }
  }

  @Override
  public Optional<List<ByteBuffer>> inMemory(long position, long length) {
    List<ByteBuffer> buffers = new ArrayList<>();
    long at = position;
    long end = position + length;
    for (int i = indexOf(position); at < end; i++) {
      long count = Math.min(end, ends[i]) - at;
      Optional<List<ByteBuffer>> ofPart =
          count == 0
              ? Optional.of(List.of())
              : parts.get(i).content().blob().inMemory(at - start(i), count);
      if (ofPart.isEmpty()) {
        return Optional.empty();
      }
      buffers.addAll(ofPart.get());
      at += count;
    }
    return Optional.of(buffers);
  }

  /** Returns the part that holds a position: the first one that ends behind it. */
  private int indexOf(long position) {
    int low = 0;
    int high = ends.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ends[middle] > position) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}

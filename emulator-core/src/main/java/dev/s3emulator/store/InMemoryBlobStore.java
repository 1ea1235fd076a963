package dev.s3emulator.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Keeps blobs on the heap. A blob is its own reference, so the garbage collector frees what no
 * state and no snapshot holds any more.
 */
final class InMemoryBlobStore implements BlobStore {

  /** What an array has beside its bytes, generously: with it a chunk is a power of two. */
  private static final int ARRAY_HEADER = 64;

  /** The most for a start: a huge announced length must not allocate before its bytes arrive. */
  private static final int FIRST_CHUNK = (1 << 20) - ARRAY_HEADER;

  /**
   * The largest chunk. The G1 collector gives an array that is larger than half a region whole
   * regions of its own and never copies it. Regions of 1, 2 or 4 MiB, as heaps below some 16 GiB
   * have, are filled by such a chunk; with a header above a power of two it would take up to twice
   * its size.
   */
  private static final int MAX_CHUNK = (1 << 22) - ARRAY_HEADER;

  private static final int UNKNOWN_LENGTH_CHUNK = 1 << 13;

  private static final BlobRef EMPTY = new Blob(new byte[0]);

  @Override
  public BlobWriter newWriter(long expectedSize) {
    return new Writer(expectedSize);
  }

  @Override
  public boolean mayBlock() {
    return false;
  }

  @Override
  public void close() {}

  /** Fills chunks up to the expected size, then of growing size. */
  private static final class Writer implements BlobWriter {
    private final long expectedSize;
    private final List<byte[]> full = new ArrayList<>(1);
    private byte[] chunk;
    private int used;
    private long written;
    private boolean ended;

    Writer(long expectedSize) {
      this.expectedSize = expectedSize;
      chunk =
          new byte
              [(int)
                  (expectedSize < 0 ? UNKNOWN_LENGTH_CHUNK : Math.min(expectedSize, FIRST_CHUNK))];
    }

    @Override
    public void write(ByteBuffer source) {
      requireOpen();
      while (source.hasRemaining()) {
        if (used == chunk.length) {
          nextChunk();
        }
        int length = Math.min(source.remaining(), chunk.length - used);
        source.get(chunk, used, length);
        used += length;
        written += length;
      }
    }

    private void nextChunk() {
      int previous = chunk.length;
      if (previous > 0) {
        full.add(chunk);
      }
      long missing = expectedSize - written;
      long next = missing > 0 ? missing : Math.max(UNKNOWN_LENGTH_CHUNK, previous * 2L);
      chunk = new byte[(int) Math.min(next, MAX_CHUNK)];
      used = 0;
    }

    @Override
    public BlobRef commit() {
      requireOpen();
      ended = true;
      if (written == 0) {
        return EMPTY;
      }
      byte[] last = used == chunk.length ? chunk : Arrays.copyOf(chunk, used);
      if (full.isEmpty()) {
        return new Blob(last);
      }
      if (last.length > 0) {
        full.add(last);
      }
      return new ChunkedBlob(full.toArray(new byte[0][]), written);
    }

    @Override
    public void close() {
      ended = true;
      full.clear();
    }

    private void requireOpen() {
      if (ended) {
        throw new IllegalStateException("The blob was committed or dropped");
      }
    }
  }

  /** A blob in one array, as nearly all are. */
  private record Blob(byte[] bytes) implements BlobRef {
    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public int read(long position, ByteBuffer target) {
      if (position >= bytes.length) {
        return -1;
      }
      int length = Math.min(target.remaining(), bytes.length - (int) position);
      target.put(bytes, (int) position, length);
      return length;
    }

    @Override
    public Optional<List<ByteBuffer>> inMemory(long position, long length) {
      return Optional.of(
          List.of(ByteBuffer.wrap(bytes, (int) position, (int) length).slice().asReadOnlyBuffer()));
    }
  }

  /** A blob in several arrays. */
  private static final class ChunkedBlob implements BlobRef {
    private final byte[][] chunks;
    private final long[] ends;

    ChunkedBlob(byte[][] chunks, long size) {
      this.chunks = chunks;
      ends = new long[chunks.length];
      long end = 0;
      for (int i = 0; i < chunks.length; i++) {
        end += chunks[i].length;
        ends[i] = end;
      }
      if (end != size) {
        throw new IllegalStateException("Lost bytes: " + size + " written, " + end + " kept");
      }
    }

    @Override
    public long size() {
      return ends[ends.length - 1];
    }

    @Override
    public int read(long position, ByteBuffer target) {
      if (position >= size()) {
        return -1;
      }
      int length = (int) Math.min(target.remaining(), size() - position);
      for (ByteBuffer slice : slices(position, length)) {
        target.put(slice);
      }
      return length;
    }

    @Override
    public Optional<List<ByteBuffer>> inMemory(long position, long length) {
      return Optional.of(slices(position, length));
    }

    private List<ByteBuffer> slices(long position, long length) {
      List<ByteBuffer> slices = new ArrayList<>();
      long at = position;
      long end = position + length;
      for (int i = indexOf(position); at < end; i++) {
        int from = (int) (at - (ends[i] - chunks[i].length));
        int to = (int) Math.min(chunks[i].length, from + (end - at));
        slices.add(ByteBuffer.wrap(chunks[i], from, to - from).slice().asReadOnlyBuffer());
        at += to - from;
      }
      return slices;
    }

    private int indexOf(long position) {
      int index = Arrays.binarySearch(ends, position);
      return index < 0 ? -index - 1 : index + 1;
    }
  }
}

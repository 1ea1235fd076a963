package dev.s3emulator.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract, and what holds on the heap only. */
class InMemoryBlobStoreTest extends BlobStoreContract {

  @Override
  BlobStore newStore() {
    return BlobStores.inMemory();
  }

  @Test
  void neverBlocks() throws IOException {
    BlobStore store = newStore();
    try (BlobWriter writer = store.newWriter(3)) {
      writer.write(ByteBuffer.wrap(new byte[3]));

      assertThat(writer.commit().inMemory(0, 3)).isPresent();
      assertThat(store.mayBlock()).isFalse();
    }
  }

  @Test
  void emptyBlobsAreOne() throws IOException {
    BlobStore store = newStore();
    try (BlobWriter first = store.newWriter(0);
        BlobWriter second = store.newWriter(-1)) {
      assertThat(first.commit()).isSameAs(second.commit());
    }
  }

  /** An array a few bytes larger than a region of the collector takes two of them. */
  @Test
  void arraysOfALargeBlobFillRegionsOfTheCollector() throws IOException {
    int size = 20_000_000;
    for (long expected : new long[] {size, -1}) {
      try (BlobWriter writer = newStore().newWriter(expected)) {
        writer.write(ByteBuffer.allocate(size));

        List<ByteBuffer> arrays = writer.commit().inMemory(0, size).orElseThrow();

        assertThat(arrays).hasSizeBetween(5, 16);
        assertThat(arrays).allMatch(array -> array.remaining() <= (4 << 20) - 16);
      }
    }
  }
}

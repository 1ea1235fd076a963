package dev.s3emulator.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
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
}

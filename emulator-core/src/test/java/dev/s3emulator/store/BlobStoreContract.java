package dev.s3emulator.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link BlobStore} must do; a store's test extends it. */
abstract class BlobStoreContract {

  private static final int MIB = 1 << 20;

  private BlobStore store;

  /** Returns a new, empty store. */
  abstract BlobStore newStore() throws IOException;

  @BeforeEach
  void openStore() throws IOException {
    store = newStore();
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8191, 8192, 8193, MIB - 1, MIB, MIB + 1, 3 * MIB + 7, 6 * MIB})
  void committedBytesAreReadBack(int size) throws IOException {
    byte[] bytes = bytes(size);

    BlobRef blob = blob(bytes, size, 64 * 1024);

    assertThat(blob.size()).isEqualTo(size);
    assertThat(read(blob, 0, size)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @CsvSource({
    "10000, -1",
    "10000, 0",
    "10000, 1",
    "10000, 9999",
    "10000, 10001",
    "10000, 5000000000",
    "3000000, -1",
    "3000000, 8192",
    "3000000, 9000000000000000000"
  })
  void expectedSizeIsOnlyAHint(int size, long expectedSize) throws IOException {
    byte[] bytes = bytes(size);

    assertThat(read(blob(bytes, expectedSize, 1000), 0, size)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "5, 100",
    "1048570, 12",
    "1048576, 1",
    "1048575, 2",
    "0, 3145735",
    "3145730, 5",
    "2097152, 1048583"
  })
  void rangeIsReadFromItsPosition(int position, int length) throws IOException {
    byte[] bytes = bytes(3 * MIB + 7);
    BlobRef blob = blob(bytes, bytes.length, 100_000);

    assertThat(read(blob, position, length))
        .isEqualTo(Arrays.copyOfRange(bytes, position, position + length));
    blob.inMemory(position, length)
        .ifPresent(
            buffers ->
                assertThat(concat(buffers))
                    .isEqualTo(Arrays.copyOfRange(bytes, position, position + length)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 100, 2 * MIB})
  void readingAtOrBehindTheEndReturnsMinusOne(int size) throws IOException {
    BlobRef blob = blob(bytes(size), -1, 4096);

    assertThat(blob.read(size, ByteBuffer.allocate(10))).isEqualTo(-1);
    assertThat(blob.read(size + 5_000_000_000L, ByteBuffer.allocate(10))).isEqualTo(-1);
  }

  @Test
  void readStopsAtTheEndOfTheBlob() throws IOException {
    BlobRef blob = blob(bytes(100), 100, 100);
    ByteBuffer target = ByteBuffer.allocate(64);
    int read = 0;
    for (int length = 0; length >= 0; length = blob.read(90 + read, target)) {
      read += length;
    }

    assertThat(read).isEqualTo(10);
    assertThat(target.position()).isEqualTo(10);
  }

  @Test
  void emptyRangeIsEmpty() throws IOException {
    for (int size : new int[] {0, 10, 2 * MIB}) {
      BlobRef blob = blob(bytes(size), size, 4096);

      blob.inMemory(0, 0).ifPresent(buffers -> assertThat(concat(buffers)).isEmpty());
      blob.inMemory(size, 0).ifPresent(buffers -> assertThat(concat(buffers)).isEmpty());
    }
  }

  @Test
  void buffersInMemoryCannotChangeTheBlob() throws IOException {
    for (int size : new int[] {10, 2 * MIB}) {
      blob(bytes(size), size, 4096)
          .inMemory(0, size)
          .ifPresent(buffers -> assertThat(buffers).allMatch(ByteBuffer::isReadOnly));
    }
  }

  @Test
  void writerConsumesItsSourceAndDoesNotKeepIt() throws IOException {
    byte[] memory = bytes(5000);
    byte[] original = memory.clone();
    try (BlobWriter writer = store.newWriter(memory.length)) {
      ByteBuffer source = ByteBuffer.wrap(memory);
      writer.write(source);
      assertThat(source.hasRemaining()).isFalse();
      Arrays.fill(memory, (byte) 0);

      assertThat(read(writer.commit(), 0, 5000)).isEqualTo(original);
    }
  }

  @Test
  void directBuffersAreTaken() throws IOException {
    byte[] bytes = bytes(5000);
    ByteBuffer direct = ByteBuffer.allocateDirect(5000).put(bytes).flip();
    try (BlobWriter writer = store.newWriter(-1)) {
      writer.write(direct);

      assertThat(read(writer.commit(), 0, 5000)).isEqualTo(bytes);
    }
  }

  @Test
  void closingAfterCommitKeepsTheBlob() throws IOException {
    byte[] bytes = bytes(2 * MIB + 1);
    BlobWriter writer = store.newWriter(-1);
    writer.write(ByteBuffer.wrap(bytes));
    BlobRef blob = writer.commit();

    writer.close();
    writer.close();

    assertThat(read(blob, 0, bytes.length)).isEqualTo(bytes);
  }

  @Test
  void nothingCanBeWrittenAfterTheEnd() throws IOException {
    BlobWriter committed = store.newWriter(10);
    committed.write(ByteBuffer.wrap(bytes(10)));
    BlobRef blob = committed.commit();
    BlobWriter dropped = store.newWriter(10);
    dropped.close();

    for (BlobWriter writer : List.of(committed, dropped)) {
      assertThatThrownBy(() -> writer.write(ByteBuffer.wrap(new byte[1])))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(writer::commit).isInstanceOf(IllegalStateException.class);
    }
    assertThat(read(blob, 0, 10)).isEqualTo(bytes(10));
  }

  @Test
  void writersDoNotDisturbEachOther() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<BlobRef>> blobs = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        byte[] bytes = bytes(100_000 + i);
        blobs.add(threads.submit(() -> blob(bytes, -1, 777)));
      }
      for (int i = 0; i < blobs.size(); i++) {
        assertThat(read(blobs.get(i).get(), 0, 100_000 + i)).isEqualTo(bytes(100_000 + i));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private BlobRef blob(byte[] bytes, long expectedSize, int piece) throws IOException {
    try (BlobWriter writer = store.newWriter(expectedSize)) {
      for (int from = 0; from < bytes.length; from += piece) {
        writer.write(ByteBuffer.wrap(bytes, from, Math.min(piece, bytes.length - from)));
      }
      return writer.commit();
    }
  }

  private static byte[] read(BlobRef blob, long position, int length) throws IOException {
    ByteBuffer target = ByteBuffer.allocate(length);
    while (target.hasRemaining()) {
      int read = blob.read(position + target.position(), target);
      assertThat(read).isPositive();
    }
    return target.array();
  }

  private static byte[] concat(List<ByteBuffer> buffers) {
    ByteBuffer all = ByteBuffer.allocate(buffers.stream().mapToInt(ByteBuffer::remaining).sum());
    buffers.forEach(all::put);
    return all.array();
  }

  /** The same bytes for the same size. */
  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }
}

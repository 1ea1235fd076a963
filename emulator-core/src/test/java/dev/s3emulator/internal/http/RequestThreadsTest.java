package dev.s3emulator.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.s3emulator.store.BlobRef;
import dev.s3emulator.store.BlobStore;
import dev.s3emulator.store.BlobStores;
import dev.s3emulator.store.BlobWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which threads work on a request: an I/O thread unless it blocks or takes long. */
@Timeout(60)
class RequestThreadsTest {

  private static final String DELETE = "DELETE /b/k HTTP/1.1\r\nHost: localhost\r\n";
  private static final String REFUSED = "DELETE /missing/k HTTP/1.1\r\nHost: localhost\r\n";

  private final Queue<String> threads = new ConcurrentLinkedQueue<>();

  /** Every answer looks at the clock. */
  private final InstantSource clock =
      () -> {
        threads.add(Thread.currentThread().getName());
        return Instant.EPOCH;
      };

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1000, 100_000, 1_000_000})
  void smallBodyStaysOnTheIoThread(int length) throws Exception {
    answer(BlobStores.inMemory(), DELETE + "Content-Length: " + length + "\r\n\r\n", length, 204);
    assertThat(threads).isNotEmpty().allMatch(name -> name.contains(" I/O-"));
  }

  @Test
  void largeBodyIsReadByWorker() throws Exception {
    answer(BlobStores.inMemory(), DELETE + "Content-Length: 20000000\r\n\r\n", 20_000_000, 204);
    assertThat(threads).isNotEmpty().allMatch(name -> name.contains(" task-"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1000})
  void whatMayBlockIsDoneByWorker(int length) throws Exception {
    answer(new BlockingBlobStore(), DELETE + "Content-Length: " + length + "\r\n\r\n", length, 204);
    assertThat(threads).isNotEmpty().allMatch(name -> name.contains(" task-"));
  }

  /** Its record may be the one with which an access log is written. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1000})
  void aRefusalIsWrittenByWorkerWhereThatMayBlock(int length) throws Exception {
    answer(
        new BlockingBlobStore(), REFUSED + "Content-Length: " + length + "\r\n\r\n", length, 404);
    assertThat(threads).isNotEmpty().allMatch(name -> name.contains(" task-"));
  }

  /** As the files of a large fixture are. */
  @Test
  void contentsElsewhereAreReadByWorker() throws Exception {
    try (WireServer server = new WireServer(clock, BlobStores.inMemory());
        RawConnection client = server.connect()) {
      server.engine().expectBlockingContents();
      assertThat(client.send(DELETE + "\r\n").read().status()).isEqualTo(204);
    }
    assertThat(threads).isNotEmpty().allMatch(name -> name.contains(" task-"));
  }

  /** What was stored of an upload goes, and that is work for a worker, too. */
  @Test
  void whatAnAbandonedUploadLeavesIsRemovedByWorker() throws Exception {
    RecordingBlobStore blobs = new RecordingBlobStore();
    try (WireServer server = new WireServer(clock, blobs)) {
      try (RawConnection client = server.connect()) {
        client.send("PUT /b/k HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n");
        client.send(new byte[10]);
        blobs.written.await();
      }
      blobs.dropped.await();
    }
    assertThat(blobs.threads).isNotEmpty().allMatch(name -> name.contains(" task-"));
  }

  @Test
  void whatAStalledUploadLeavesIsRemovedByWorker() throws Exception {
    RecordingBlobStore blobs = new RecordingBlobStore();
    TransportLimits impatient = new TransportLimits(50, 20_000, 20_000, 2_000);
    try (WireServer server = new WireServer(clock, blobs, impatient);
        RawConnection client = server.connect()) {
      client.send("PUT /b/k HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n");
      client.send(new byte[10]);
      blobs.dropped.await();
    }
    assertThat(blobs.threads).isNotEmpty().allMatch(name -> name.contains(" task-"));
  }

  private void answer(BlobStore blobs, String head, int length, int status) throws IOException {
    try (WireServer server = new WireServer(clock, blobs);
        RawConnection client = server.connect()) {
      for (int i = 0; i < 3; i++) {
        assertThat(client.send(head).send(new byte[length]).read().status()).isEqualTo(status);
      }
    }
  }

  /** A store as one on a disk is. */
  private static final class BlockingBlobStore implements BlobStore {
    private final BlobStore memory = BlobStores.inMemory();

    @Override
    public BlobWriter newWriter(long expectedSize) throws IOException {
      return memory.newWriter(expectedSize);
    }

    @Override
    public boolean mayBlock() {
      return true;
    }

    @Override
    public void close() {
      memory.close();
    }
  }

  /** Notes who works on a blob; to begin one does not count, since that must not block. */
  private static final class RecordingBlobStore implements BlobStore {
    private final Queue<String> threads = new ConcurrentLinkedQueue<>();
    private final CountDownLatch written = new CountDownLatch(1);
    private final CountDownLatch dropped = new CountDownLatch(1);
    private final BlobStore memory = BlobStores.inMemory();

    @Override
    public BlobWriter newWriter(long expectedSize) throws IOException {
      BlobWriter writer = memory.newWriter(expectedSize);
      return new BlobWriter() {
        @Override
        public void write(ByteBuffer source) throws IOException {
          threads.add(Thread.currentThread().getName());
          writer.write(source);
          written.countDown();
        }

        @Override
        public BlobRef commit() throws IOException {
          threads.add(Thread.currentThread().getName());
          return writer.commit();
        }

        @Override
        public void close() {
          threads.add(Thread.currentThread().getName());
          writer.close();
          dropped.countDown();
        }
      };
    }

    @Override
    public boolean mayBlock() {
      return true;
    }

    @Override
    public void close() {
      memory.close();
    }
  }
}

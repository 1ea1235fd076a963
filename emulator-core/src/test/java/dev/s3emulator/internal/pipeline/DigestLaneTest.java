package dev.s3emulator.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.s3emulator.internal.domain.checksum.ChecksumAlgorithm;
import dev.s3emulator.internal.domain.checksum.ChecksumDigest;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A digest beside the reader: the same result, whatever threads there are and whatever they do. */
@Timeout(60)
class DigestLaneTest {

  private static final int RING = DigestLane.PIECE * DigestLane.PIECES;

  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();

  /** What a lane may meet. */
  enum Threads {
    ONE,
    THE_READER,
    NONE_EVER,
    REFUSED
  }

  @AfterEach
  void stop() {
    thread.shutdownNow();
  }

  @ParameterizedTest
  @EnumSource
  void digestIsThatOfTheBytesHoweverTheyAreSplit(Threads threads) {
    Random random = new Random(7);
    for (int i = 0; i < 20; i++) {
      byte[] bytes = bytes(random, random.nextInt(3 * RING));
      DigestLane lane = lane(ChecksumAlgorithm.MD5.newDigest(), threads);

      feed(lane, bytes, random);

      assertThat(lane.digest())
          .as("digest of %d bytes", bytes.length)
          .isEqualTo(serially(ChecksumAlgorithm.MD5, bytes));
    }
  }

  @ParameterizedTest
  @ValueSource(
      ints = {0, 1, DigestLane.PIECE - 1, DigestLane.PIECE, DigestLane.PIECE + 1, RING, RING + 1})
  void digestIsThatOfTheBytesAtTheEdgesOfPieces(int length) {
    byte[] bytes = bytes(new Random(length), length);
    DigestLane lane = lane(ChecksumAlgorithm.MD5.newDigest(), Threads.ONE);

    lane.update(ByteBuffer.wrap(bytes));

    assertThat(lane.digest()).isEqualTo(serially(ChecksumAlgorithm.MD5, bytes));
  }

  @Test
  void whatWasDigestedBeforeCounts() {
    byte[] bytes = bytes(new Random(3), RING);
    ChecksumDigest digest = ChecksumAlgorithm.SHA256.newDigest();
    digest.update(ByteBuffer.wrap(bytes, 0, 1000));
    DigestLane lane = lane(digest, Threads.ONE);

    lane.update(ByteBuffer.wrap(bytes, 1000, RING - 1000));

    assertThat(lane.digest()).isEqualTo(serially(ChecksumAlgorithm.SHA256, bytes));
  }

  @Test
  void aBufferIsConsumedAndMayBeReusedAtOnce() {
    byte[] bytes = bytes(new Random(4), 2 * RING);
    byte[] reused = new byte[10_000];
    DigestLane lane = lane(ChecksumAlgorithm.MD5.newDigest(), Threads.ONE);
    for (int from = 0; from < bytes.length; from += reused.length) {
      int length = Math.min(reused.length, bytes.length - from);
      System.arraycopy(bytes, from, reused, 0, length);
      ByteBuffer buffer = ByteBuffer.wrap(reused, 0, length);
      lane.update(buffer);
      assertThat(buffer.hasRemaining()).isFalse();
      Arrays.fill(reused, (byte) 0);
    }

    assertThat(lane.digest()).isEqualTo(serially(ChecksumAlgorithm.MD5, bytes));
  }

  @Test
  void noMoreThanOneTaskWaitsForThreadsThatNeverCome() {
    DigestLane lane = lane(new Recording(), Threads.NONE_EVER);

    lane.update(ByteBuffer.allocate(20 * RING));
    lane.digest();

    assertThat(tasks).hasSize(1);
  }

  @Test
  void taskThatComesTooLateFindsNothingToDo() {
    Recording digest = new Recording();
    DigestLane lane = lane(digest, Threads.NONE_EVER);
    lane.update(ByteBuffer.allocate(3 * RING));
    lane.digest();

    tasks.forEach(Runnable::run);

    assertThat(digest.bytes).hasValue(3L * RING);
  }

  @Test
  void nothingIsCalledBeforeAPieceIsFull() {
    DigestLane lane = lane(new Recording(), Threads.NONE_EVER);

    lane.update(ByteBuffer.allocate(DigestLane.PIECE - 1));

    assertThat(tasks).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void failureOfTheDigestReachesTheReaderAndDoesNotStopIt(Threads threads) {
    IllegalArgumentException broken = new IllegalArgumentException("broken");
    DigestLane lane = lane(new Failing(broken, 3), threads);

    assertThatThrownBy(
            () -> {
              lane.update(ByteBuffer.allocate(5 * RING));
              lane.digest();
            })
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("A digest failed")
        .hasCause(broken);
  }

  @Test
  void anErrorInTheDigestReachesTheReaderToo() {
    AssertionError broken = new AssertionError("broken");
    DigestLane lane = lane(new Failing(broken, 0), Threads.ONE);
    lane.update(ByteBuffer.allocate(100));

    assertThatThrownBy(lane::digest).isInstanceOf(IllegalStateException.class).hasCause(broken);
  }

  @Test
  void whatWaitsWhenTheUploadIsGivenUpIsNotDigested() {
    Recording digest = new Recording();
    DigestLane lane = lane(digest, Threads.NONE_EVER);
    lane.update(ByteBuffer.allocate(2 * DigestLane.PIECE));

    lane.drop();
    tasks.forEach(Runnable::run);

    assertThat(digest.bytes).hasValue(0);
  }

  @Test
  void manyUploadsEndOnOneThreadThatIsAlsoTheirReader() throws Exception {
    byte[] bytes = bytes(new Random(5), 2 * RING + 17);
    List<Future<byte[]>> digests = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      digests.add(thread.submit(() -> digestOf(bytes)));
    }

    for (Future<byte[]> digest : digests) {
      assertThat(digest.get()).isEqualTo(serially(ChecksumAlgorithm.MD5, bytes));
    }
  }

  @Test
  void manyUploadsAtOnceEndOnFewThreads() throws Exception {
    byte[] bytes = bytes(new Random(6), 2 * RING + 17);
    ExecutorService readers = Executors.newFixedThreadPool(8);
    try {
      List<Future<byte[]>> digests = new ArrayList<>();
      for (int i = 0; i < 24; i++) {
        digests.add(readers.submit(() -> digestOf(bytes)));
      }
      for (Future<byte[]> digest : digests) {
        assertThat(digest.get()).isEqualTo(serially(ChecksumAlgorithm.MD5, bytes));
      }
    } finally {
      readers.shutdownNow();
    }
  }

  private byte[] digestOf(byte[] bytes) {
    DigestLane lane = lane(ChecksumAlgorithm.MD5.newDigest(), Threads.ONE);
    feed(lane, bytes, new Random(8));
    return lane.digest();
  }

  private DigestLane lane(ChecksumDigest digest, Threads threads) {
    return new DigestLane(
        digest,
        switch (threads) {
          case ONE -> thread;
          case THE_READER -> Runnable::run;
          case NONE_EVER -> tasks::add;
          case REFUSED ->
              task -> {
                throw new RejectedExecutionException("closing");
              };
        });
  }

  private static void feed(ChecksumDigest digest, byte[] bytes, Random random) {
    int from = 0;
    while (from < bytes.length) {
      int length = Math.min(bytes.length - from, 1 + random.nextInt(100_000));
      digest.update(ByteBuffer.wrap(bytes, from, length));
      from += length;
    }
  }

  private static byte[] serially(ChecksumAlgorithm algorithm, byte[] bytes) {
    ChecksumDigest digest = algorithm.newDigest();
    digest.update(ByteBuffer.wrap(bytes));
    return digest.digest();
  }

  private static byte[] bytes(Random random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  /** Counts what it is given. */
  private static final class Recording implements ChecksumDigest {
    private final AtomicLong bytes = new AtomicLong();

    @Override
    public void update(ByteBuffer more) {
      bytes.addAndGet(more.remaining());
    }

    @Override
    public byte[] digest() {
      return new byte[0];
    }
  }

  /** Fails after some pieces. */
  private static final class Failing implements ChecksumDigest {
    private final Throwable failure;
    private int left;

    Failing(Throwable failure, int left) {
      this.failure = failure;
      this.left = left;
    }

    @Override
    public void update(ByteBuffer more) {
      if (left-- > 0) {
        return;
      }
      if (failure instanceof RuntimeException defect) {
        throw defect;
      }
      throw (Error) failure;
    }

    @Override
    public byte[] digest() {
      return new byte[0];
    }
  }
}
